"""Whatever stands in a file, reading gives problems: never a traceback, and soon. One wrong character: tests/breaks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from maatwerk.ruleset.library import shipped
from maatwerk.ruleset.reading import read_ruleset, read_text
from tests.ruleset import problem_pages as page


def codes(path: Path) -> list[str]:
    """The codes of the problems of a file."""
    return [problem.code for problem in read_ruleset(path).problems]


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"", "M005", (0, 0)),
        (b"\n \n", "M005", (0, 0)),
        (b"\x00", "M004", (1, 1)),
        ("---\ntaal: maatwerk-1\n".encode("utf-16"), "M003", (1, 1)),
        ("---\ntitel: café\n".encode("latin-1"), "M003", (2, 11)),
        ("---\ntitel: a\u202eb\n".encode(), "M004", (2, 9)),
        (b"---\ntitel: a\x1bb\n", "M004", (2, 9)),
        (b"a" * (1024 * 1024 + 1), "M002", (0, 0)),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(
    tmp_path: Path, content: bytes, code: str, place: tuple[int, int]
) -> None:
    file = tmp_path / "a" / "2026-01-01.md"
    file.parent.mkdir()
    file.write_bytes(content)

    problems = read_ruleset(file).problems

    assert [(each.code, (each.place.line, each.place.column)) for each in problems] == [(code, place)]


def test_a_byte_order_mark_and_windows_lines_change_nothing(tmp_path: Path) -> None:
    plain = shipped() / "bouwstenen" / "awb" / "1998-01-01.md"
    file = tmp_path / "a" / "2026-01-01.md"
    file.parent.mkdir()
    file.write_bytes(b"\xef\xbb\xbf" + plain.read_bytes().replace(b"\n", b"\r\n"))

    marked, same = read_ruleset(file).ruleset, read_ruleset(plain).ruleset

    assert marked is not None
    assert same is not None
    assert marked.identity.rules_hash == same.identity.rules_hash


def test_only_a_regular_file_in_the_library_is_read(tmp_path: Path) -> None:
    library = tmp_path / "regels"
    (library / "a").mkdir(parents=True)
    outside = tmp_path / "geheim.md"
    outside.write_text("geheim", encoding="utf-8")
    pipe, link, circle = (library / "a" / name for name in ("pijp.md", "link.md", "kring.md"))
    os.mkfifo(pipe)
    link.symlink_to(outside)
    circle.symlink_to(circle)

    for path in (library / "a", pipe, link, circle, library / "weg.md", Path("/dev/zero"), Path("a\x00b")):
        assert [each.code for each in read_ruleset(path, library=library).problems] == ["M001"]


@pytest.mark.parametrize("sign", ["(", "[", "{", "> ", "- ", "#", "|", "`", "*", "niet ", "-(", "als "])
@pytest.mark.parametrize("place", ["value", "text", "line"])
def test_a_hundred_thousand_signs_are_a_problem_or_prose_but_never_a_crash(sign: str, place: str) -> None:
    many = sign * 100_000
    changes = {
        "value": ("inkomen <= (", many + "inkomen <= ("),
        "text": ("Uw inkomen is te hoog.", many),
        "line": ("# Een voorbeeld", many),
    }
    old, new = changes[place]

    reading = read_text(page.base().replace(old, new), "diep.md", page.LIBRARY)

    assert (reading.ruleset is None) == any(not each.warning for each in reading.problems)
