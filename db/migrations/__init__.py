"""Schema versions of a base, run by alembic inside one transaction."""
