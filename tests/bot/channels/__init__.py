"""The channels: each through its own server, as its users meet it."""
