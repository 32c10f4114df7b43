"""What events tell of bookings, claims and surveys, and what reports keep of events and cards."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, empty: `sverka check` fills them from the rows; and the table, empty."""
    for column in (
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=16), nullable=False, server_default=""),
        sa.Column("channel", sa.Text(), nullable=False, server_default=""),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("scale", sa.Integer(), nullable=True),
    ):
        op.add_column("event", column)
    op.create_table(
        "fact_part",
        sa.Column("of", sa.String(length=16), nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("of", "part", "name", name=op.f("pk_fact_part")),
    )
    if op.get_context().dialect.name == "postgresql":
        # the frames are compressed already
        op.execute("ALTER TABLE fact_part ALTER COLUMN data SET STORAGE EXTERNAL")
