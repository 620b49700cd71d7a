"""One small bot, written five times with libraries that share no code; test_clients.py has all of them do the same.

Each reads API, TOKEN, MODE (poll or webhook) and SECRET from the environment. /start shows a menu whose buttons edit
it; other words try a feature each, and whatever else is written is said back.
"""
