"""The JSON Schema of a case file, for those who make case files elsewhere (docs/schema/case.json)."""

from __future__ import annotations

import json
from typing import Any

from maatwerk.case.model import CaseFile


def case_schema() -> dict[str, Any]:
    """JSON Schema 2020-12. Which facts there are and of what type is told by the ruleset, not here."""
    schema = CaseFile.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Case"}


def schema_text() -> str:
    """The schema as it lies in docs/schema/case.json."""
    return json.dumps(case_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
