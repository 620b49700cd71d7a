"""How what was committed reaches people (投递): a lane per chat, at the pace that the messenger wants."""
