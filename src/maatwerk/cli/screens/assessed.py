"""The parts of an assessment as sections: used by the screens of `check`, `propose` and `decide`."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from maatwerk.assessment.alone import alone, first_said
from maatwerk.assessment.outcome_part import AMOUNT_NAME
from maatwerk.basics.formatting import amount, day, percentage
from maatwerk.basics.text import counted, say
from maatwerk.cli.screens.model import Item, Pair, Paragraph, Quote, Section, Title
from maatwerk.criteria.wording import of_records, readable, runs, sentence_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from maatwerk.assessment.alone import May
    from maatwerk.assessment.model import Assessment, CriterionResult, Point, Proposal, Shown
    from maatwerk.cli.screens.model import Body

KINDS = ("onbedoeld", "onredelijk", "procedure")
BY_A_PERSON = "door_mens_gezien"
MOST_POINTS = 3  # design, law 6: at most three points on a screen


def title(assessment: Assessment, name: str) -> Title:
    """What this is about and which rules; a draft is said plainly."""
    rules = say(f"screen.rules_{assessment.ruleset.status}", day=iso_day(assessment.ruleset.valid_from))
    return Title(name, rules)


def say_first(assessment: Assessment, may: May) -> Section:
    """The sentence for the resident, of what this person may do herself if there is anything."""
    told = first_said(assessment.proposals, assessment.outcome, may)
    unknown = assessment.outcome.id == "onbekend" and not told
    return Section(say("screen.say_first"), body=(Quote(say("screen.questions_first") if unknown else told),))


def by_the_rule(assessment: Assessment, *, everything: bool = False) -> Section:
    """The strict outcome with the criteria that are not met; with `everything` all of them."""
    label = say("screen.by_the_rule")
    if assessment.outcome.id == "onbekend":
        known = _criteria(assessment, everything=True) if everything else ()
        return Section(label, say("screen.not_known_yet"), known)
    lead = sentence_case(assessment.outcome.id)
    euros = _amount_told(assessment.outcome.shown)
    return Section(label, f"{lead}, {euros}" if euros else lead, _criteria(assessment, everything=everything))


def points(assessment: Assessment, *, everything: bool = False) -> Section:
    """What to notice, heaviest first and three at most, or the question whether the person sees something."""
    found = assessment.points
    if not found:
        return Section(say("screen.points"), say("screen.nothing_seen"))
    if len(found) == 1:
        texts = _texts(assessment, found[0], everything=everything)
        return Section(say("screen.point"), _may_be(assessment, found[0]), tuple(map(Paragraph, texts)))
    shown = found if everything else found[:MOST_POINTS]
    texts_of = _new_texts([_texts(assessment, point, everything=everything) for point in shown])
    items: list[Body] = [
        Item(point.letter, _may_be(assessment, point), "", texts) for point, texts in zip(shown, texts_of, strict=True)
    ]
    if len(found) > len(items):
        items.append(Paragraph(say("screen.more_points", number=len(found) - len(items))))
    return Section(say("screen.points"), _seen_by(assessment), tuple(items))


def _new_texts(points: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The texts of each point without what a point above it says already, unless nothing would be left."""
    told: set[str] = set()
    for texts in points:
        yield tuple(text for text in texts if text not in told) or texts
        told.update(texts)


def _may_be(assessment: Assessment, point: Point) -> str:
    if BY_A_PERSON in point.codes:
        return say("screen.may_be_door_mens")
    kinds = {finding.kind for finding in assessment.findings if finding.code in point.codes}
    return say(f"screen.may_be_{'_'.join(kind for kind in KINDS if kind in kinds) or KINDS[1]}")


def _texts(assessment: Assessment, point: Point, *, everything: bool) -> tuple[str, ...]:
    """The texts of a point; what to do about it where no way out shows that, or with `everything`."""
    found = [finding for finding in assessment.findings if finding.text in point.texts]
    to_do = tuple(dict.fromkeys(finding.do_now for finding in found if finding.do_now))
    seen = (say("screen.seen_by_you"),) if any(finding.code == BY_A_PERSON for finding in found) else ()
    shown = (*point.texts, *seen, *(to_do if everything or not assessment.proposals else ()))
    return tuple(dict.fromkeys(shown))


def _seen_by(assessment: Assessment) -> str:
    noted = sum(finding.code == BY_A_PERSON for finding in assessment.findings)
    seen = len(assessment.points) - noted
    return say("screen.seen_by_both", seen=seen, noted=noted) if noted else ""


def questions(assessment: Assessment, *, everything: bool = False) -> Section | None:
    """What to ask first, with what an answer settles; None when nothing is open."""
    if not assessment.questions:
        return None
    shown = assessment.questions if everything else assessment.questions[:MOST_POINTS]
    items: list[Body] = [
        Item(str(number), each.question, "", (each.settles,) if each.settles else ())
        for number, each in enumerate(shown, start=1)
    ]
    left = len(assessment.questions) - len(shown)
    if left:
        items.append(Paragraph(say("screen.more_questions", number=left)))
    unknown = assessment.outcome.id == "onbekend"
    return Section(say("screen.ask_first" if unknown else "screen.ask_also"), body=tuple(items))


def no_room(assessment: Assessment) -> Section | None:
    """That there is no room of our own, honestly, with the question for the jurist; None when there is."""
    if assessment.no_room is None:
        return None
    room = assessment.no_room
    lead, stop, rest = room.text.partition(". ")
    texts = [rest, say("screen.ask_jurist", question=room.jurist_question)]
    texts.append(say("screen.signal_upward") if room.signal_upward else "")
    body = tuple(Paragraph(text) for text in texts if text)
    return Section(say(f"screen.no_room_{room.kind}"), lead + stop.strip(), body)


