"""The ports of the window's pages on a real base: the workflow's words as the pages want them."""
