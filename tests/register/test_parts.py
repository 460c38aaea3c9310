"""Two parts of one case are two decisions, also when they are taken at the very same moment."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from maatwerk import CasePart, Decision, Organisation, Register, check, decide, load_parts

ROOT = Path(__file__).parents[2]
TODAY, MOMENT = date(2026, 11, 20), datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def decided(part: CasePart, organisation: Organisation) -> Decision:
    person = organisation.people.find("dkaya")
    assert person is not None
    assessment = check(part.ruleset, part.case, today=TODAY, adopted=True)
    return decide(
        part.ruleset,
        part.case,
        assessment,
        choice="follow",
        person=person,
        people=organisation.people,
        at=MOMENT,
        reasons="De inwoner kreeg in deze tijd te veel hulp.",
        answers={f"point:{point.key}": "Besproken met de inwoner." for point in assessment.points},
        contact_moment=part.case.process.contacts[-1],
    )


def test_two_parts_decided_at_one_moment_are_two_entries_and_each_is_found_again(tmp_path: Path) -> None:
    organisation = Organisation.create(tmp_path / "gemeente", demo=True)
    case = ROOT / "examples" / "cases" / "giften-over-twee-jaren.json"
    parts = load_parts(case, ROOT / "rulesets", today=TODAY)
    made = [decided(part, organisation) for part in parts]
    with Register.open(organisation.register) as register:
        numbers = [register.record(each).number for each in made]
        found = [
            register.decided_on(each.case, "bijstand-giften", each.assessment.facts_hash, part.valid_from)
            for each, part in zip(made, parts, strict=True)
        ]
        other = register.decided_on("een-andere-zaak", "bijstand-giften", made[0].assessment.facts_hash, "2015-01-01")
    assert len(set(numbers)) == 2
    assert (found, other) == (numbers, "")
