"""Ratios of hujifen against named rule engines on the same rules and the same people; see README.md."""
