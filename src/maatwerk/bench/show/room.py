"""Sections about the room around the rules: grounds, exceptions, what else can be done, and promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.basics.formatting import amount
from maatwerk.bench.show.rules import doubt, filled, origin
from maatwerk.expressions.tree import Expression
from maatwerk.pages.model import Bullets, Item, Paragraph, Section, Table
from maatwerk.ruleset.grounds import fits, open_norms_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maatwerk.bench.show.reader import Reader
    from maatwerk.pages.model import Block, Words
    from maatwerk.ruleset.model import Alternative, ExceptionRule, Ground, LetterText, OpenNorm, Promise


def grounds(reader: Reader) -> Section | None:
    """Every lawful way out with its rung, and the criteria that none of them fits."""
    found = reader.ruleset.grounds.values()
    stuck = [
        each.name
        for each in reader.ruleset.criteria.values()
        if each.kind != "kenmerk" and each.room != "oordeel" and not any(fits(ground, each) for ground in found)
    ]
    rest: list[Block] = [Paragraph((reader.say("no_ground"), *reader.links(stuck), "."))] if stuck else []
    alone = reader.ruleset.header.is_building_block  # then they wait for the rules that will use them
    idle = [each for each in found if not alone and not _fitting(reader, each)]
    rest += [_idle(reader, idle)] if idle else []
    parts = tuple(_ground(reader, each) for each in found if each not in idle)
    return Section("section-grounds", reader.say("grounds"), tuple(rest), parts) if found or stuck else None


def _fitting(reader: Reader, ground: Ground) -> list[str]:
    criteria = reader.ruleset.criteria.values()
    return [each.name for each in criteria if each.kind != "kenmerk" and fits(ground, each)]


def _idle(reader: Reader, grounds: Sequence[Ground]) -> Table:
    """The grounds that a building block brings along and that fit nothing here."""
    heads = tuple(reader.say(f"head_{head}") for head in ("ground", "rung", "test"))
    rows = tuple(((each.article,), (_rung(reader, each),), reader.text(each.test)) for each in grounds)
    return Table(reader.say("idle_grounds"), heads, rows, tuple(each.name for each in grounds))


def _rung(reader: Reader, ground: Ground) -> str:
    return f"{ground.rung}: {reader.say(f'rung_{ground.rung}')}"


def _ground(reader: Reader, each: Ground) -> Section:
    rows = filled(
        (reader.say("rung"), (_rung(reader, each),)),
        (reader.say("fits"), reader.links(_fitting(reader, each))),
        (reader.say("authority"), (reader.dutch(reader.name(each.authority)),)),
        (reader.say("questions"), (", ".join(each.questions),)),
        (reader.say("four_eyes"), (reader.say("yes"),) if each.four_eyes else ()),
        (reader.say("jurist"), (reader.say("jurist_only"),) if each.ask_jurist else ()),
        (reader.say("third_parties"), (reader.say(f"third_{each.third_parties}"),) if each.third_parties else ()),
        (reader.say("left_open"), _left_open(reader, each.article)),
        *origin(reader, each.name),
        doubt(reader, each.to_check),
    )
    return Section(each.name, reader.heading(each.name), (Paragraph(reader.text(each.test)), rows))


def exceptions(reader: Reader) -> Section | None:
    """The ruleset's own exceptions."""
    found = tuple(_exception(reader, each) for each in reader.ruleset.exceptions.values())
    return Section("section-exceptions", reader.say("exceptions"), (), found) if found else None


def _exception(reader: Reader, each: ExceptionRule) -> Section:
    ground = reader.ruleset.grounds[each.ground]
    rows = filled(
        (reader.say("on"), reader.links(each.criteria)),
        (reader.say("effect"), _effect(reader, each)),
        (reader.say("allowed_if"), reader.parts(each.allowed_if)),
        (reader.say("ground"), (reader.link(ground.name), reader.say("on_rung", rung=ground.rung))),
        (reader.say("left_open"), _left_open(reader, ground.article)),
        (reader.say("authority"), (reader.dutch(reader.name(each.authority)),)),
        (reader.say("at_most"), (amount(each.at_most, reader.lang),) if each.at_most is not None else ()),
        (reader.say("four_eyes"), _four_eyes(reader, each)),
        (reader.say("until"), _until(reader, each)),
        (reader.say("conditions"), reader.text(each.conditions)),
        (reader.say("supports"), reader.links(each.supports) if each.supports else ()),
        (reader.say("opposes"), reader.links(each.opposes) if each.opposes else ()),
        (reader.say("third_parties"), reader.text(each.third_parties)),
        (reader.say("third_parties_if"), reader.parts(each.third_parties_if)),
        (reader.say("not_with"), reader.links(each.not_with) if each.not_with else ()),
        (reader.say("track"), (reader.say(f"track_{each.track}"),)),
        doubt(reader, each.to_check),
    )
    return Section(each.name, reader.heading(each.name), (Paragraph(reader.text(each.say)), rows))


