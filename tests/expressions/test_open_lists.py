"""Records that may still come, or of which nobody knows yet whether they belong here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from maatwerk.expressions.any_record import AnyRecord
from maatwerk.expressions.evaluate import evaluate
from maatwerk.expressions.scope import Records
from maatwerk.expressions.values import Span, Truth, Words
from tests.expressions.test_lists import between, gifts
from tests.expressions.world import Plain, Record, World, euros


def test_a_record_that_may_still_come_makes_a_group_only_with_itself() -> None:
    per = {"giften": {"eraf": "€ 0 - schuld"}}
    records: list[Record] = [{"gever": Words("a")}, {"gever": Words("a")}]
    world = World({"schuld": "100"}, records={"giften": records}, unfinished={"giften"}, per=per)

    assert between(None, -100) == world("hoogste_som(eraf uit giften per gever)")


def test_a_record_that_may_still_come_sees_what_is_known_of_the_case() -> None:
    world = gifts({"gift": 5}, unfinished=True, schuld="7", student=True)

    assert euros("7") == world("laagste(schuld uit giften)")
    assert Truth.YES is world("voor_alle(student uit giften)")


def test_a_record_that_may_still_come_reads_norms_as_the_case_does() -> None:
    kinds: dict[str, Plain] = {"soort_woning": "huur_woning", "aantal_kinderen": 2}
    world = World(
        kinds,
        table={("huur_woning", 0): Fraction(7), ("huur_woning", 3): Fraction(9)},
        records={"giften": [{}]},
        unfinished={"giften"},
    )

    assert euros("7") == world("laagste(norm_soort bij soort_woning bij aantal_kinderen uit giften)")


def test_a_record_that_may_still_come_asks_a_list_as_the_case_does() -> None:
    per = {"giften": {"samen": "aantal(huisgenoten)"}}
    records: dict[str, list[Record]] = {"giften": [{}], "huisgenoten": [{}, {}]}
    world = World(records=records, unfinished={"giften"}, per=per)

    assert euros("2") == world("laagste(samen uit giften)")


def test_what_stands_in_no_record_is_that_of_the_case() -> None:
    world = World(definitions={"rond": "afronden(inkomen; 1)"})
    inside = AnyRecord(world, frozenset({"gift"}), evaluate)

    assert inside.type_of("inkomen") == world.type_of("inkomen")
    assert inside.definition("rond") == world.definition("rond")
    assert [True, False] == [inside.is_norm(name) for name in ("norm_alleen", "inkomen")]
    assert "norm alleen" == inside.label("norm_alleen", "nl")


@pytest.mark.parametrize("which", ["laagste", "hoogste"])
def test_a_record_that_may_still_come_adds_no_day_of_the_case(which: str) -> None:
    world = gifts({}, unfinished=True, aanvraag=date(2026, 2, 1))

    assert Span.point(date(2026, 2, 1)) == world(f"{which}(aanvraag uit giften)")


class Undated(World):
    """A world in which nobody knows yet whether the second gift belongs here."""

    def records(self, name: str) -> Records | None:
        found = super().records(name)
        return replace(found, perhaps=frozenset({1})) if found else None


def test_a_record_of_which_nobody_knows_whether_it_belongs_here_counts_perhaps() -> None:
    world = Undated(records={"giften": [{"gift": 5}, {"gift": 7}]})

    assert between(1, 2) == world("aantal(giften)")
    assert between(5, 12) == world("som(gift uit giften)")
