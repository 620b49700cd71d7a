"""Pictures: of a conversation, for the README."""
