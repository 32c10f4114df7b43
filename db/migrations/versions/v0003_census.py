"""Counts of the whole base kept for its rules; ways from a car or a birth date to its cards."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the census, uncounted yet, and the indexes."""
    op.create_table(
        "census",
        sa.Column("plant", sa.Text(), server_default="", nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("plant", "what", "key", name=op.f("pk_census")),
    )
    for name, table, column, where in (
        ("ix_card_birth_date", "card", "birth_date", "birth_date IS NOT NULL"),
        ("ix_event_body_no", "event", "body_no", "body_no <> ''"),
        ("ix_event_piece", "event", "vin", "vin <> '' AND length(vin) <> 17"),
    ):
        op.create_index(
            name,
            table,
            [column],
            unique=False,
            sqlite_where=sa.text(where),
            postgresql_where=sa.text(where),
        )
