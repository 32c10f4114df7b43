"""Data the program ships: translations, name tables, catalogues, icons, demo files."""
