"""What is wrong with the letters of a ruleset: each fault once, at the text that it comes from, with a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maatwerk.basics.problems import Words, problem
from maatwerk.bench.letters.factors import PARTS
from maatwerk.bench.letters.naming import OWN_PARTS, answer_of, case_of, lines_of, place_of
from maatwerk.bench.letters.reading import unclear
from maatwerk.criteria.situation import TODAY
from maatwerk.criteria.wording import readable
from maatwerk.expressions.names import names_in
from maatwerk.letter.figures import figures
from maatwerk.ruleset.placeholders import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maatwerk.basics.problems import Problem
    from maatwerk.bench.letters.factors import Side
    from maatwerk.bench.letters.made import Written
    from maatwerk.bench.letters.variant import Variant, Variants
    from maatwerk.letter.model import Section
    from maatwerk.ruleset.model import Ruleset, Text


def problems_of(ruleset: Ruleset, variants: Variants) -> Iterator[Problem]:
    """M360 to M368, each fault once."""
    yield from _once(each for variant in variants.found for each in _of(variant))
    yield from _without_english(variants)
    yield from _never(ruleset, variants)
    yield from _without_a_part(ruleset, variants)
    unseen = variants.unseen or (variants.open if variants.pairs else ())
    if unseen:
        told = ", ".join(readable(each) for each in unseen)
        yield problem("M366", ruleset.header.place, warning=True, names=told, number=len(variants.found))


def _once(found: Iterable[Problem]) -> Iterator[Problem]:
    """The first of those that say the same of the same place; the case is only an example."""
    seen = set()
    for each in found:
        said = (each.code, each.place, tuple(pair for pair in each.values if pair[0] not in ("case", "name")))
        if said not in seen:
            seen.add(said)
            yield each


def _of(variant: Variant) -> Iterator[Problem]:
    yield from _gaps(variant)
    if len(variant.letters) > 1:
        yield from _other_figures(variant)
    yield from _promised_too_late(variant)
    for written in variant.letters.values():
        if written.letter:
            yield from unclear(variant, written.draft, written.letter)


def _gaps(variant: Variant) -> Iterator[Problem]:
    """M360: a letter that cannot be made, though everything is known; in English what no text without a twin causes."""
    dutch, english = variant.letters["nl"], variant.letters.get("en")
    written = english if english and not dutch.gaps and not _without_twin(english) else dutch
    for part, gap in written.gaps:
        told = {"name": answer_of(variant), "part": readable(part), "case": case_of(variant)}
        why = written.draft.why.get(gap, Words("letter.gap.part"))
        yield replace(problem("M360", place_of(variant), warning=False, **told), advice=(why,))


def _without_twin(written: Written) -> list[Text]:
    return [text for _, text in written.draft.used if not text.en]


def _without_english(variants: Variants) -> Iterator[Problem]:
    """M361: a text without English in a ruleset of which other letters are there in English.

    Where none is, English was only begun: M233 tells that.
    """
    english = [each.letters["en"] for each in variants.found if "en" in each.letters]
    if any(each.letter for each in english):
        texts = {text.place: text for each in english for text in _without_twin(each)}
        yield from (problem("M361", place, text=text.nl) for place, text in sorted(texts.items()))


def _other_figures(variant: Variant) -> Iterator[Problem]:
    """M362: a part of a letter that has another amount, day or number in English than in Dutch."""
    dutch, english = (variant.letters[lang] for lang in ("nl", "en"))
    if dutch.letter is None or english.letter is None:
        return
    for section in dutch.letter.sections:
        twin = english.letter.section(section.kind)
        if section.kind not in OWN_PARTS or twin is None:
            continue
        only_nl = _figures(section, "nl") - _figures(twin, "en")
        only_en = _figures(twin, "en") - _figures(section, "nl")
        if only_nl or only_en:
            texts = [text for part, text in dutch.draft.used if part == section.kind]
            yield problem(
                "M362",
                next((text.place for text in texts if not _alike(text)), place_of(variant)),
                name=answer_of(variant),
                part=readable(section.kind),
                nl=", ".join(sorted(only_nl)) or "–",
                en=", ".join(sorted(only_en)) or "–",
                case=case_of(variant),
            )


def _figures(section: Section, lang: str) -> frozenset[str]:
    return frozenset().union(*(figures(line, lang) for line in lines_of(section)))


def _alike(text: Text) -> bool:
    """Whether a text has the same figures and the same `{naam}` in both languages."""
    return figures(text.nl, "nl") == figures(text.en, "en") and set(names(text.nl)) == set(names(text.en))


def _promised_too_late(variant: Variant) -> Iterator[Problem]:
    """M368: a promise from the day of the decision, with a day on which one can no longer object or appeal.

    A call to explain comes too late then. One that counts from another day is about what happens on that day.
    """
    letter = variant.letters["nl"].letter
    last = letter.last_day.day.isoformat() if letter and letter.last_day else ""
    for each in variant.decision.assessment.promises:
        promise = variant.ruleset.promises[each.id]
        if last and each.last_day and each.last_day > last and names_in(promise.start.root) == {TODAY}:
            yield problem("M368", promise.place, warning=True, name=each.id, case=case_of(variant))


def _never(ruleset: Ruleset, variants: Variants) -> Iterator[Problem]:
    """M365: a text whose condition holds in no case with its answer."""
    for name in variants.never:
        text = ruleset.letter_texts.get(name) or ruleset.alternatives[name]
        yield problem("M365", text.place, warning=True, name=name)


def _without_a_part(ruleset: Ruleset, variants: Variants) -> Iterator[Problem]:
    """M367: a text for a part that the letters of its answer do not have, as `waarom` after an exception."""
    for name, text in ruleset.letter_texts.items():
        mine = [each for each in variants.found if set(text.about) & {each.decision.outcome, *each.exceptions}]
        sides: set[Side] = {"after" if each.exceptions else "before" for each in mine}
        if mine and not any(text.section in PARTS[side] for side in sides):
            yield problem("M367", text.place, name=name, part=readable(text.section))
