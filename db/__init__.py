"""The base: tables, migrations, journal, readers of sources, writers of exports."""
