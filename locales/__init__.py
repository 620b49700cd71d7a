"""The catalogs of messages, one folder a language, and the tool that compiles and sorts them."""
