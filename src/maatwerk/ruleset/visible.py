"""Which names an expression may use: those of the case everywhere, those of a list only where its records are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maatwerk.expressions.types import YES_NO
from maatwerk.ruleset.build import PROCESS_DATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.build import Draft

DEFINITIONS = ("calculations", "criteria")  # what expressions may name and what is itself an expression
_TYPED = ("facts", "judgements", "norms", "calculations")


class Visible:
    """The types of names: `lists` tells for each list what there is in its records, `list_of` the list of a name."""

    def __init__(self, draft: Draft) -> None:
        """Take the names of a document that was merged with its building blocks."""
        self.case: dict[str, Type] = dict(PROCESS_DATES)
        self.lists: dict[str, dict[str, Type]] = {name: {} for name in draft.parts["lists"]}
        self.list_of: dict[str, str] = {}
        for mapping in (*_TYPED, "fields"):
            for name, item in draft.parts[mapping].items():
                self.define(name, item.type, list_of(item))
        for name, item in draft.parts["criteria"].items():
            self.define(name, YES_NO, item.per)

    def define(self, name: str, type_: Type, per: str = "") -> None:
        """Put a name where it can be seen."""
        if per:
            self.list_of[name] = per
        (self.lists.setdefault(per, {}) if per else self.case)[name] = type_

    def names(self, per: str = "") -> Mapping[str, Type]:
        """What an expression may name, for each record of a list or for the case."""
        return {**self.case, **self.lists.get(per, {})}

    def type_of(self, name: str, per: str = "") -> Type | None:
        """The type of a name as seen from there; None when it cannot be seen."""
        return self.names(per).get(name)


def list_of(item: Any) -> str:  # noqa: ANN401 - an item of any kind
    """The list for each record of which there is one of these; empty: one in the case."""
    return str(getattr(item, "per", "") or getattr(item, "list", ""))


def records_of(item: Any, criteria: Mapping[str, Any]) -> str:  # noqa: ANN401 - an item of any kind
    """The list whose records the expressions of a block see. An exception is asked where its criteria are."""
    about = [criteria[name] for name in getattr(item, "criteria", ()) if name in criteria]
    return list_of(item) or next((criterion.per for criterion in about if criterion.per), "")
