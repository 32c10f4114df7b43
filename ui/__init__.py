"""Every face of the program: the Qt window and the command line."""
