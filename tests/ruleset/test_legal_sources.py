"""Where the law is found: each shipped ruleset says it under "Bronnen", in the standard form, as it stood in its days.

Laws: a wetten.overheid.nl address with the day and the article, or juriconnect 1.3. Local rules: CVDR. Case law: ECLI.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from maatwerk.ruleset.library import shipped

SHIPPED = sorted(shipped().rglob("*.md"))
ROOT = Path(__file__).parents[2]
LAW = re.compile(
    r"https://wetten\.overheid\.nl/(BWB[RV]\d{7})/(\d{4}-\d{2}-\d{2})(?:#Artikel(\d+[a-z]*(?:[:.]\d+[a-z]*)?))?"
)
JURICONNECT = re.compile(
    r"jci1\.3:[cv]:BWB[RV]\d{7}(?:&(?:titeldeel|hoofdstuk|paragraaf|afdeling|artikel|lid|onderdeel|[gsez])=[^&\s]+)*"
)
LOCAL = re.compile(r"(?:https://lokaleregelgeving\.overheid\.nl/)?CVDR\d+/\d+")
CASE = re.compile(r"ECLI:[A-Z]{2}:[A-Z]{1,7}:\d{4}:[A-Z0-9.]*[A-Z0-9]")
FORMS = (LAW, JURICONNECT, LOCAL, CASE)
LOOKS_LIKE_ONE = re.compile(r"(?:https?://[^\s>)]*|\bjci\S*|\bECLI\b[^\s,;)?`]*|\bBWB\w*|\bCVDR[\w/]*)", re.IGNORECASE)
LAWS = {
    "Participatiewet": "BWBR0015703",
    "Pw": "BWBR0015703",
    "Awb": "BWBR0005537",
    "Wet op de identificatieplicht": "BWBR0006297",
    "Paspoortwet": "BWBR0005212",
    "Wet gemeentelijke schuldhulpverlening": "BWBR0031331",
    "Invorderingswet 1990": "BWBR0004770",
    "Uitvoeringsregeling Invorderingswet 1990": "BWBR0004766",
    "Gemeentewet": "BWBR0005416",
    "Wet kinderopvang": "BWBR0017017",
    "Awir": "BWBR0018472",
    "Wmo 2015": "BWBR0035362",
}
NAMED = re.compile(rf"\b({'|'.join(sorted(LAWS, key=len, reverse=True))}), artikel (\d+[a-z]?(?:[:.]\d+[a-z]?)?)")


def references(text: str) -> list[str]:
    return [match[0].rstrip(".:") for match in LOOKS_LIKE_ONE.finditer(text)]


def in_form(reference: str) -> bool:
    return any(form.fullmatch(reference) for form in FORMS)


def days_of(path: Path) -> tuple[date, date]:
    """The first day of a version, and the first day on which it does not hold any more."""
    until = re.search(r"^geldig_tot: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return date.fromisoformat(path.stem), date.fromisoformat(until[1]) if until else date.max


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_reference_of_a_shipped_text_is_in_the_standard_form(path: Path) -> None:
    assert [] == [each for each in references(path.read_text(encoding="utf-8")) if not in_form(each)]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_article_that_a_shipped_text_names_is_found_under_its_sources(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    sources = {(match[1], match[3]) for match in LAW.finditer(text)}

    assert set() == {(LAWS[law], article) for law, article in NAMED.findall(text)} - sources


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_law_is_that_of_the_days_of_the_version(path: Path) -> None:
    first, until = days_of(path)
    days = {date.fromisoformat(match[2]) for match in LAW.finditer(path.read_text(encoding="utf-8"))}

    assert set() == {day for day in days if not first <= day < until}


def test_case_law_has_the_standard_form_in_all_that_is_shipped() -> None:
    texts = [*ROOT.glob("src/**/*.toml"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.json"), *SHIPPED]
    found = [
        match[0].rstrip(".:")
        for path in texts
        for match in re.finditer(r"ECLI:[^\s,;)?\"'`]*", path.read_text(encoding="utf-8"))
    ]

    assert len(found) > 10
    assert [] == [each for each in found if not CASE.fullmatch(each)]


@pytest.mark.parametrize(
    ("reference", "right"),
    [
        ("https://wetten.overheid.nl/BWBR0005537/2026-01-01#Artikel3:4", True),
        ("https://wetten.overheid.nl/BWBR0015703/2026-01-01#Artikel19a", True),
        ("jci1.3:c:BWBR0005537&hoofdstuk=1&titeldeel=1.1&artikel=1:3&lid=3&z=2017-03-01&g=2017-03-01", True),
        ("https://lokaleregelgeving.overheid.nl/CVDR704876/1", True),
        ("ECLI:EU:C:2021:63", True),
        ("ECLI:NL:CRVB:2024:2193", True),
        ("https://wetten.overheid.nl/BWBR0005537#Artikel3:4", False),
        ("https://wetten.overheid.nl/BWBR005537/2026-01-01", False),
        ("jci1.3:c:BWBR0005537&kop=3", False),
        ("BWBR0005537", False),
        ("CVDR704876/1", True),
        ("CVDR704876", False),
        ("ECLI:NL:CRVB:24:2193", False),
        ("ECLI NL CRVB", False),
    ],
)
def test_what_a_reference_looks_like(reference: str, *, right: bool) -> None:
    assert right == in_form(reference)
    assert references(f"Zie <{reference}>.")
