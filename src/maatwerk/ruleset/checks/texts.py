"""Texts print what can be printed: names that exist, amounts that are rounded."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Problem, problem
from maatwerk.basics.suggest import nearest
from maatwerk.ruleset import placeholders
from maatwerk.ruleset.build import PROCESS_DATES
from maatwerk.ruleset.entries import Entry
from maatwerk.ruleset.model import Criterion, Norm, Text, all_facts, asked, inside
from maatwerk.ruleset.typename import write_option_words
from maatwerk.ruleset.visible import list_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.expressions.types import Type
    from maatwerk.ruleset.checks.look import Look
    from maatwerk.ruleset.model import Fact

_OF_THIRD_PARTIES = "derde"
_IN_LETTERS = {
    "outcomes": ("text",),
    "criteria": ("met", "not_met"),
    "purposes": ("text",),
    "exceptions": ("conditions",),
    "alternatives": ("text",),
    "promises": ("what",),
}
"""What a letter says in the words of the ruleset; its own lines (`brief`) always have both languages."""
_LIGHT = "licht"  # a counter act: no letter


def printed_names(look: Look) -> Iterator[Problem]:
    """M213: `{naam}` is nothing that can be printed. M214: it is an amount that is not rounded."""
    in_lists = {per: _printable(look, per) for per in ("", *look.ruleset.lists)}
    for per, entry in _written(look):
        types = in_lists.get(per, in_lists[""])  # a list that could not be read is told elsewhere
        for piece in placeholders.pieces(entry.value):
            if piece.is_name:
                place = entry.at(piece.at, len(piece.text))
                for found in _faults(piece.text, types, look):
                    yield replace(found, place=place)


def _written(look: Look) -> Iterator[tuple[str, Entry]]:
    """All texts as written, Dutch and English, and the questions of facts, each with the list whose records it sees."""
    for kind, name, item in look.own_blocks():
        for key in kind.keys:
            if isinstance(getattr(item, key.field), Text):
                written = (look.entries.get((name, part)) for part in (key.name, key.english))
                yield from ((list_of(item), entry) for entry in written if entry)
    for fact in asked(look.ruleset):
        if look.own(fact.name) and (fact.name, "vraag") not in look.entries:
            for text in (fact.question.nl, fact.question.en):
                place = fact.question.place
                yield list_of(fact), Entry("vraag", place, text, ((0, place),))


def _printable(look: Look, per: str = "") -> dict[str, Type]:
    """What can be printed: in a block with `per` also what there is for each record of that list."""
    rules = look.ruleset
    printable = {**rules.facts, **rules.norms, **rules.calculations, **inside(rules, per)}
    return PROCESS_DATES | {
        name: item.type
        for name, item in printable.items()
        if not isinstance(item, Criterion) and list_of(item) in {"", per} and not _is_table(item)
    }


def _is_table(item: object) -> bool:
    """A norm that has a value only for a key."""
    return isinstance(item, Norm) and any(row.keys for row in item.rows)


def _faults(name: str, types: dict[str, Type], look: Look) -> Iterator[Problem]:
    nowhere = look.ruleset.header.place
    fact = next((fact for fact in all_facts(look.ruleset) if fact.name == name), None)
    of_list = look.list_of(name)
    if name not in types and of_list:
        yield problem("M244", nowhere, name=name, list=of_list)
    elif name not in types:
        yield problem("M213", nowhere, hint=nearest(name, types) or "", name=name)
    elif not types[name].rounded:
        yield problem("M214", nowhere, name=name)
    elif fact and fact.privacy == _OF_THIRD_PARTIES:
        yield problem("M231", nowhere, warning=True, name=name)


def shown_amounts(look: Look) -> Iterator[Problem]:
    """M214: `toon` names an amount that is not rounded."""
    types = _printable(look)
    for name, outcome in look.ruleset.outcomes.items():
        for shown in outcome.show:
            if shown in types and not types[shown].rounded:
                yield problem("M214", look.entries[name, "toon"].word(shown), name=shown)


def letter_in_two_languages(look: Look) -> Iterator[Problem]:
    """M232: a line of a letter prints other values in Dutch than in English."""
    for name, letter in look.ruleset.letter_texts.items():
        if set(placeholders.names(letter.text.nl)) != set(placeholders.names(letter.text.en)):
            yield problem("M232", look.place(name, "en"), warning=True, name=name)


def not_in_english(look: Look) -> Iterator[Problem]:
    """M233: some texts have English and some have not, so a letter in English is refused; told once, at the first.

    Who writes Dutch only does not mean to write letters in English.
    """
    told_in_letters = [(word, text) for word, text in _in_letters(look) if text]
    found = [(word, text) for word, text in told_in_letters if not text.en]
    begun = look.ruleset.letter_texts or len(found) < len(told_in_letters)
    if found and begun and any(each.track != _LIGHT for each in look.ruleset.outcomes.values()):
        counts = Counter(word for word, _ in found)
        told = ", ".join(f"{word}: {number}" for word, number in counts.items())
        own = (text.place for _, text in found if text.place.file == look.ruleset.header.place.file)
        first = min(own, key=lambda place: place.line, default=found[0][1].place)
        yield problem("M233", first, warning=True, number=len(found), counts=told)


def _in_letters(look: Look) -> Iterator[tuple[str, Text | None]]:
    """Every text that can stand in a letter, with the word for where it stands."""
    served = {name for each in look.ruleset.criteria.values() for name in each.serves}
    for kind, name, item in look.blocks():
        if getattr(item, "track", "") != _LIGHT and (kind.mapping != "purposes" or name in served):
            yield from ((kind.name, getattr(item, field)) for field in _IN_LETTERS.get(kind.mapping, ()))
    yield from (("vraag", fact.question) for fact in asked(look.ruleset))
    choices = (fact for fact in all_facts(look.ruleset) if fact.type.options and fact.privacy != _OF_THIRD_PARTIES)
    yield from (("opties", _options(fact)) for fact in choices)


def _options(fact: Fact) -> Text:
    """The options of a choice as a text, with their English words."""
    return Text(", ".join(fact.type.options), write_option_words(fact.type), place=fact.place)
