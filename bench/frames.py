"""The names of the frames that matching reads; stored, they are Parquet files of these names."""

FRAMES = ("cards", "phones", "emails", "events")
