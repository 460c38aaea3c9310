"""What a name of the text is, as Markdown for a hover, and in one line for a list of completions."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from maatwerk.basics.formatting import day
from maatwerk.basics.text import language, say
from maatwerk.editor.rule_scope import in_words, newest, value_of
from maatwerk.ruleset.cells import write_key
from maatwerk.ruleset.forms import TEXT
from maatwerk.ruleset.kinds import JUDGEMENT, KINDS
from maatwerk.ruleset.meanings import meanings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maatwerk.editor.names import Known, Names
    from maatwerk.ruleset.model import Norm

_MOST_ROWS = 12  # of a norm: a hover is no page
_FACTS = frozenset({"gegeven", "veld", "lijst", JUDGEMENT})


def in_brief(known: Known) -> str:
    """What a name is in one line: its sort and its type."""
    sort = known.sort.replace("_", " ")
    in_list = say("editor.of_list", sort=sort, list=known.list) if known.list else sort
    return " · ".join(filter(None, (in_list, str(known.type) if known.type else "")))


def text_of(known: Known) -> str:
    """Its question, its value, or the first text of its block; empty where there is none."""
    item = known.item
    if item is None:
        return ""
    if known.sort in _FACTS:
        return str(item.question.in_language(language()))
    if known.sort == "norm":
        return newest(item)
    keys = (key for key in KINDS[known.sort].keys if key.form is TEXT) if known.sort in KINDS else ()
    texts = (getattr(item, key.field) for key in keys)
    return next((text.in_language(language()) for text in texts if text), "")


def told(known: Known, names: Names, own_file: str) -> str:
    """All that is known of a name."""
    lines = [f"**{known.name}** · {in_brief(known)}" if in_brief(known) else f"**{known.name}**"]
    if known.item is None:
        lines.append(say("editor.not_read"))
    else:
        lines += _about(known, names)
    if known.place.file != own_file:
        lines.append(say("editor.stands_in", file="/".join(PurePath(known.place.file).parts[-3:])))
    return "\n\n".join(filter(None, lines))


def _about(known: Known, names: Names) -> Iterator[str]:
    item = known.item
    if known.sort == "norm":
        yield _rows(item)
        return
    yield text_of(known)
    if known.sort in _FACTS:
        yield _given(item)
    if known.sort in {"berekening", "voorwaarde"}:
        expression = item.expression if known.sort == "berekening" else item.requirement
        words = in_words(expression.text, names, known.list)
        yield say("editor.in_words", words=words) if words else ""
    source = getattr(item, "source", "") or getattr(item, "article", "")
    yield say("editor.source", source=source) if source and known.sort not in _FACTS else ""


def _given(item: Any) -> str:  # noqa: ANN401 - a fact, a field, a list or a judgement
    """Who may answer, from what, and how sensitive it is."""
    who = ", ".join(item.who)
    parts = [say("editor.who", who=who)]
    parts += [say("editor.from", source=item.source)] if item.source else []
    meaning = meanings("keuze", "kolom", "privacy").get(item.privacy, "")
    parts.append(say("editor.privacy", privacy=item.privacy, meaning=meaning))
    return "  \n".join(parts)


def _rows(norm: Norm) -> str:
    """The rows of a norm, newest first."""
    if not norm.rows:
        return say("editor.left_open")
    with_keys = bool(norm.rows[0].keys)
    head = [say("editor.column_from"), *([say("editor.column_by")] if with_keys else [])]
    head += [say("editor.column_value"), say("editor.column_source")]
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    for row in norm.rows[::-1][:_MOST_ROWS]:
        keys = ["; ".join(map(write_key, row.keys))] if with_keys else []
        value = value_of(norm, row)
        lines.append(f"| {' | '.join([day(row.valid_from), *keys, value, row.source])} |")
    left = len(norm.rows) - _MOST_ROWS
    return "\n".join(lines) + (f"\n\n{say('editor.more_rows', number=left)}" if left > 0 else "")
