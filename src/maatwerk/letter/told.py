"""The facts that count, each with where it came from, so that a resident can say: that is not right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maatwerk.expressions.tree import Name, children
from maatwerk.expressions.words import show
from maatwerk.formatting import day as day_in_words
from maatwerk.letter.model import Bullets, one_line
from maatwerk.text import part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.decision import FactUsed
    from maatwerk.expressions.tree import Expression, Node
    from maatwerk.letter.draft import Draft
    from maatwerk.letter.model import Section

RESIDENT = "inwoner"
ABOUT_OTHERS = "derde"  # the privacy class of facts about someone else: never printed as a value


def facts(draft: Draft) -> Section | None:
    """The facts behind this decision with their source, and what the resident told us."""
    names = set(_names_that_count(draft))
    used = [each for each in draft.decision.facts if each.name in names and each.privacy != ABOUT_OTHERS]
    lines = Bullets(tuple(_line(draft, each) for each in used))
    talk = _talk(draft)
    if not used and not talk:
        return None
    shown = [each.name for each in used]
    return draft.section("feiten", "facts", talk, lines, draft.say("not_right"), facts=shown)


def _line(draft: Draft, used: FactUsed) -> str:
    question = draft.text(draft.ruleset.facts[used.name].question, "feiten")
    value = one_line(show(draft.situation.value(used.name), draft.situation.type_of(used.name), draft.lang))
    line = draft.say("fact", question=question, value=value[:1].upper() + value[1:], source=_source(draft, used))
    return f"{line} {draft.say('contested')}" if used.contested else line


def _source(draft: Draft, used: FactUsed) -> str:
    """`Dat hebt u ons verteld`, or where it is written.

    A source that somebody verified, or that the case names itself, goes first. What the resident may say and nobody
    verified counts as said by the resident: a letter must not claim a paper that nobody saw.
    """
    rule = draft.ruleset.facts[used.name]
    told = used.by.lower() == RESIDENT or (RESIDENT in rule.who and not used.verified)
    own = used.source if used.verified or used.source != rule.source else ""
    source = one_line(own) or (RESIDENT if told else rule.source)
    key = f"source.{source.lower().replace(' ', '_')}"
    return draft.say(key) if key in part("letter", draft.lang) else draft.say("source_other", source=source)


def _talk(draft: Draft) -> str:
    moment = draft.decision.contact_moment
    if moment is None:
        return ""
    said = one_line(moment.said)
    day = day_in_words(moment.on, draft.lang)
    return draft.say("talk_said", day=day, said=said) if said else draft.say("talk", day=day)


def _names_that_count(draft: Draft) -> Iterator[str]:
    """All names behind the criteria in this letter, the texts it prints and the exception that was made."""
    exceptions = draft.proposal.exceptions if draft.proposal else ()
    rules = draft.ruleset
    roots = [criterion.requirement for criterion in draft.shown_criteria]
    roots += [rules.exceptions[name].allowed_if for name in exceptions if name in rules.exceptions]
    for expression in roots:
        yield from _behind(draft, expression)
    for name in draft.outcome.text.names:
        yield from _behind_name(draft, name)


def _behind(draft: Draft, expression: Expression) -> Iterator[str]:
    nodes: list[Node] = [expression.root]
    while nodes:
        node = nodes.pop()
        nodes.extend(children(node))
        if isinstance(node, Name):
            yield from _behind_name(draft, node.name)


def _behind_name(draft: Draft, name: str) -> Iterator[str]:
    yield name
    definition = draft.situation.definition(name)
    if definition is not None:
        yield from _behind(draft, definition)
