"""The outside world: the command line, the channels, the store. Imports `dialogs` and `scoring`."""
