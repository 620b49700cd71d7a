"""Since when something could not be sent.

Revision 0002, 2026-11-29.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds the column, and forgets dead letters of people who had not agreed to be kept."""
    op.add_column("outgoing", sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True))
    agreed = "SELECT 1 FROM conversation c WHERE c.channel = dead_letter.channel AND c.chat = dead_letter.chat"
    op.execute(f"DELETE FROM dead_letter WHERE NOT EXISTS ({agreed})")


def downgrade() -> None:
    """Takes the column away."""
    op.drop_column("outgoing", "failing_since")
