"""What the documents say of procedures and questions (办事知识): dated, sourced articles in three languages, as data."""
