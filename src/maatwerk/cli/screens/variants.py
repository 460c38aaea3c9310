"""The letters of a ruleset as a list: which answer, what is in it, and in which case it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from maatwerk.basics.formatting import day
from maatwerk.basics.text import language, say
from maatwerk.bench.letters.naming import case_of
from maatwerk.cli.screens.model import Item, Paragraph, Section, Title, loose
from maatwerk.cli.screens.problem_data import ProblemShown
from maatwerk.cli.screens.problem_data import as_data as problem_as_data
from maatwerk.criteria.wording import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from maatwerk.basics.problems import Problem
    from maatwerk.bench.letters.variant import Variant, Variants
    from maatwerk.cli.screens.model import Screen
    from maatwerk.ruleset.model import Ruleset


class TextShown(TypedDict):
    """A text with a condition, and how many lines it prints here."""

    name: str
    lines: int


class VariantShown(TypedDict):
    """One letter of a ruleset."""

    number: int
    by_rule: str
    outcome: str
    exceptions: list[str]
    no: str | None
    criteria: list[str]
    texts: list[TextShown]
    example: str | None
    case: str
    languages: list[str]
    file: str


class LettersShown(TypedDict):
    """What `rules letters --format json` prints: keys as in docs/json.md, never renamed."""

    ruleset: str
    valid_from: str
    letters: list[VariantShown]
    pairs: bool
    impossible: int
    not_found: list[str]
    counter: list[str]
    problems: list[ProblemShown]


def listed(ruleset: Ruleset, found: Variants, problems: Sequence[Problem], folder: Path | None) -> Screen:
    """Each letter with its case, then what was not found, and what is wrong."""
    head = Title(ruleset.header.title_in(language()), say("screen.valid_from", day=day(ruleset.header.valid_from)))
    items = tuple(
        Item(str(number), _answer(each), "", tuple(_more(each))) for number, each in enumerate(found.found, 1)
    )
    lead = say("variants.lead", number=len(found.found)) if items else say("variants.none")
    rest = tuple(Paragraph(each) for each in _rest(found))
    wrong = tuple(Item(each.code, each.text(language())) for each in problems if each.code != "M366")
    shown: Screen = (head, Section(say("variants.title"), lead, (*items, *rest)))
    if wrong:
        shown = (*shown, Section(say("variants.wrong"), "", wrong))
    return (*shown, loose(say("variants.written", folder=folder))) if folder and items else shown


def _answer(variant: Variant) -> str:
    by_rule, outcome = readable(variant.by_rule), readable(variant.decision.outcome)
    if not variant.exceptions:
        return by_rule
    made = " + ".join(readable(each) for each in variant.exceptions)
    return say("variants.excepted", outcome=outcome, exception=made, by_rule=by_rule)


def _more(variant: Variant) -> Iterator[str]:
    met, unmet = _criteria(variant)
    if met:
        yield say("variants.met", names=", ".join(met))
    if unmet:
        yield say("variants.unmet", names=", ".join(unmet))
    if variant.no:
        yield say(f"variants.no.{variant.no}")
    texts = [_lines(name, number) for name, number in variant.lines if number]
    without = [readable(name) for name, number in variant.lines if not number]
    if texts:
        yield say("variants.with", names=", ".join(texts))
    if without:
        yield say("variants.without", names=", ".join(without))
    yield say("variants.row" if variant.example else "variants.case", case=case_of(variant))
    missing = [lang for lang, each in variant.letters.items() if each.letter is None]
    yield from (say(f"variants.missing_{lang}") for lang in missing)


def _lines(name: str, number: int) -> str:
    return readable(name) if number == 1 else say("variants.lines", name=readable(name))


def _criteria(variant: Variant) -> tuple[list[str], list[str]]:
    """The criteria that the letter is about: those that are met, and those that are not."""
    met = [readable(each) for each in variant.told if not each.startswith("!")]
    return met, [readable(each[1:]) for each in variant.told if each.startswith("!")]


def _rest(found: Variants) -> Iterator[str]:
    if found.open:
        yield say("variants.open", names=", ".join(readable(each) for each in found.open))
    if found.pairs:
        yield say("variants.pairs")
    if found.counter:
        yield say("variants.counter", names=", ".join(readable(each) for each in found.counter))


def file_name(number: int, variant: Variant, lang: str) -> str:
    """The name of a file without its ending: `03-geen_pas-nl`."""
    return f"{number:02d}-{'-'.join((variant.decision.outcome, *variant.exceptions))}-{lang}"


def as_data(ruleset: Ruleset, found: Variants, problems: Sequence[Problem]) -> LettersShown:
    """The same for machines."""
    return {
        "ruleset": ruleset.id,
        "valid_from": ruleset.header.valid_from.isoformat(),
        "letters": [_data(number, each) for number, each in enumerate(found.found, 1)],
        "pairs": found.pairs,
        "impossible": found.impossible,
        "not_found": list(found.open),
        "counter": list(found.counter),
        "problems": [problem_as_data(each) for each in problems],
    }


def _data(number: int, variant: Variant) -> VariantShown:
    return {
        "number": number,
        "by_rule": variant.by_rule,
        "outcome": variant.decision.outcome,
        "exceptions": list(variant.exceptions),
        "no": variant.no or None,
        "criteria": [each.removeprefix("!") for each in variant.told],
        "texts": [{"name": name, "lines": lines} for name, lines in variant.lines],
        "example": variant.example or None,
        "case": variant.case,
        "languages": [lang for lang, each in variant.letters.items() if each.letter],
        "file": file_name(number, variant, language()),
    }


RESULTS = (LettersShown, VariantShown, TextShown)
