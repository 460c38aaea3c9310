"""Where our layouts are."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def _templates() -> Path:
    """Inside an installed package, or at the top of a checkout."""
    installed = Path(str(resources.files("maatwerk"))) / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"


TEMPLATES = _templates()
