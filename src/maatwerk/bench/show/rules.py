"""Sections about the strict rules: purposes, outcomes, criteria, calculations, consequences and signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import percentage
from maatwerk.basics.text import counted
from maatwerk.bench.show.given import type_in
from maatwerk.bench.show.picture import picture_of
from maatwerk.bench.show.tree import tree_of
from maatwerk.pages.model import Bullets, Pairs, Paragraph, Section
from maatwerk.ruleset.grounds import fits

if TYPE_CHECKING:
    from maatwerk.bench.show.reader import Reader
    from maatwerk.pages.model import Words
    from maatwerk.ruleset.model import Calculation, Consequence, Criterion, Outcome, Purpose, Signal

Row = tuple[str, "Words | Bullets"]


def filled(*rows: Row) -> Pairs:
    """The rows in which there is something."""
    return Pairs(tuple((name, what) for name, what in rows if isinstance(what, Bullets) or any(what)))


def doubt(reader: Reader, text: str) -> Row:
    """The row for a `nagaan`."""
    return reader.say("to_check"), (reader.dutch(text),) if text else ()


def purposes(reader: Reader) -> Section | None:
    """What the rules are for, and which rules serve it."""
    found = reader.ruleset.purposes.values()
    aimless = [each.name for each in reader.ruleset.criteria.values() if not each.serves]
    rest = (Paragraph((reader.say("serves_none"), *reader.links(aimless), ".")),) if aimless else ()
    parts = tuple(_purpose(reader, each) for each in found)
    return Section("section-purposes", reader.say("purposes"), rest, parts) if found or aimless else None


def _purpose(reader: Reader, purpose: Purpose) -> Section:
    serving = [each.name for each in reader.ruleset.criteria.values() if purpose.name in each.serves]
    rows = filled(
        (reader.say("served_by"), reader.links(serving)),
        (reader.say("bears"), (reader.say(f"bears_{purpose.bears}"),)),
        (reader.say("source"), (reader.dutch(purpose.source),)),
        doubt(reader, purpose.to_check),
    )
    return Section(purpose.name, reader.heading(purpose.name), (Paragraph(reader.text(purpose.text)), rows))


def outcomes(reader: Reader) -> Section | None:
    """Every outcome, with its tree as a picture and as a list."""
    parts = tuple(_outcome(reader, each) for each in reader.ruleset.outcomes.values())
    what = Paragraph((reader.say("outcomes_what"),))
    return Section("section-outcomes", reader.say("outcomes"), (what,), parts) if parts else None


def _outcome(reader: Reader, outcome: Outcome) -> Section:
    title = reader.say("tree_of", name=reader.name(outcome.name))
    picture = picture_of(tree_of(reader, outcome), outcome.name, title)
    rows = filled(
        (reader.say("kind"), (reader.say(f"kind_{outcome.kind}"),)),
        (reader.say("says"), reader.text(outcome.say) if outcome.say != outcome.text else ()),
        (reader.say("amount"), reader.rule(outcome.amount) if outcome.amount else ()),
        (reader.say("also"), reader.links(outcome.also) if outcome.also else ()),
        (reader.say("shows"), reader.links(outcome.show) if outcome.show else ()),
        (reader.say("precedes"), reader.links(outcome.precedes) if outcome.precedes else ()),
        (reader.say("track"), (reader.say(f"track_{outcome.track}"),)),
        (reader.say("remedy"), (reader.say(f"remedy_{outcome.remedy}"),)),
        doubt(reader, outcome.to_check),
    )
    return Section(outcome.name, reader.heading(outcome.name), (Paragraph(reader.text(outcome.text)), rows, picture))


def criteria(reader: Reader) -> Section | None:
    """Every criterion: what it asks, where it stands and which room there is."""
    parts = tuple(_criterion(reader, each) for each in reader.ruleset.criteria.values())
    return Section("section-criteria", reader.say("criteria"), (), parts) if parts else None


def _criterion(reader: Reader, each: Criterion) -> Section:
    waits = tuple(name for name in each.waits_for if name in reader.ruleset.criteria)
    elsewhere = ", ".join(name for name in each.waits_for if name not in waits)
    exceptions = [rule.name for rule in reader.ruleset.exceptions.values() if each.name in rule.criteria]
    rows = filled(
        (reader.say("requires"), reader.parts(each.requirement)),
        (reader.say("per"), (reader.link(each.per),) if each.per else ()),
        (reader.say("source"), (reader.dutch(each.source),)),
        (reader.say("rank"), (reader.say(f"rank_{each.rank}"),)),
        (reader.say("room"), (reader.say(f"room_{each.room}"),)),
        (reader.say("sort"), (reader.say(f"sort_{each.kind}"),) if each.kind != "inhoud" else ()),
        (reader.say("regimes"), (", ".join(reader.name(name) for name in each.regimes),)),
        (reader.say("serves"), reader.links(each.serves) if each.serves else ()),
        (reader.say("by_purpose"), reader.parts(each.by_purpose)),
        (reader.say("feasible_if"), reader.parts(each.feasible_if)),
        (reader.say("small_if"), reader.parts(each.small_if)),
        (reader.say("margin"), (_margin(reader, each),)),
        (reader.say("waits_for"), reader.links(waits) if waits else (elsewhere,)),
        (reader.say("conflicts_with"), (each.conflicts_with,)),
        (reader.say("conflicts_if"), reader.parts(each.conflicts_if)),
        (reader.say("met"), reader.text(each.met)),
        (reader.say("not_met"), reader.text(each.not_met)),
        (reader.say("fitting"), _fitting(reader, each)),
        (reader.say("exceptions_here"), reader.links(exceptions) if exceptions else ()),
        *origin(reader, each.name),
        doubt(reader, each.to_check),
    )
    return Section(each.name, reader.heading(each.name), (rows,))


def _fitting(reader: Reader, each: Criterion) -> Words:
    """The grounds on which one may depart from it; nobody departs from a characteristic of a person."""
    if each.kind == "kenmerk":
        return ()
    found = [ground.name for ground in reader.ruleset.grounds.values() if fits(ground, each)]
    return reader.links(found) if found else (reader.say(f"fitting_none_{each.room}"),)


def _margin(reader: Reader, each: Criterion) -> str:
    """How near the limit is nearly, where a jurist chose another margin than that of the settings."""
    chosen, usual = each.small_margin, reader.ruleset.settings
    if (chosen.share, chosen.days) == (usual.margin_share, usual.margin_days):
        return ""
    share = [percentage(chosen.share, reader.lang)] if chosen.share not in (0, usual.margin_share) else []
    own_days = chosen.days not in (0, usual.margin_days)
    days = [reader.say(counted("days", chosen.days), number=chosen.days)] if own_days else []
    return reader.say("margin_most", most=", ".join(share + days)) if share or days else reader.say("margin_off")


def origin(reader: Reader, name: str) -> tuple[Row, ...]:
    """From which building block a name comes, if it is not the ruleset's own."""
    found = reader.ruleset.origin.get(name, "")
    return ((reader.say("origin"), (found,)),) if found not in ("", reader.ruleset.id) else ()


