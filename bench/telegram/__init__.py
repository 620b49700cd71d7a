"""An advised and durable turn beside bare echoes of the two libraries, over real HTTP: `make bench-telegram`."""
