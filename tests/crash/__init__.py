"""Real processes that die at a named point of a turn, and what is left of the conversations then."""
