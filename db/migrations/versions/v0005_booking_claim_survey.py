"""What events tell of bookings, claims and surveys, and whether a sold car was new."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, empty: `sverka check` fills them from the rows."""
    for column in (
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=16), nullable=False, server_default=""),
        sa.Column("channel", sa.Text(), nullable=False, server_default=""),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("scale", sa.Integer(), nullable=True),
    ):
        op.add_column("event", column)
