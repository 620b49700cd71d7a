"""The channels: each turns the conversation's plain turns into its own messages, and knows no question and no rule."""
