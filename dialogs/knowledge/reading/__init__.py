"""The knowledge read from its TOML texts, strictly: what is wrong is refused with an error that names the place."""
