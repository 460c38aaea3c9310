"""How often each finding fires, over drawn cases: `python -m scripts.measure_findings [CASES [RULESET]]`, as Markdown.

`python -m scripts.measure_findings show RULESET NUMBER` prints one of those cases as a case file, to look at by hand.
How they are drawn: scripts/drawn_cases.py. What the figures say: docs/findings-figures.md.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from maatwerk.api import load_ruleset
from maatwerk.bench.testing.possible import possible_findings
from maatwerk.findings.all import DETECTORS
from maatwerk.findings.detect import look
from maatwerk.outcome.outcome import UNKNOWN
from maatwerk.ruleset.library import BUILDING_BLOCKS, shipped
from maatwerk.ruleset.model import Ruleset
from maatwerk.story import view_of
from scripts.drawn_cases import Desk, Drawn

CASES = 10_000
SEEN_WITH = 5
"""So many numbers of cases are kept for each code, to look at by hand."""
NOTHING, NOTES = "nothing seen", "door_mens_gezien"
PROCEDURE = "only procedure"
BUILT_IN = tuple(each.code for each in DETECTORS if each.code not in {"signaal", NOTES})
"""In the order of the detectors. Nobody writes a note in a drawn case; signals go by their own name."""
OF_PROCEDURE = frozenset(each.code for each in DETECTORS if each.kind == "procedure")


@dataclass
class Figures:
    """How often each outcome came, how often each code fired on it, and in which cases first."""

    ruleset: Ruleset
    outcomes: Counter[str] = field(default_factory=Counter)
    fired: Counter[tuple[str, str]] = field(default_factory=Counter)
    seen_in: dict[str, list[int]] = field(default_factory=dict)

    def add(self, number: int, outcome: str, codes: frozenset[str]) -> None:
        """One case more. A case in which nothing else than procedure was seen is counted as such too."""
        self.outcomes[outcome] += 1
        rest = NOTHING if not codes else PROCEDURE if codes <= OF_PROCEDURE else ""
        for code in codes | ({rest} if rest else set()):
            self.fired[code, outcome] += 1
            cases = self.seen_in.setdefault(code, [])
            cases += [number] if len(cases) < SEEN_WITH else []

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that this ruleset can give, in the order of the detectors; its own signals last."""
        own = {each.finding or each.name for each in self.ruleset.signals.values()}
        return (*BUILT_IN, *sorted(own - {*BUILT_IN}))

    def share(self, code: str, outcome: str) -> float:
        """On which part of the cases with this outcome a code fired."""
        return self.fired[code, outcome] / self.outcomes[outcome]


def figures(path: Path, cases: int) -> Figures:
    """The figures of one ruleset over so many drawn cases."""
    ruleset = load_ruleset(path)
    desk, found = Desk(ruleset), Figures(ruleset)
    for number in range(cases):
        found.add(number, *noticed(ruleset, desk.drawn(number)))
    return found


def noticed(ruleset: Ruleset, drawn: Drawn) -> tuple[str, frozenset[str]]:
    """The outcome of a case, and the codes of what the detectors noticed."""
    view = view_of(ruleset, drawn.case, today=drawn.today)
    return view.result.id, frozenset(each.code for each in look(view).noticed)


def as_markdown(found: Figures) -> str:
    """One table: a row for each code, a column for each outcome, most frequent first."""
    outcomes = [name for name, _ in found.outcomes.most_common()]
    kinds = {name: _kind(found.ruleset, name) for name in outcomes}
    lines = [
        f"### {found.ruleset.id} {found.ruleset.header.valid_from}",
        "",
        _row("finding", [f"`{name}` ({kinds[name]})" for name in outcomes]),
        _row("---", ["---:"] * len(outcomes)),
        _row("of all cases", [_percent(found.outcomes[name] / found.outcomes.total()) for name in outcomes]),
    ]
    fired = [code for code in (*found.codes, PROCEDURE, NOTHING) if any(found.fired[code, name] for name in outcomes)]
    lines += [
        _row(f"`{code}`" if code in found.codes else code, [_percent(found.share(code, name)) for name in outcomes])
        for code in fired
    ]
    silent = [code for code in found.codes if code not in fired]
    asked = can_be(found.ruleset)
    never = f"Asked for by the rules, and never seen: {_listed(code for code in silent if code in asked)}."
    cannot = f"Not asked for by these rules: {_listed(code for code in silent if code not in asked)}."
    return "\n".join([*lines, "", f"{never} {cannot}", ""])


def can_be(ruleset: Ruleset) -> frozenset[str]:
    """The codes for which these rules give a detector something to look at, those about procedure too."""
    heavy = any(each.track != "licht" for each in ruleset.outcomes.values())
    term = ruleset.header.term_weeks is not None or bool(ruleset.header.term_calculation)
    when = {
        "bewijs_dun": heavy,
        "niet_gehoord": heavy,
        "te_laat": term,
        "spoed": term and any(each.before for each in ruleset.consequences.values()),
    }
    return possible_findings(ruleset) | {code for code, possible in when.items() if possible}


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(f"`{code}`" for code in codes) or "none"


def _kind(ruleset: Ruleset, outcome: str) -> str:
    return "open" if outcome == UNKNOWN else ruleset.outcomes[outcome].kind


def _percent(share: float) -> str:
    """Whole percents; what is there at all is never 0 %."""
    return "" if not share else "< 1 %" if share < 0.01 else f"{share:.0%}".replace("%", " %")


def _row(first: str, others: Iterable[str]) -> str:
    return f"| {' | '.join((first, *others))} |"


def chosen(name: str = "") -> list[Path]:
    """The shipped rulesets, or those whose id and version begin so."""
    every = sorted(path for path in shipped().glob("*/*.md") if path.parent.name != BUILDING_BLOCKS)
    return [path for path in every if f"{path.parent.name}/{path.stem}".startswith(name)]


def main(arguments: list[str]) -> None:
    """Print the tables, or one case."""
    if arguments[:1] == ["show"]:
        drawn = Desk(load_ruleset(chosen(arguments[1])[0])).drawn(int(arguments[2]))
        print(json.dumps(drawn.file, indent=2, ensure_ascii=False))
        print(f"--on {drawn.today}", file=sys.stderr)
        return
    cases = int(arguments[0]) if arguments else CASES
    for path in chosen(*arguments[1:2]):
        found = figures(path, cases)
        print(as_markdown(found), flush=True)
        for code, numbers in found.seen_in.items():
            print(f"{path.parent.name}/{path.stem} {code}: {numbers}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
