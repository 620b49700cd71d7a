"""The conversation, pure: (answers so far, what came in, today) -> (answers, what to say). Imports `scoring`."""
