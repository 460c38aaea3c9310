"""What the language check says of whole letters that it was not tuned on, and how long it takes."""

from __future__ import annotations

from time import process_time

from maatwerk.bench.language import language_problems
from maatwerk.language import check
from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.reading import read_ruleset
from tests.language.comparing import compared
from tests.language.texts import golden, language_of, whole

ROUNDS = 20


def letters() -> None:
    """Issues, faults, score and time of each letter."""
    for path in (*whole("held_out", "*.txt"), *whole("letters", "*.txt")):
        text, lang = path.read_text(encoding="utf-8"), language_of(path)
        found = check(text, lang)
        start = process_time()
        for _ in range(ROUNDS):
            check(text, lang)
        each = (process_time() - start) * 1000 / ROUNDS
        told = f"{len(found.issues):3} issues, {len(found.errors):2} errors, score {found.score:3}"
        print(f"{path.stem:32} {len(text.split()):3} words: {told}, {each:.1f} ms")


def rulesets() -> None:
    """What `rules check` takes longer, of a ruleset."""
    for path in sorted(shipped().glob("*/*.md")):
        texts = read_ruleset(path).spoken
        start = process_time()
        list(language_problems(texts))
        print(f"{path.parent.name} {path.stem}: {len(texts)} texts, {(process_time() - start) * 1000:.0f} ms")


def another_hand(lang: str) -> None:
    """What a person marked, who had not seen the rules, and what the check marks."""
    sentences = [each for each in golden("another_hand") if each.lang == lang]
    every = [compared(each) for each in sentences]
    found, otherwise, missed, more = (
        sum(len(getattr(each, sort)) for each in every) for sort in ("found", "otherwise", "missed", "more")
    )
    clean = [one for sentence, one in zip(sentences, every, strict=True) if not sentence.issues]
    marked = found + otherwise + missed
    told = f"of {marked} issues {found} alike, {otherwise} under another code, {missed} not; {more} more"
    alarms = sum(bool(each.more) for each in clean)
    print(f"another hand, {lang}: {len(sentences)} sentences, {told}; {alarms} of {len(clean)} clean ones marked")


if __name__ == "__main__":
    start = process_time()
    check("Een eerste tekst met onverwachte woorden.", "nl")
    check("A first text with unforeseen words.", "en")
    print(f"loading, once: {(process_time() - start) * 1000:.0f} ms")
    letters()
    rulesets()
    every = tuple(golden())
    print(f"{len(every)} golden sentences from {len({(each.lang, each.source) for each in every})} texts")
    another_hand("nl")
    another_hand("en")
