"""What a rule table refuses, and when two tables are the same."""

from __future__ import annotations

import pytest

from maatwerk.reasoning.table import Atom, Fact, Kind, Pattern, Rule, Table, TableError, Var

X, Y, Z = Var("x"), Var("y"), Var("z")
KINDS = (
    Kind("person", (("name", str), ("age", int)), 0),
    Kind("likes", (("who", str), ("whom", str)), 0),
    Kind("flag", (("on", bool),), 0),
    Kind("adult", (("name", str),), 1),
    Kind("alone", (("name", str),), 2),
)
ADULT = Rule("adult", 1, (Pattern("person", (X, Y)),), then=(Pattern("adult", (X,)),), greater=(("y", 17),))
ALONE = Rule("alone", 2, (Pattern("adult", (X,)),), (Pattern("likes", (None, X)),), (Pattern("alone", (X,)),))


def rule(
    when: tuple[Pattern, ...] = (Pattern("person", (X, Y)),),
    *,
    stratum: int = 1,
    unless: tuple[Pattern, ...] = (),
    then: tuple[Pattern, ...] = (Pattern("adult", (X,)),),
    greater: tuple[tuple[str | int, str | int], ...] = (),
) -> Rule:
    return Rule("rule", stratum, when, unless, then, greater)


WRONG_RULES = {
    "an unknown kind": rule((Pattern("animal", (X,)),)),
    "too few columns": rule((Pattern("person", (X,)),)),
    "a number for a string": rule((Pattern("person", (1, None)), Pattern("adult", (X,)))),
    "a boolean for a number": rule((Pattern("person", (X, True)),)),
    "a number too large": rule((Pattern("person", (X, 2**31)),)),
    "stratum 0": rule(stratum=0),
    "no conclusion": rule(then=()),
    "a conclusion of another stratum": rule(stratum=2),
    "a conclusion with an open place": rule(then=(Pattern("adult", (None,)),)),
    "a conclusion with an unbound variable": rule(then=(Pattern("adult", (Z,)),)),
    "a match on a higher stratum": rule((Pattern("alone", (X,)),)),
    "a denial in its own stratum": rule(unless=(Pattern("adult", (X,)),)),
    "a denial with an unbound variable": rule(unless=(Pattern("likes", (X, Z)),)),
    "a variable of two types": rule((Pattern("person", (X, X)),)),
    "a comparison of strings": rule(greater=(("x", 1),)),
    "a comparison of an unbound variable": rule(greater=(("z", 1),)),
    "a comparison of two constants": rule(greater=((2, 1),)),
    "a comparison with a boolean": rule(greater=(("y", True),)),
    "a comparison with a large number": rule(greater=(("y", 2**31),)),
    "too many comparisons": rule(greater=(("y", 1),) * 9),
    "a product of two patterns": rule((Pattern("person", (X, None)), Pattern("likes", (Y, None)))),
    "too many conditions": rule((Pattern("person", (X, Y)),) * 13),
}


@pytest.mark.parametrize("wrong", WRONG_RULES.values(), ids=WRONG_RULES.keys())
def test_a_rule_that_breaks_the_schema_is_refused(wrong: Rule) -> None:
    with pytest.raises(TableError, match="rule 'rule'"):
        Table(KINDS, [wrong])


def test_a_sound_table_is_accepted() -> None:
    assert Table(KINDS, [ADULT, ALONE]).strata == ((1, (ADULT,)), (2, (ALONE,)))


@pytest.mark.parametrize(
    "wrong",
    [
        Kind("kind", (), -1),
        Kind("kind", (("amount", float),), 0),
        Kind("kind", (("a", str), ("a", int)), 0),
        Kind("kind", tuple((f"c{number}", str) for number in range(21)), 0),
    ],
)
def test_a_kind_that_the_engine_cannot_hold_is_refused(wrong: Kind) -> None:
    with pytest.raises(TableError, match="kind 'kind'"):
        Table([wrong], [])


def test_a_name_has_one_meaning() -> None:
    with pytest.raises(TableError, match="'adult' is used twice"):
        Table(KINDS, [ADULT, ADULT])
    with pytest.raises(TableError, match="'person' is used twice"):
        Table([KINDS[0], KINDS[0]], [])


def test_a_ground_pattern_may_stand_beside_another() -> None:
    beside = rule((Pattern("person", (X, Y)), Pattern("flag", (True,)), Pattern("likes", (None, None))))
    assert Table(KINDS, [beside]).rules == (beside,)


@pytest.mark.parametrize(
    "fact",
    [
        Fact("animal", ("cat",)),
        Fact("adult", ("S. Yilmaz",)),
        Fact("person", ("S. Yilmaz",)),
        Fact("person", ("S. Yilmaz", "44")),
        Fact("person", ("S. Yilmaz", True)),
        Fact("person", ("S. Yilmaz", -(2**31))),
        Fact("flag", (1,)),
    ],
)
def test_a_fact_outside_the_schema_is_refused_without_its_values(fact: Fact) -> None:
    with pytest.raises(TableError) as refused:
        Table(KINDS, [ADULT]).given([fact])
    assert "Yilmaz" not in str(refused.value)
    assert "44" not in str(refused.value)


def test_order_of_writing_does_not_change_a_table() -> None:
    table, turned = Table(KINDS, [ADULT, ALONE]), Table(reversed(KINDS), [ALONE, ADULT])
    assert table == turned
    assert hash(table) == hash(turned)
    assert table.fingerprint() == turned.fingerprint()


OTHER_RULES = {
    "name": Rule("grown", 1, ADULT.when, then=ADULT.then, greater=ADULT.greater),
    "constant for variable": rule((Pattern("person", (X, 0)),)),
    "no comparison": Rule("adult", 1, ADULT.when, then=ADULT.then),
    "a denial": Rule("adult", 1, ADULT.when, (Pattern("flag", (True,)),), ADULT.then, ADULT.greater),
}


@pytest.mark.parametrize("other", OTHER_RULES.values(), ids=OTHER_RULES.keys())
def test_another_rule_is_another_table(other: Rule) -> None:
    assert Table(KINDS, [ADULT]) != Table(KINDS, [other])


@pytest.mark.parametrize(("one", "another"), [(True, 1), ("x", X), ("1", 1), (None, "None")])
def test_values_that_look_alike_give_other_fingerprints(one: Atom | Var | None, another: Atom | Var | None) -> None:
    def fingerprint(value: Atom | Var | None) -> str:
        of = type(value) if isinstance(value, (bool, int)) else str
        then = (Pattern("adult", (X,)),)
        when = (Pattern("odd", (X, value)),)
        odd = Kind("odd", (("who", str), ("what", of)), 0)
        return Table([odd, KINDS[3]], [Rule("odd", 1, when, then=then)]).fingerprint()

    assert fingerprint(one) != fingerprint(another)


def test_a_fingerprint_is_the_same_on_every_machine() -> None:
    kinds = [Kind("likes", (("who", str), ("whom", str)), 0), Kind("liked", (("who", str),), 1)]
    table = Table(kinds, [Rule("liked", 1, (Pattern("likes", (None, X)),), then=(Pattern("liked", (X,)),))])
    assert table.fingerprint() == "8fc668f8053547ff04357c22d1057aa83d38a7e0b08fc47ce19f77eb3828a67f"
