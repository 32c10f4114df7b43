"""Records of any fields, of which only the kind of what each holds is told."""
