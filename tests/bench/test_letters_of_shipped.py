"""Every letter that an example of a shipped ruleset gives is among those that `rules letters` makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from maatwerk.api import load_ruleset
from maatwerk.basics.errors import LetterIncomplete
from maatwerk.bench.examples import case_of, rules_of, today_of
from maatwerk.bench.letters import letter_problems
from maatwerk.bench.letters.made import decided, dressed
from maatwerk.bench.letters.seeking import variants
from maatwerk.letter.model import Letter
from maatwerk.letter.sections import compose
from maatwerk.outcome.outcome import UNKNOWN
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.model import Ruleset
from maatwerk.story import ROLES, assess
from tests.letter.made import SENDER, all_lines

SHIPPED = sorted(shipped().glob("*/*.md"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_every_letter_of_an_example_of_a_shipped_ruleset_is_like_one_of_the_variants(path: Path) -> None:
    rules = load_ruleset(path)
    conditional = {name for name, each in rules.letter_texts.items() if each.when or each.per}
    known = [
        (each.by_rule, each.exceptions, {(name, lines) for name, lines in each.lines if name in conditional})
        for each in variants(rules).found
    ]

    for by_rule, exceptions, letter in letters_of_examples(rules):
        printed = {name: lines_printed(letter, rules.letter_texts[name].text.nl) for name in conditional}
        assert any(
            {name for name, lines in printed.items() if lines} == {name for name, lines in texts if lines}
            and all(printed[name] == lines for name, lines in texts)
            for like, made, texts in known
            if (like, made) == (by_rule, exceptions)
        )


def test_every_letter_that_asks_money_back_names_a_day_to_pay_or_until_when_to_wait() -> None:
    found = variants(load_ruleset(shipped() / "terugvordering-eigen-fout" / "2026-01-01.md")).found
    asking = [each for each in found if each.decision.outcome == "terugvorderen"]

    assert asking
    for each in asking:
        letter = each.letters["nl"].letter
        assert letter is not None
        told = " ".join(all_lines(letter))
        assert re.search(r"(Betaal|Bel ons) .{0,20}uiterlijk \d+.\w+.\d{4}|U hoeft tot \d+.\w+.\d{4} niets te", told)


def test_half_of_an_allowance_after_an_exception_tells_what_the_whole_asks() -> None:
    found = variants(load_ruleset(shipped() / "laptop-minimaregeling" / "2026-01-01.md")).found
    (half,) = (each for each in found if each.exceptions and each.decision.outcome == "halve_vergoeding")
    letter = half.letters["nl"].letter

    assert letter is not None
    assert re.search(r"Dit geldt wel: .* Voor de hele vergoeding is de grens", " ".join(all_lines(letter)))


def test_where_an_exception_gives_nothing_less_no_rule_is_said_to_apply_still() -> None:
    found = variants(load_ruleset(shipped() / "terugvordering-eigen-fout" / "2026-01-01.md")).found
    letters = [
        each.letters["nl"].letter for each in found if each.exceptions and each.decision.outcome == "niets_terug"
    ]

    assert letters
    assert not [each for each in letters if each and "Dit geldt wel" in " ".join(all_lines(each))]


def test_no_promise_of_a_shipped_ruleset_comes_after_the_last_day_to_object_or_appeal() -> None:
    late = [each for path in SHIPPED for each in letter_problems(load_ruleset(path)) if each.code == "M368"]

    assert [] == late


def letters_of_examples(rules: Ruleset) -> Iterator[tuple[str, tuple[str, ...], Letter]]:
    """The Dutch letters of all answers in the examples that have one, each with its outcome by the rules."""
    for example in rules.examples:
        mine, today = rules_of(rules, example), today_of(rules, example)
        case = dressed(case_of(mine, example), mine)
        found = assess(mine, case, today=today, adopted=True, roles=ROLES, ask=False)
        chosen = {each.id: each for each in found.proposals if not each.ask_jurist}
        for choice in ("follow", *chosen) if found.outcome.id != UNKNOWN else ():
            decision = decided(mine, case, found, choice, today)
            way = chosen.get(choice)
            made = (way.exceptions or tuple(each.id for each in way.grounds)) if way else ()
            with suppress(LetterIncomplete):  # a letter that waits for facts
                yield found.outcome.id, made, compose("2026-0001", decision, mine, SENDER, today)


def lines_printed(letter: Letter, text: str) -> int:
    """How many lines of a letter are this text, filled in; two stands for more."""
    pattern = re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(text)))
    return min(2, sum(bool(pattern.fullmatch(line.replace("\u00a0", " "))) for line in all_lines(letter)))
