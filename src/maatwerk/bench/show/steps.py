"""The section about cliffs: limits at which the smallest step loses much at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount
from maatwerk.basics.text import say
from maatwerk.bench.cliffs import cliffs
from maatwerk.bench.searched import remarks
from maatwerk.pages.model import Paragraph, Section, Table

if TYPE_CHECKING:
    from maatwerk.bench.cliffs import Cliff
    from maatwerk.bench.show.reader import Reader
    from maatwerk.pages.model import Block, Words

_HEADS = ("fact", "limit", "over", "loss", "turns", "because", "case")


def steps(reader: Reader) -> Section | None:
    """Each limit with the loss just over it, the heaviest first; then what has none and what was not searched."""
    if not reader.ruleset.outcomes:
        return None
    found = cliffs(reader.ruleset)
    told: list[Block] = [Paragraph((line,)) for line in remarks(found, reader.lang)]
    if found.found:
        heads = tuple(reader.say(f"head_{head}") for head in _HEADS)
        told.insert(0, Table(reader.say("steps_table"), heads, tuple(_row(reader, each) for each in found.found)))
    return Section("section-steps", reader.say("steps"), (Paragraph((reader.say("steps_what"),)), *told))


def _row(reader: Reader, cliff: Cliff) -> tuple[Words, ...]:
    better, worse = cliff.outcomes
    turns: Words = (reader.link(better), reader.say("turns_into"), reader.link(worse))
    more = "" if cliff.largest else f" ({reader.say('may_be_more')})"
    return (
        (reader.link(cliff.fact),),
        (cliff.better,),
        (cliff.worse,),
        (_loss(reader, cliff) + more,),
        turns if better != worse else (reader.say("same_outcome"),),
        (reader.say("calendar"),) if cliff.calendar else reader.links(cliff.criteria),
        (cliff.case or reader.say("each_case"),),
    )


def _loss(reader: Reader, cliff: Cliff) -> str:
    if not cliff.loss:
        return reader.say("no_money")
    euros = amount(cliff.loss, reader.lang)
    return say("cliff.a_year", lang=reader.lang, amount=euros) if cliff.recurs else euros