def calculations(reader: Reader) -> Section | None:
    """What is computed on the way."""
    found = tuple(_calculation(reader, each) for each in reader.ruleset.calculations.values())
    return Section("section-calculations", reader.say("calculations"), (), found) if found else None


def _calculation(reader: Reader, each: Calculation) -> Section:
    rows = filled(
        (reader.say("words"), reader.text(each.words)),
        (reader.say("computed"), reader.parts(each.expression)),
        (reader.say("type"), (type_in(reader, each),)),
        (reader.say("per"), (reader.link(each.per),) if each.per else ()),
        (reader.say("source"), (reader.dutch(each.source),)),
        *origin(reader, each.name),
        doubt(reader, each.to_check),
    )
    return Section(each.name, reader.heading(each.name), (rows,))


def consequences(reader: Reader) -> Section | None:
    """What the outcomes do to people."""
    found = tuple(_consequence(reader, each) for each in reader.ruleset.consequences.values())
    return Section("section-consequences", reader.say("consequences"), (), found) if found else None


def _consequence(reader: Reader, each: Consequence) -> Section:
    rows = filled(
        (reader.say("at"), reader.links(each.outcomes)),
        (reader.say("when"), reader.parts(each.when) if each.when else (reader.say("always"),)),
        (reader.say("affects"), (f"{reader.say(f'affects_{each.affects}')} {reader.say(f'who_{each.who}')}",)),
        (reader.say("severity"), (reader.say(f"severity_{each.severity}"),)),
        (reader.say("before"), reader.rule(each.before) if each.before else ()),
        (reader.say("child_if"), reader.parts(each.child_if)),
        doubt(reader, each.to_check),
    )
    return Section(each.name, reader.heading(each.name), (Paragraph(reader.text(each.text)), rows))


def signals(reader: Reader) -> Section | None:
    """What a jurist wants noticed."""
    found = tuple(_signal(reader, each) for each in reader.ruleset.signals.values())
    return Section("section-signals", reader.say("signals"), (), found) if found else None


def _signal(reader: Reader, each: Signal) -> Section:
    rows = filled(
        (reader.say("when"), reader.parts(each.when)),
        (reader.say("at"), reader.links(each.outcomes) if each.outcomes else ()),
        (reader.say("nature"), (reader.say(f"nature_{each.nature}"),)),
        (reader.say("finding"), (each.finding.replace("_", " "),)),
        (reader.say("do_now"), reader.text(each.do_now)),
        (reader.say("norm"), (reader.dutch(each.norm),)),
        doubt(reader, each.to_check),
    )
    return Section(each.name, reader.heading(each.name), (Paragraph(reader.text(each.text)), rows))
