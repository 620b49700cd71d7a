"""The subcommands of `hujifen`, one module each: `add_arguments(parser)` and `run(options)`."""
