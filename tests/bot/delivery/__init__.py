"""How what was committed reaches people."""
