"""Charts of our own: what stands where is computed without Qt, ``paint`` draws it anywhere."""
