"""What a search for duplicates leaves for the next one, and the cards written since."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create both tables, empty: the next search is of everything."""
    op.create_table(
        "shelf",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", "part", name=op.f("pk_shelf")),
    )
    op.create_table(
        "unsearched",
        sa.Column("card_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("card_id", name=op.f("pk_unsearched")),
    )
    if op.get_context().dialect.name == "postgresql":
        # hashes do not compress: to try takes longer than to write them
        op.execute("ALTER TABLE shelf ALTER COLUMN data SET STORAGE EXTERNAL")
