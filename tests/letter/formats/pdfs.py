"""What is inside a PDF, read with another library than the one that made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

SHOWS = {b"Tj", b"TJ", b"'", b'"'}
BREAK = "\N{ZERO WIDTH SPACE}"  # where a word that is longer than a line may break


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content), strict=True)


def words(content: bytes) -> str:
    """All text with single blanks, without the numbers of the pages."""
    pages = [re.sub(r"(Bladzijde|Page) \d+\s*$", "", page.extract_text()) for page in opened(content).pages]
    return " ".join(" ".join(pages).replace(BREAK, "").split())


def tags(content: bytes) -> list[str]:
    """The tags of the structure, in reading order."""
    return list(_tags(root(content)["/StructTreeRoot"]))


def root(content: bytes) -> Any:  # noqa: ANN401 - the objects of a PDF are what they are
    """What stands at the top of the file."""
    return opened(content).trailer["/Root"]


def _tags(node: Any) -> Iterator[str]:  # noqa: ANN401
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"]).removeprefix("/")
        if "/K" in node:
            yield from _tags(node["/K"])


def untagged_text(content: bytes) -> list[str]:
    """Text that is neither part of the structure nor marked as decoration."""
    reader = opened(content)
    return [found for page in reader.pages for found in _untagged(page, reader)]


def _untagged(page: PageObject, reader: PdfReader) -> Iterator[str]:
    depth = 0
    for operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
        if operator in {b"BDC", b"BMC"}:
            depth += 1
        elif operator == b"EMC":
            depth -= 1
        elif operator in SHOWS and depth == 0:
            yield str(operands)


def fonts(content: bytes) -> dict[str, bool]:
    """Each font by name, and whether it is inside the file."""
    found = {}
    for page in opened(content).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            description = inner["/FontDescriptor"].get_object()
            name = str(inner["/BaseFont"]).partition("+")[2]
            found[name] = any(key in description for key in ("/FontFile2", "/FontFile3"))
    return found


def first_place(content: bytes, text: str) -> tuple[int, int]:
    """Where on the first page a text begins: whole millimetres from the left and from the top."""
    places: list[tuple[Any, Any]] = []
    page = opened(content).pages[0]

    def look(shown: str, page_at: list[float], at: list[float], *_font: object) -> None:
        if text in shown:
            a, b, c, d, x, y = page_at
            places.append((at[4] * a + at[5] * c + x, at[4] * b + at[5] * d + y))

    page.extract_text(visitor_text=look)
    left, bottom = places[0]
    return round(left / 72 * 25.4), round((float(page.mediabox.height) - float(bottom)) / 72 * 25.4)
