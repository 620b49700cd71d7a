"""One worker per peer: the same base rules, written the way that peer's documentation writes rules."""
