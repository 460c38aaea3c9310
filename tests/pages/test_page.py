"""The page that all our HTML pages begin with: whole in itself, escaped once, and no name left open."""

from __future__ import annotations

import re

import pytest
from jinja2 import UndefinedError

from maatwerk.pages import environment

HELLO = """{% extends "page.html.j2" %}{% from "page_parts.html.j2" import table %}
{% block title %}{{ name }}{% endblock %}
{% block header %}<h1>{{ name }}</h1>{% endblock %}
{% block main %}{{ table("Tabel", ["a", "b"], [[name, "2"]]) }}{% endblock %}
{% block footer %}<p>einde</p>{% endblock %}"""


def hello(**values: object) -> str:
    # A layout of its own name is escaped as the others are: `from_string` has none, so it is told.
    made = environment()
    made.autoescape = True
    return made.from_string(HELLO).render(lang="nl", say=lambda key: key, **values)


def test_a_page_needs_nothing_from_outside() -> None:
    shown = hello(name="Regels")

    assert [] == re.findall(r"<script|<link|<img|src=|url\(|@import|https?:", shown)
    assert "default-src 'none'" in shown


def test_a_page_has_a_language_landmarks_and_a_link_past_its_head() -> None:
    shown = hello(name="Regels")

    assert '<html lang="nl">' in shown
    assert ["<header", "<main", "<footer"] == re.findall(r"<(?:header|main|footer)", shown)
    assert '<a class="skip" href="#main-content">' in shown
    assert 'id="main-content"' in shown


def test_a_table_names_its_columns_and_rows_and_repeats_the_column_for_a_narrow_screen() -> None:
    shown = hello(name="Regels")

    assert "<caption>Tabel</caption>" in shown
    assert '<th scope="col" role="columnheader">b</th>' in shown
    assert '<th scope="row" role="rowheader">Regels</th><td role="cell" data-label="b">2</td>' in shown


def test_marks_in_a_value_are_text() -> None:
    shown = hello(name="<b>&amp;")

    assert "<b>" not in shown
    assert 3 == shown.count("&lt;b&gt;&amp;amp;")


def test_a_value_that_is_left_out_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        hello()
