"""What must hold of every question about lists, tried on generated ones, with records and fields that are not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from maatwerk.expressions.because import because
from maatwerk.expressions.evaluate import evaluate, truth
from maatwerk.expressions.names import lists_in, names_in, values_in
from maatwerk.expressions.parser import parse
from maatwerk.expressions.printing import print_expression
from maatwerk.expressions.shortfall import NOTHING, shortfall
from maatwerk.expressions.trace import trace
from maatwerk.expressions.tree import Expression
from maatwerk.expressions.types import AMOUNT, DATE, NUMBER, YES_NO, Type
from maatwerk.expressions.typing import check
from maatwerk.expressions.values import Span, Truth, Value
from maatwerk.expressions.words import in_words
from tests.expressions.test_properties import CALCULABLE, inside
from tests.expressions.world import HERE, LISTS, NAMES, World
from tests.strategies.expressions import expressions, known_values, partly_known, yes_no

if TYPE_CHECKING:
    from maatwerk.expressions.tree import Node

SOME = {name: kind for name, kind in CALCULABLE.items() if name in {"schuld", "student", "aanvraag", "einde"}}
any_tree = st.one_of([expressions(SOME, kind, lists=LISTS) for kind in (YES_NO, AMOUNT, NUMBER, DATE)])
Given = dict[str, Value]
Known = tuple[Given, dict[str, list[Given]], frozenset[str]]  # facts, records of lists, lists to which more may come


def records_of(name: str) -> st.SearchStrategy[list[Given]]:
    return st.lists(
        st.fixed_dictionaries({field: known_values(kind) for field, kind in LISTS[name].items()}), max_size=4
    )


all_known: st.SearchStrategy[Known] = st.tuples(
    st.fixed_dictionaries({name: known_values(kind) for name, kind in SOME.items()}),
    st.fixed_dictionaries({name: records_of(name) for name in LISTS}),
    st.just(frozenset[str]()),
)


def less_of(value: Value, kind: Type) -> st.SearchStrategy[Value]:
    """This value, or less known of it."""
    if value.known:
        return partly_known(value, kind)
    return st.sampled_from([value, Span(None, None)]) if isinstance(value, Span) else st.just(value)


@st.composite
def less(draw: st.DrawFn, known: Known) -> Known:
    """Of the same world less is known: of facts, of fields, of which records there are."""
    facts, records, unfinished = known
    fewer: dict[str, list[Given]] = {}
    opened = set(unfinished)
    for name, each in records.items():
        how = draw(st.sampled_from(["whole", "open", "unknown"]))
        kept = [record for record in each if how == "whole" or draw(st.booleans())]
        opened |= {name} if how == "open" else set()
        if how != "unknown":
            fewer[name] = [
                {field: draw(less_of(value, LISTS[name][field])) for field, value in record.items()} for record in kept
            ]
    return {name: draw(less_of(value, NAMES[name])) for name, value in facts.items()}, fewer, frozenset(opened)


def world(known: Known) -> World:
    facts, records, unfinished = known
    return World(facts, records=records, unfinished=unfinished)


@given(any_tree)
def test_what_is_printed_reads_back_as_the_same_tree(tree: Node) -> None:
    text = print_expression(tree)
    expression, problems = parse(text, HERE)

    assert () == problems
    assert expression is not None
    checked, kind, problems = check(expression, NAMES, lists=LISTS)
    assert () == problems
    assert kind is not None
    assert checked.root == tree
    assert print_expression(checked.root) == text


@given(any_tree, all_known, st.data())
def test_whatever_the_unknown_records_and_fields_turn_out_to_be_the_result_lies_inside(
    tree: Node, known: Known, data: st.DataObject
) -> None:
    partly = data.draw(less(known))

    assert inside(evaluate(tree, world(known)), evaluate(tree, world(partly)))


@given(any_tree, all_known, st.data())
def test_learning_a_field_or_a_record_never_changes_what_was_known(
    tree: Node, known: Known, data: st.DataObject
) -> None:
    partly = data.draw(less(known))
    hardly = data.draw(less(partly))

    assert inside(evaluate(tree, world(partly)), evaluate(tree, world(hardly)))


@given(any_tree, all_known, st.data())
def test_an_expression_over_lists_has_words_and_steps(tree: Node, known: Known, data: st.DataObject) -> None:
    here = world(data.draw(less(known)))

    assert in_words(tree, here, "nl")
    assert in_words(tree, here, "en")
    assert trace(Expression(tree, "", HERE), here).value == evaluate(tree, here)
    assert str(trace(Expression(tree, "", HERE), here))
    assert names_in(tree) == values_in(tree) | lists_in(tree)


@given(yes_no(SOME, lists=LISTS), all_known, st.data())
def test_a_shortfall_is_nothing_exactly_when_the_answer_is_there(tree: Node, known: Known, data: st.DataObject) -> None:
    here = world(data.draw(less(known)))
    now = truth(tree, here)

    assert because(tree, here, "nl")
    for wanted in (Truth.YES, Truth.NO):
        assert (now is wanted) == (shortfall(tree, here, wanted) == NOTHING)
