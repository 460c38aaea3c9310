"""maatwerk against the oracle: values, outcomes, decisive sets, bounds and questions, on small domains."""

from __future__ import annotations

import re

import pytest

from tests.oracle.cases import case_of
from tests.oracle.comparing import Comparison, Tally, compared, loaded, read
from tests.oracle.evaluator import Evaluator
from tests.oracle.known import OPEN, Value
from tests.oracle.tree import Node

CHUNKS, RULESETS, CASES, MOST = 8, 60, 4, 40
"""Chunks of so many rulesets, with so many cases each, and at most so many completions of a case."""
FEW = 40


def chunk(number: int) -> Tally:
    found = Tally()
    for seed in range(number * RULESETS, (number + 1) * RULESETS):
        for case in range(CASES):
            found.add(compared(seed, case, most=MOST))
    return found


@pytest.mark.parametrize("number", range(CHUNKS))
def test_maatwerk_agrees_with_the_oracle(number: int) -> None:
    found = chunk(number)
    assert [] == found.differences
    assert found.cases == RULESETS * CASES


def test_what_is_compared_is_not_next_to_nothing() -> None:
    found = chunk(0)
    assert found.counted["known outcomes"] > found.cases / 2
    assert found.counted["exact bounds"] > found.cases
    assert found.counted["facts that matter"] > found.cases / 8
    assert found.counted["decisive sets"] > found.cases / 8
    assert found.completions > 5 * found.cases


def test_few_questions_are_superfluous() -> None:
    found = chunk(1)
    assert found.counted["superfluous"] < found.counted["questions"] / 4


class StrictLimit(Evaluator):
    """Reads `<=` as `<`."""

    def _test(self, node: Node) -> Value:
        if node.word == "<=":
            node = Node(node.op, node.sort, node.parts, "<")
        return super()._test(node)


class UnknownIsNo(Evaluator):
    """Takes an unknown verdict for a no."""

    def verdict(self, atom: str) -> frozenset[bool]:
        found = super().verdict(atom)
        return frozenset({False}) if found == OPEN else found


class CountsAll(Evaluator):
    """Forgets the `waar` of a question about a list."""

    def _question(self, node: Node) -> Value:
        plain = Node(node.op, node.sort, word=node.word, list=node.list, each=node.each, group=node.group)
        return super()._question(plain)


@pytest.mark.parametrize("wrong", [StrictLimit, UnknownIsNo, CountsAll])
def test_one_wrong_rule_in_the_oracle_is_noticed(wrong: type[Evaluator]) -> None:
    found = Tally()
    for seed in range(FEW):
        for case in range(CASES):
            found.add(compared(seed, case, most=MOST, oracle=wrong))
    assert found.differences != []


def test_a_limit_that_is_a_cent_higher_is_noticed() -> None:
    kinds = set()
    for seed in range(FEW):
        rules, _ = loaded(seed)
        changed = read(rules, change=lambda text: re.sub(r"€ 100(?!,|\d)", "€ 100,01", text))
        for case in range(CASES):
            kinds |= {kind for kind, _, _ in Comparison(case_of(rules, case, MOST), changed, "").run().differences}
    assert {"value", "unsound"} <= kinds


class Forgetful(Comparison):
    """Asks nothing, finds no set that decides, and takes what is unknown for settled."""

    def asked(self) -> dict[str, int]:
        return {}

    def found_sets(self) -> set[frozenset[str]]:
        return set()


def test_a_question_and_a_decisive_set_that_are_left_out_are_noticed() -> None:
    kinds = set()
    for seed in range(FEW):
        rules, ruleset = loaded(seed)
        for case in range(CASES):
            kinds |= {kind for kind, _, _ in Forgetful(case_of(rules, case, MOST), ruleset, "").run().differences}
    assert {"decisive", "question missed", "stopped asking"} <= kinds


def test_the_oracle_reads_the_ruleset_that_maatwerk_reads() -> None:
    rules, ruleset = loaded(3)
    assert set(rules.criteria) == set(ruleset.criteria)
    assert set(rules.outcomes) == set(ruleset.outcomes)
    assert set(rules.pattern()) <= {*ruleset.criteria, *ruleset.calculations}