def _effect(reader: Reader, each: ExceptionRule) -> Words | Bullets:
    if each.becomes:
        return (reader.say("becomes"), reader.link(each.becomes))
    if not each.replaces:
        return (reader.say("sets_aside"),)
    told = tuple(Item((reader.link(name), reader.say("instead"), *reader.rule(other))) for name, other in each.replaces)
    return Bullets(told)


def _four_eyes(reader: Reader, each: ExceptionRule) -> Words:
    ground = reader.ruleset.grounds[each.ground]
    if each.four_eyes_above is None:
        return (reader.say("by_its_ground"),) if ground.four_eyes else ()
    if not each.four_eyes_above:
        return (reader.say("yes"),)
    return (reader.say("above", amount=amount(each.four_eyes_above, reader.lang)),)


def _until(reader: Reader, each: ExceptionRule) -> Words:
    if each.until is None:
        return ()
    if isinstance(each.until, Expression):
        return reader.rule(each.until)
    return (" ".join(map(str, each.until)),)


def alternatives(reader: Reader) -> Section | None:
    """What else can be done, and what the program does not judge."""
    found = tuple(_alternative(reader, each) for each in reader.ruleset.alternatives.values())
    opened = tuple(_open_norm(reader, each) for each in reader.ruleset.open_norms.values())
    return (
        Section("section-alternatives", reader.say("alternatives"), (), (*found, *opened)) if found or opened else None
    )


def _alternative(reader: Reader, each: Alternative) -> Section:
    rows = filled(
        (reader.say("at"), reader.links(each.outcomes)),
        (reader.say("when"), reader.parts(each.when)),
        (reader.say("kind"), (reader.say(f"alternative_{each.kind}"),)),
        (reader.say("repairs"), reader.links(each.repairs) if each.repairs else ()),
        (reader.say("source"), (reader.dutch(each.source),)),
        doubt(reader, each.to_check),
    )
    return Section(each.name, reader.heading(each.name), (Paragraph(reader.text(each.text)), rows))


def _left_open(reader: Reader, source: str) -> Words:
    """The open norms of an article: what a person weighs there."""
    found = open_norms_at(reader.ruleset, source)
    return reader.links([each.name for each in found]) if found else ()


def _open_norm(reader: Reader, each: OpenNorm) -> Section:
    rules = reader.ruleset
    sources = {name: one.source for name, one in rules.criteria.items()}
    sources |= {name: one.article for name, one in rules.grounds.items()}
    stands_at = [name for name, source in sources.items() if each in open_norms_at(rules, source)]
    rows = filled(
        (reader.say("kind"), (reader.say("open_norm"),)),
        (reader.say("why"), reader.text(each.why)),
        (reader.say("source"), (reader.dutch(each.source),)),
        (reader.say("stands_at"), reader.links(stands_at) if stands_at else ()),
        doubt(reader, each.to_check),
    )
    return Section(each.name, reader.heading(each.name), (Paragraph(reader.text(each.text)), rows))


def promises(reader: Reader) -> Section | None:
    """What the resident may count on."""
    found = tuple(_promise(reader, each) for each in reader.ruleset.promises.values())
    return Section("section-promises", reader.say("promises"), (), found) if found else None


def _promise(reader: Reader, each: Promise) -> Section:
    number, unit = each.term
    rows = filled(
        (reader.say("who"), reader.text(each.who)),
        (reader.say("within"), (reader.dutch(f"{number} {unit}"),)),
        (reader.say("counted_from"), reader.rule(each.start)),
        (reader.say("when"), reader.parts(each.when)),
        doubt(reader, each.to_check),
    )
    return Section(each.name, reader.heading(each.name), (Paragraph(reader.text(each.what)), rows))


def letters(reader: Reader) -> Section | None:
    """The lines that a jurist adds to letters."""
    found = tuple(_letter(reader, each) for each in reader.ruleset.letter_texts.values())
    return Section("section-letters", reader.say("letters"), (), found) if found else None


def _letter(reader: Reader, each: LetterText) -> Section:
    rows = filled(
        (reader.say("at"), reader.links(each.about)),
        (reader.say("part"), (reader.name(each.section),)),
        (reader.say("when"), reader.parts(each.when)),
        (reader.say("per"), (reader.link(each.per),) if each.per else ()),
        doubt(reader, each.to_check),
    )
    return Section(each.name, reader.heading(each.name), (Paragraph(reader.text(each.text)), rows))