def alternatives(assessment: Assessment) -> Section | None:
    """What can be done besides, on conditions that hold here; None when nothing is known."""
    items = tuple(Item(str(number), each.text) for number, each in enumerate(assessment.alternatives, start=1))
    changes = bool(assessment.proposals)
    return Section(say("screen.also_possible" if changes else "screen.possible"), "", items) if items else None


def promises(assessment: Assessment) -> Section | None:
    """The service promises with their last day; None when there are none."""
    items = tuple(
        Pair(each.who, each.what + (say("screen.by_day", day=iso_day(each.last_day)) if each.last_day else ""))
        for each in assessment.promises
    )
    return Section(say("screen.promises"), "", items) if items else None


def cautions(assessment: Assessment) -> Section | None:
    """What a person must know of this assessment itself: reasoners that differ, what could not be judged, a draft."""
    texts = [] if assessment.reasoner.agreed else [say("screen.reasoners_differ")]
    asked = [question.question for question in assessment.questions]
    texts += [text for text in assessment.not_judged if not any(question in text for question in asked)]
    if assessment.ruleset.status == "concept":
        texts.append(say("screen.draft"))
    return Section(body=tuple(Paragraph(text) for text in texts)) if texts else None


def open_norms(assessment: Assessment, *, everything: bool = False) -> Section | None:
    """What the law leaves to a person, with why: where it bears on this outcome, and with `everything` all of it."""
    shown = [each for each in assessment.open_norms if everything or each.bears]
    body = tuple(Paragraph(_with_source(each.text, each.source), (each.why,)) for each in shown)
    return Section(say("screen.open_norms"), body=body) if body else None


def _with_source(text: str, source: str) -> str:
    return f"{text} ({source})" if source else text


def background(assessment: Assessment) -> tuple[Section, ...]:
    """For `--all`: thresholds in use and sources that nobody has checked yet."""
    settings = tuple(_setting(name, value) for name, value in assessment.settings.items() if value)
    to_check = tuple(Paragraph(text) for text in assessment.to_check)
    made = (Section(say("screen.settings"), "", settings), Section(say("screen.to_check"), "", to_check))
    return tuple(section for section in made if section.body)


def _setting(name: str, value: str) -> Paragraph:
    """A threshold in words, with its figure as people write it."""
    figure: dict[str, Callable[[Fraction], str]] = {
        "all_or_nothing_floor": amount,
        "small_lapse_loss": amount,
        "margin_share": percentage,
        "margin_days": lambda days: say(counted("finding.days", days), number=value),
    }
    shown = figure[name](Fraction(value)) if name in figure else value
    shown = say(f"screen.leap_{value.replace(' ', '_')}") if name == "leap_birthday" else shown
    return Paragraph(say(f"screen.setting_{name}", value=shown))


def own_ways(assessment: Assessment, may: May) -> tuple[Proposal, ...]:
    """The proposals that this person may do at once: light track, no second person, no jurist."""
    return tuple(each for each in alone(assessment.proposals, may) if each.track == "licht")


def proposal_name(proposal: Proposal) -> str:
    """A proposal in words: its exceptions, else what it departs from."""
    if not proposal.exceptions:
        return say("screen.depart_from", criteria=departs_from(proposal))
    return sentence_case(" + ".join(readable(name) for name in proposal.exceptions))


def grounds_of(proposal: Proposal) -> str:
    """The articles a proposal rests on."""
    return "; ".join(ground.article for ground in proposal.grounds)


def after(proposal: Proposal) -> str:
    """The outcome that a proposal leads to, with its amount."""
    euros = _amount_told(proposal.shown_after)
    return ", ".join(part for part in (sentence_case(proposal.outcome_after), euros) if part)


def departs_from(proposal: Proposal) -> str:
    """The criteria that a proposal sets aside, of a record with its list and number."""
    names = (
        readable(each) if isinstance(each, str) else _of_record(each.criterion, each.list, each.record)
        for each in proposal.sets_aside
    )
    return ", ".join(names)


def _of_record(criterion: str, name: str | None, number: int | None) -> str:
    return readable(criterion) if name is None else of_records(criterion, name, str(number))


def iso_day(text: str) -> str:
    """An ISO date in words."""
    return day(date.fromisoformat(text))


def _criteria(assessment: Assessment, *, everything: bool) -> tuple[Body, ...]:
    told = [each for each in assessment.criteria if everything or each.verdict == "nee"]
    if not everything and _favourable(assessment):
        told = []
    if everything:
        return tuple(map(_criterion, told))
    names = dict.fromkeys(each.id for each in told)
    return tuple(_together([each for each in told if each.id == name]) for name in names)


def _together(group: list[CriterionResult]) -> Paragraph:
    """The same criterion in several records on one line; why stands behind `--all`."""
    first = group[0]
    if len(group) == 1:
        return _criterion(first)
    numbers = runs([each.record or 0 for each in group])
    name = of_records(first.id, first.list or "", numbers)
    return Paragraph(say(f"screen.criterion_{first.verdict}", name=name, source=first.source))


def _criterion(each: CriterionResult) -> Paragraph:
    name = _of_record(each.id, each.list, each.record)
    text = say(f"screen.criterion_{each.verdict}", name=name, source=each.source)
    return Paragraph(text, tuple(part for part in (each.words, each.margin) if part))


def _favourable(assessment: Assessment) -> bool:
    return not assessment.decisive and assessment.outcome.kind in {"toekenning", "vaststelling", "tussenstap"}


def _amount_told(shown: Sequence[Shown]) -> str:
    """The amount with its period, in the words of `explain`; empty where there is none, or nothing is known of it."""
    found = next((each for each in shown if each.name == AMOUNT_NAME), None)
    return found.words.partition(": ")[2] if found and (found.low or found.high) else ""
