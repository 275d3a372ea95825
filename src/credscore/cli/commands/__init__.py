"""One file for each command. File and function have its name, with _ for -."""
