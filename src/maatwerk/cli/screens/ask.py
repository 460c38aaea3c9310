"""One question at the counter, with the keys that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maatwerk.basics.text import language, say
from maatwerk.cli.screens.layout import safe, side_by_side, wrapped
from maatwerk.cli.width import WIDTH

if TYPE_CHECKING:
    from maatwerk.assessment.model import Question
    from maatwerk.expressions.types import Type

ECHO = 3  # columns kept free at the right for the key that was pressed
DO_NOT_KNOW = "?"
MOST_KEYS = 9  # one digit an option


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is printed for a question, and which key stands for which answer. Without keys a line is typed."""

    lines: tuple[str, ...]
    answers: dict[str, str]


def prompt(question: str, kind: Type, width: int = WIDTH) -> Prompt:
    """The question as it stands on the screen, with keys for yes/no and for at most nine options."""
    if kind.sort == "ja_nee":
        answers = {say("screen.key_yes"): "ja", say("screen.key_no"): "nee"}
        return Prompt(
            tuple(_on_one_line(question, say("screen.keys_yes_no"), width)), {**answers, DO_NOT_KNOW: DO_NOT_KNOW}
        )
    if kind.sort == "keuze" and len(kind.options) <= MOST_KEYS:
        numbered = {str(number): name for number, name in enumerate(kind.options, start=1)}
        shown = {key: kind.option(name, language()) for key, name in numbered.items()}
        return Prompt(tuple(_options(question, shown, width)), {**numbered, DO_NOT_KNOW: DO_NOT_KNOW})
    expected = say(f"screen.type_{kind.sort}", options=", ".join(kind.options))
    return Prompt((*wrapped(safe(question), width=width), *wrapped(expected, "  ", "  ", width)), {})


def how_many(question: str, width: int = WIDTH) -> tuple[str, ...]:
    """The question of a list, and how to type how many there are."""
    return (*wrapped(safe(question), width=width), *wrapped(say("screen.type_lijst"), "  ", "  ", width))


def judged_by(question: Question, width: int = WIDTH) -> tuple[str, ...]:
    """A judgement that this person cannot give, and who can."""
    told = say("screen.judged_by", roles=", ".join(question.who))
    return (*wrapped(safe(question.question), width=width), *wrapped(told, "  ", "  ", width))


def _on_one_line(question: str, keys: str, width: int) -> list[str]:
    question = safe(question)
    room = width - ECHO - len(question)
    if len(keys) + 1 <= room:
        return [f"{question}{keys:>{room}}"]
    return [*wrapped(question, width=width), f"{keys:>{width - ECHO}}"]


def _options(question: str, numbered: dict[str, str], width: int) -> list[str]:
    room = width - ECHO
    cells = (*(f"{key} {name}" for key, name in numbered.items()), say("screen.key_do_not_know"))
    *above, last = side_by_side(cells, "  ", room)
    return [*wrapped(safe(question), width=width), *above, f"{last:<{room}}"]
