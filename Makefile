# Two commands do everything: `make demo` and `make test`. They need Python 3.11 or newer, pip and make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help demo test lint types contracts packs tests minimums bench format clean
help:            ## This list
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile

.venv/user: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/developer: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/user

demo: .venv/user ## Assess a real example without asking and write its papers into demo/
	$(BIN)/szai-assess assess --no-input docs/examples/credit.szai.yaml --out demo

test: lint types contracts packs tests ## All checks and tests
	@echo "make test: everything held"

lint: .venv/developer ## Style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/developer ## Types, strictly
	$(BIN)/mypy

contracts: .venv/developer ## Imports go one way
	PYTHONPATH=. $(BIN)/lint-imports

packs: .venv/developer ## Every shipped pack: proofread, and its cases
	$(BIN)/szai-assess pack proofread
	$(BIN)/szai-assess pack test

# The modules whose every branch the fast tests must reach; only they are measured, and only by the tests that are about them: tracing takes time.
ENGINE_AND_GATE := condition masks tables slicing classify verdict gate finding
TRACED := $(patsubst %,tests/test_%.py,condition masks tables slicing classify gate gate_matrix finding interview show compose waiving cli_check standing)
PYTEST := PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -m pytest -n 2 --dist worksteal

tests: .venv/developer ## All tests, the slow ones too; engine and gate at 100 % of branches by their own tests
	$(PYTEST) -m 'not slow' $(ENGINE_AND_GATE:%=--cov=szai_assess.%) --cov-branch --cov-report= $(TRACED)
	$(BIN)/coverage report --fail-under=100
	$(PYTEST) -m 'not slow' $(TRACED:%=--ignore=%)
	$(PYTEST) -m slow

minimums:        ## The fast tests with the lowest versions that pyproject.toml allows
	$(PYTHON) -m venv --clear .venv-minimums
	.venv-minimums/bin/python -c 'import re, tomllib; print(*(re.sub(">=([^,]+).*", r"==\1", each) for each in tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"]), sep="\n")' > .venv-minimums/constraints.txt
	.venv-minimums/bin/python -m pip install --quiet --disable-pip-version-check --constraint .venv-minimums/constraints.txt --editable '.[dev]'
	.venv-minimums/bin/python -m pytest -n 2 --dist worksteal -m 'not slow'

bench: .venv/developer ## Figures as ratios to a bare interpreter
	$(BIN)/python bench/run.py

format: .venv/developer ## Put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:           ## Remove what the other commands made
	rm -rf .venv .venv-minimums demo build dist .coverage .hypothesis .mypy_cache .ruff_cache .import_linter_cache
