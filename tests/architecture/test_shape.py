"""The house rules that no other tool checks."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import ROOT, RULESETS, SRC, committed, functions, python_files, shown, texts

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50

# Written in pieces: this file is committed too.
PLACES = ("/" + "work/", "/" + "tmp/", "../" + "shared", "/" + "root/", "/" + "home/")
HOSTS = ("py" + "pi.org", "python" + "hosted", "npm" + "js", "deb." + "debian.org", "/" + "opt/")


def test_no_module_is_too_long_to_read_in_one_sitting() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}

    assert {} == {name: length for name, length in lengths.items() if length > LONGEST_MODULE}


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = {f"{shown(path)}:{name}": length for path in python_files() for name, length in functions(path)}

    assert {} == {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}


def test_the_program_names_no_ruleset() -> None:
    ids = {path.parent.relative_to(RULESETS).as_posix() for path in RULESETS.rglob("*.md") if path.parent != RULESETS}
    pattern = re.compile("|".join(re.escape(name) for name in sorted(ids)))
    words = SRC / "language" / "words"  # words of the language: a ruleset may be called by one
    sources = [path for path in SRC.rglob("*") if path.is_file() and path.suffix != ".pyc" and path.parent != words]

    assert ids, "no rulesets found"
    assert {} == {shown(path): found for path, text in texts(sources) if (found := pattern.findall(text))}


def test_amounts_are_never_floats() -> None:
    found = [
        f"{shown(path)}:{node.lineno}"
        for path in sorted(SRC.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float")
    ]

    assert [] == found


def test_nothing_committed_names_a_place_or_host_of_one_machine() -> None:
    found = {
        shown(path): named
        for path, text in texts(committed())
        if (named := [word for word in (*PLACES, *HOSTS) if word in text])
    }

    assert {} == found


def test_every_required_file_is_there() -> None:
    required = ["README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "docs/architecture.md", ".ci/run"]

    assert [] == [name for name in required if not (ROOT / name).is_file()]
