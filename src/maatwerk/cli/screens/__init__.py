"""What is shown: pure functions from what the library hands over to a `Screen`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


def as_json(shown: BaseModel) -> str:
    """The object for machines: keys as documented in docs/schema, in their fixed order."""
    return json.dumps(shown.model_dump(by_alias=True, mode="json"), ensure_ascii=False, indent=2)
