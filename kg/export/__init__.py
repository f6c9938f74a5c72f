"""A graph in the formats that others open; every module but base and _… is one."""
