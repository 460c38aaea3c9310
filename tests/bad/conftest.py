from __future__ import annotations

from tests.cli.conftest import adopted_office, office, run

__all__ = ["adopted_office", "office", "run"]
