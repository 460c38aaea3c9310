"""Alembic calls this. The connection comes from `maatwerk.register.store`; there is no alembic.ini."""

from __future__ import annotations

from alembic import context

from maatwerk.register.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
