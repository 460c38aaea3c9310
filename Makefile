# The commands of this project. `make test` and `make demo` do all set-up themselves.
PYTHON ?= python3
BIN := .venv/bin
RULESETS := $(sort $(wildcard rulesets/*/*.md))
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe \
	--no-strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options

.PHONY: help install demo test test-all test-chromium hammer mutate lint format rules docs pictures lock clean
.DEFAULT_GOAL := help

help: ## show these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

install: .venv/.installed ## make the virtual environment with everything pinned

.venv/.installed: requirements/build.txt requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 13) else \
	"maatwerk needs Python 3.11 or 3.12; name one with: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements/build.txt
	$(PIP) install --require-hashes --no-build-isolation -r requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# atheris is built for Python 3.11 here: on another one this stops, and so does `make hammer`.
.venv/.hammer: .venv/.installed requirements/hammer.txt
	@$(BIN)/python -c 'import sys; sys.exit(None if sys.version_info[:2] == (3, 11) else \
	"make hammer needs Python 3.11: atheris has no package for another one that we use")'
	$(PIP) install --require-hashes -r requirements/hammer.txt
	@touch $@

.venv/.mutate: .venv/.installed requirements/mutate.txt
	$(PIP) install --require-hashes -r requirements/mutate.txt
	@touch $@

demo: install ## two cases from a check to a registered decision and a letter
	PATH="$(CURDIR)/$(BIN):$$PATH" sh scripts/demo.sh

# These run apart: watching every line of them for coverage would double their time, and the fuzzers allow a second.
APART := tests/properties tests/laws tests/oracle tests/breaks tests/bad tests/fuzz tests/speed \
	tests/bench/test_mutation_of_shipped.py tests/bench/test_planted_faults.py tests/bench/test_letters_of_shipped.py \
	tests/cli/test_every_case.py tests/cli/test_rules_test.py tests/show/test_page.py tests/show/test_tree.py \
	tests/show/test_every_key.py tests/editor/test_places.py tests/explanation/test_steps.py tests/bench/test_cliffs.py
# In these Hypothesis draws the examples: 100 of each in `make test`, 2,000 in `make hammer`.
DRAWN := tests/properties tests/laws tests/fuzz tests/expressions tests/case tests/ruleset tests/bench tests/show \
	tests/register tests/editor tests/test_deadlines.py tests/test_formatting.py tests/test_outline.py
TWO := -n 2 --dist loadgroup
test: lint rules ## all checks and tests that need no server and no browser (CI runs this)
	$(BIN)/pytest $(TWO) --hypothesis-profile=ci $(APART)
	$(BIN)/pytest $(TWO) --hypothesis-profile=ci --cov $(APART:%=--ignore=%)

test-all: test test-chromium ## test, and what needs a browser

test-chromium: install ## the letters in a real browser
	$(BIN)/pytest -m chromium --hypothesis-profile=ci tests/chromium

hammer: .venv/.hammer ## long runs: memory, hostile input, 100,000 cases, fuzzers, properties
	$(BIN)/pytest -m hammer --hypothesis-profile=nightly -s tests/hammer
	$(BIN)/pytest $(TWO) --hypothesis-profile=nightly $(DRAWN)

# PART="maatwerk.findings.*" looks at a part only. What was tried before is not tried again: `rm -r mutants` forgets it.
mutate: .venv/.mutate ## which small change in the core no test notices (hours; docs/mutation.md)
	nice $(BIN)/mutmut run --max-children 2 $(if $(PART),"$(PART)")
	$(BIN)/python -m scripts.mutation

lint: install ## style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: install ## repair style where that can be done safely
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

rules: install ## the examples of every ruleset we ship
	@set -e; for text in $(RULESETS); do echo "maatwerk rules test $$text"; $(BIN)/maatwerk rules test $$text; done

docs: install ## write the generated pages anew
	$(BIN)/python -m scripts.docs

pictures: install ## photograph every type of letter (needs chromium, poppler-utils and imagemagick)
	$(BIN)/python -m scripts.letter_pictures

lock: install ## choose versions anew; then read the difference
	$(COMPILE) -o requirements/build.txt requirements/build.in
	$(COMPILE) -o requirements/run.txt pyproject.toml
	$(COMPILE) -o requirements/dev.txt pyproject.toml requirements/dev.in
	$(COMPILE) -o requirements/hammer.txt requirements/hammer.in
	$(COMPILE) -o requirements/mutate.txt requirements/mutate.in

clean: ## remove what was made
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage build dist demo mutants
