"""For whom the outcome changes: a case for every old and new outcome that can go together, or the proof of none."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.api import check, load_case, load_ruleset
from maatwerk.bench.diff.outcomes import Turn
from maatwerk.bench.diff.showing import amount_of, facts_of, figures_of
from maatwerk.exploration.witness import as_row
from maatwerk.expressions.values import exactly
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.skeleton import new_ruleset_text
from tests.diff.versions import LAPTOP, OLD_LIMIT, WIDER, compared, laptop, laptop_case, library, version

if TYPE_CHECKING:
    from pathlib import Path

    from maatwerk.bench.diff.outcomes import OutcomeDiff
    from tests.diff.versions import Replacements

NONE, HALF, WHOLE = "geen_vergoeding", "halve_vergoeding", "hele_vergoeding"


def outcomes(folder: Path, *changes: tuple[str, str], old: Replacements = ()) -> OutcomeDiff:
    found = compared(*laptop(folder, changes, old=old)).outcomes
    assert found is not None
    return found


def turned(found: OutcomeDiff) -> set[tuple[str, str]]:
    return {(each.turn.old, each.turn.new) for each in found.witnesses}


def test_a_higher_limit_turns_one_outcome_and_nothing_else(tmp_path: Path) -> None:
    found = outcomes(tmp_path, *WIDER)
    (witness,) = found.witnesses

    assert Turn(NONE, HALF) == witness.turn
    assert "€ 1.681,81" == as_row(witness.old)["inkomen"]
    assert as_row(witness.old) == as_row(witness.new)
    assert (True, 8) == (found.exhaustive, len(found.never))


def test_the_witness_names_the_limit_of_both_versions(tmp_path: Path) -> None:
    (witness,) = outcomes(tmp_path, *WIDER).witnesses
    old, new = ([each.replace("\N{NO-BREAK SPACE}", " ") for each in some] for some in figures_of(witness))

    assert ["de grens voor de halve vergoeding € 1.681,80 per maand"] == old
    assert ["de grens voor de halve vergoeding € 1.821,95 per maand"] == new
    assert "" == amount_of(witness.old, NONE)
    assert "€\N{NO-BREAK SPACE}224,50" == amount_of(witness.new, HALF)
    assert "inkomen € 1.681,81" in facts_of(witness)


def test_120_percent_where_it_was_110_percent(tmp_path: Path) -> None:
    found = outcomes(tmp_path, old=OLD_LIMIT)

    assert {(NONE, HALF), (HALF, WHOLE)} == turned(found)
    assert found.exhaustive


def test_the_other_way_round_the_same_pairs_turn_back(tmp_path: Path) -> None:
    old, new = laptop(tmp_path, (), old=OLD_LIMIT)
    there, back = compared(old, new).outcomes, compared(new, old).outcomes
    assert there is not None
    assert back is not None

    assert turned(there) == {(one, other) for other, one in turned(back)}


def test_an_equal_outcome_with_another_amount_is_a_change(tmp_path: Path) -> None:
    found = outcomes(
        tmp_path, ("| 2026-01-01 | € 449  |", "| 2026-01-01 | € 500  |"), ("laptop van € 449.", "laptop van € 500.")
    )

    assert {(WHOLE, WHOLE), (HALF, HALF)} == turned(found)
    assert all(each.turn.same for each in found.witnesses)
    amounts = {each.turn.old: (amount_of(each.old, WHOLE), amount_of(each.new, WHOLE)) for each in found.witnesses}
    assert ("€\N{NO-BREAK SPACE}449,00", "€\N{NO-BREAK SPACE}500,00") == amounts[WHOLE]


def test_a_change_of_words_or_findings_turns_no_outcome(tmp_path: Path) -> None:
    found = outcomes(tmp_path, ("- ernst: 2", "- ernst: 3"))

    assert ((), True) == (found.witnesses, found.exhaustive)


def test_an_outcome_that_only_got_another_name_does_not_turn(tmp_path: Path) -> None:
    found = outcomes(tmp_path, ("halve_vergoeding", "de_helft"))

    assert ((), True) == (found.witnesses, found.exhaustive)


def test_a_fact_with_another_name_is_the_same_fact_for_both(tmp_path: Path) -> None:
    found = outcomes(tmp_path, ("eerder_gekregen", "al_gehad"), *WIDER)

    assert ((), ()) == (found.only_old, found.only_new)
    assert {(NONE, HALF)} == turned(found)
    assert "wel al gehad" in facts_of(found.witnesses[0])


def test_every_witness_is_what_a_check_of_that_case_says(tmp_path: Path) -> None:
    files = laptop(tmp_path, (), old=OLD_LIMIT)
    found = compared(*files).outcomes
    assert found is not None
    for witness in found.witnesses:
        for file, situation, expected in (
            (files[0], witness.old, witness.turn.old),
            (files[1], witness.new, witness.turn.new),
        ):
            rules = load_ruleset(file)
            facts = {name: _as_json(text) for name, text in as_row(situation).items()}
            case = load_case({"case": "Z-1", "ruleset": LAPTOP, "facts": facts}, rules)
            assert expected == check(rules, case, today=date(2026, 3, 2), questions=False).outcome.id


def _as_json(text: str) -> str:
    amount = text.removeprefix("€ ").replace(".", "").replace(",", ".")
    return amount if text.startswith("€") else text


def test_versions_of_different_days_are_compared_on_those_of_the_last(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    old, new = shelf / LAPTOP / "2026-01-01.md", version(shelf, LAPTOP, WIDER, day="2026-07-01")
    there, back = compared(old, new), compared(new, old)

    assert date(2026, 7, 1) == there.pair.days.first == back.pair.days.first
    assert there.outcomes is not None
    (witness,) = there.outcomes.witnesses
    assert date(2026, 7, 1) == exactly(witness.old.values["aanvraagdatum"])


def test_a_fact_that_only_one_version_asks_is_left_unknown_for_the_other(tmp_path: Path) -> None:
    fact = "| laptop_gestolen     | ja_nee"
    more = (
        (
            fact,
            "| heeft_stadspas | ja_nee | Hebt u een pas? | Do you have a pass? | inwoner | inwoner | gewoon | |\n"
            + fact,
        ),
        ("- eis: inkomen <= grens_halve_vergoeding", "- eis: inkomen <= grens_halve_vergoeding of heeft_stadspas"),
    )
    found = outcomes(tmp_path, *more)

    assert (("heeft_stadspas",), ()) == (found.only_new, found.only_old)
    assert {(NONE, HALF)} == turned(found)
    (witness,) = found.witnesses
    assert "wel heeft stadspas" in facts_of(witness)
    assert "heeft_stadspas" not in witness.old.values


def test_a_fact_of_another_kind_is_not_searched_and_that_is_said(tmp_path: Path) -> None:
    old, new = (tmp_path / name / "fiets" / "2026-01-01.md" for name in ("old", "new"))
    text = new_ruleset_text("fiets", "Een fiets", "het college")
    for file, each in ((old, text), (new, text.replace("bedrag per maand", "bedrag per jaar "))):
        file.parent.mkdir(parents=True)
        file.write_text(each, "utf-8")
    found = compared(old, new).outcomes
    assert found is not None

    assert ("inkomen",) == found.other_kind
    assert ((), False) == (found.witnesses, found.exhaustive)


def test_two_versions_without_one_fact_in_common() -> None:
    folder = shipped() / "bijstand-giften"
    found = compared(folder / "2015-01-01.md", folder / "2026-01-01.md").outcomes
    assert found is not None

    assert {
        (old, new) for old in ("terugvordering", "geen_terugvordering") for new in ("niets_telt_mee", "deel_telt_mee")
    } == turned(found)
    assert "tijdvakken" in found.only_old
    assert "giften" in found.only_new
    assert found.exhaustive


def test_a_limit_over_a_list_turns_and_what_more_rows_do_is_said(tmp_path: Path) -> None:
    old, new = (library(tmp_path / name) / "bijstand-giften" / "2026-01-01.md" for name in ("old", "new"))
    text = new.read_text("utf-8")
    assert "- eis: samen <= vrijlating_giften" in text
    new.write_text(text.replace("- eis: samen <= vrijlating_giften", "- eis: samen < vrijlating_giften"), "utf-8")
    found = compared(old, new).outcomes
    assert found is not None
    (witness,) = found.witnesses

    assert Turn("niets_telt_mee", "deel_telt_mee") == witness.turn
    assert Fraction(1200) == exactly(witness.old.value("samen"))
    assert not found.exhaustive
    assert "giften" in found.left


def test_a_case_helper_is_a_case_of_the_shipped_rules() -> None:
    (file,) = (shipped() / LAPTOP).glob("*.md")
    rules = load_ruleset(file)

    assert WHOLE == check(rules, load_case(laptop_case(), rules), today=date(2026, 3, 2)).outcome.id
