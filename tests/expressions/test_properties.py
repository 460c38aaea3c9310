"""What must hold of every expression, tried on generated ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from maatwerk.expressions.evaluate import evaluate, truth
from maatwerk.expressions.names import names_in
from maatwerk.expressions.parser import parse
from maatwerk.expressions.printing import print_expression
from maatwerk.expressions.shortfall import NOTHING, shortfall
from maatwerk.expressions.trace import trace
from maatwerk.expressions.tree import Expression
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, YES_NO
from maatwerk.expressions.typing import check, type_of
from maatwerk.expressions.values import Choice, Empty, Span, Truth, Value
from maatwerk.expressions.words import in_words
from tests.expressions.world import A_MONTH, HERE, NAMES, World
from tests.strategies.expressions import expressions, known_values, partly_known, yes_no

if TYPE_CHECKING:
    from maatwerk.expressions.tree import Node

CALCULABLE = {name: kind for name, kind in NAMES.items() if kind.sort != "tekst"}
any_tree = st.one_of([expressions(CALCULABLE, kind) for kind in (YES_NO, A_MONTH, AMOUNT, NUMBER, DATE)])
everything_known = st.fixed_dictionaries({name: known_values(kind) for name, kind in CALCULABLE.items()})
Given = dict[str, Value]


@st.composite
def less_known(draw: st.DrawFn) -> tuple[Given, Given]:
    """What is so, and what of it is known."""
    known = draw(everything_known)
    return known, {name: draw(partly_known(value, NAMES[name])) for name, value in known.items()}


def inside(narrow: Value, wide: Value) -> bool:
    """Whether every possibility of the one is a possibility of the other."""
    if isinstance(wide, Empty):
        return not wide.sure or wide == narrow
    if isinstance(narrow, Truth):
        return wide in (Truth.UNKNOWN, narrow)
    if isinstance(narrow, Choice) and isinstance(wide, Choice):
        return narrow.options <= wide.options
    assert isinstance(narrow, Span)
    assert isinstance(wide, Span)
    return around(wide, narrow)


def around(wide: Span[Any], narrow: Span[Any]) -> bool:
    low = wide.low is None or (narrow.low is not None and wide.low <= narrow.low)
    return low and (wide.high is None or (narrow.high is not None and narrow.high <= wide.high))


@given(any_tree)
def test_what_is_printed_reads_back_as_the_same_tree(tree: Node) -> None:
    text = print_expression(tree)
    expression, problems = parse(text, HERE)

    assert () == problems
    assert expression is not None
    checked, kind, problems = check(expression, NAMES)
    assert () == problems
    assert kind is not None
    assert checked.root == tree
    assert print_expression(checked.root) == text


@given(any_tree, less_known())
def test_learning_a_fact_never_changes_what_was_known(tree: Node, values: tuple[Given, Given]) -> None:
    known, partly = values

    assert inside(evaluate(tree, World(known)), evaluate(tree, World(partly)))


@given(any_tree)
def test_nothing_known_at_all_is_no_trouble(tree: Node) -> None:
    world = World()

    assert inside(evaluate(tree, world), evaluate(tree, World()))
    assert trace(Expression(tree, "", HERE), world).value == evaluate(tree, world)
    assert in_words(tree, world, "nl")


@given(yes_no({name: kind for name, kind in CALCULABLE.items() if not kind.or_empty}), everything_known)
def test_with_every_fact_known_a_requirement_is_mostly_known_and_only_a_division_may_not_be(
    tree: Node, known: Given
) -> None:
    text = print_expression(tree)

    assert truth(tree, World(known)).known or "/" in text or "plus_" in text


@given(yes_no(CALCULABLE), less_known())
def test_a_shortfall_is_nothing_exactly_when_the_answer_is_there(tree: Node, values: tuple[Given, Given]) -> None:
    world = World(values[1])
    now = truth(tree, world)

    for wanted in (Truth.YES, Truth.NO):
        found = shortfall(tree, world, wanted)
        assert (now is wanted) == (found == NOTHING)
        assert found.unknown_names <= {name for name in names_in(tree) if not world.value(name).known}


@given(any_tree, everything_known)
def test_an_expression_reads_as_words_in_both_languages(tree: Node, known: Given) -> None:
    world = World(known)

    assert in_words(tree, world, "nl")
    assert in_words(tree, world, "en")
    assert type_of(tree, NAMES.__getitem__).sort in {"ja_nee", "bedrag", "getal", "datum"}
