"""An office to decide in, as the tests of the command line have it."""

from __future__ import annotations

from tests.cli.conftest import adopted_office, office

__all__ = ["adopted_office", "office"]
