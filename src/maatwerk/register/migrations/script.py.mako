"""${message}."""

from __future__ import annotations

from alembic import op
import sqlalchemy as sa

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Additive only: rows of the log are never rewritten."""
    ${upgrades if upgrades else "raise NotImplementedError"}
