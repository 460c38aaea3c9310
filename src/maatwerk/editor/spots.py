"""What may stand at a spot: an expression, names, a text with places for values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maatwerk.editor.explained import key_of
from maatwerk.ruleset import forms
from maatwerk.ruleset.expression_forms import WITH_EXPRESSION
from maatwerk.ruleset.front_matter import KEYS
from maatwerk.ruleset.tables import EXAMPLES

if TYPE_CHECKING:
    from maatwerk.editor.where import Spot
    from maatwerk.ruleset.kinds import Key

_OPEN_PLACE = re.compile(r"(?<!\{)(?:\{\{)*\{(?P<name>\w*)$")
_FRONT_NAMES = frozenset({"peildatum", "gebruikt", "beslistermijn"})
_NAMING = (forms.NAMES, forms.NAME_FORM, forms.CRITERIA)


def key_at(spot: Spot) -> Key | None:
    """The key whose value, or whose name, stands at a spot."""
    if spot.what in {"front_key", "front_value"}:
        return KEYS.get(spot.key)
    return key_of(spot.kind, spot.key) if spot.what in {"key", "value"} and spot.kind else None


def is_expression(spot: Spot) -> bool:
    """Whether an expression stands there, or some."""
    key = key_at(spot)
    return spot.what == "value" and key is not None and key.form in WITH_EXPRESSION


def is_text(spot: Spot) -> bool:
    """Whether a text with places for values stands there."""
    key = key_at(spot)
    return spot.what == "value" and key is not None and key.form is forms.TEXT


def in_place(spot: Spot) -> bool:
    """Whether a spot of a text is between the braces of a place for a value."""
    return is_text(spot) and _OPEN_PLACE.search(spot.here.before) is not None


def names_may_stand(spot: Spot) -> bool:
    """Whether the word at a spot may be a name of the ruleset."""
    if spot.what == "front_value":
        return spot.key in _FRONT_NAMES
    if spot.what in {"cell", "column"}:
        return spot.kind in {EXAMPLES, spot.key}
    key = key_at(spot)
    return is_expression(spot) or in_place(spot) or (key is not None and key.form in _NAMING)
