"""Every code of a case file, and of typed answers, has a text in both languages, with the same places to fill in."""

from __future__ import annotations

import re
from pathlib import Path

import maatwerk.case
import maatwerk.criteria.answering
import maatwerk.loading.block_days
from maatwerk.basics.text import part


def test_every_code_has_its_text_in_both_languages() -> None:
    assert maatwerk.case.__file__
    others = (Path(maatwerk.criteria.answering.__file__), Path(maatwerk.loading.block_days.__file__))
    read = [*Path(maatwerk.case.__file__).parent.glob("*.py"), *others]
    sources = "".join(path.read_text(encoding="utf-8") for path in read)
    used = set(re.findall(r'"(C[0-9]{3})"', sources))
    dutch, english = part("problem", "nl"), part("problem", "en")
    places = {code: [sorted(re.findall(r"{(\w+)}", texts[code])) for texts in (dutch, english)] for code in used}
    assert len(used) > 20
    assert {code for code in dutch if re.fullmatch("C[0-9]{3}", code)} == used
    assert [code for code, (nl, en) in places.items() if nl != en] == []
