"""Where conversations are kept (存储): SQLite by default, PostgreSQL for more than one process."""
