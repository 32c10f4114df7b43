"""The dealer's rule files, each as it was set; a seal on each card."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table of the rule files, and seal no card yet."""
    op.add_column("card", sa.Column("seal", sa.BigInteger(), server_default="0", nullable=False))
    op.add_column("event", sa.Column("to_basis", sa.String(8), server_default="", nullable=False))
    op.create_table(
        "rule_book",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("by", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_book")),
    )
