"""One file a command: file and function have its name, with _ for -."""
