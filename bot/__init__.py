"""The outside world: the command line, the channels, the store. Imports `dialogs` and `scoring`."""

from os import environ

# Every matrix here is small: sharing one among threads costs more than it saves, most of all on a busy machine.
environ.setdefault("OPENBLAS_NUM_THREADS", "1")
