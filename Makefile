# Everything runs from .venv/ in this folder. `make run` starts the conversation, `make test` checks everything.

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
BIN := .venv/bin
EVALUATION := bench/evaluation/.venv
# A lock file is complete, so nothing is left to resolve: old pips stumble over extras where a newer release is out.
LOCKED := pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement
PACKAGES := bot dialogs scoring locales tests $(wildcard bench)
SOURCES := $(shell find bot dialogs scoring locales -name '*.py')

.PHONY: run test check setup bench bench-telegram conformance soak evaluate train mutants catalogs lock clean
.DELETE_ON_ERROR:

run: setup
	@$(BIN)/hujifen chat

# The closing report names every line and branch of scoring/ and dialogs/ that no test reaches; there may be none.
test: check
	$(BIN)/pytest --numprocesses=auto --dist=worksteal --cov --cov-report=
	$(BIN)/coverage report --include='scoring/*,dialogs/*' --fail-under=100
	$(BIN)/coverage report --include='bot/*'

# Every conversation of the suite through every way onto Telegram, and processes that die at every point of a turn: real
# processes all of them, which takes a quarter of an hour.
conformance: setup
	$(BIN)/pytest --numprocesses=auto --dist=worksteal -m 'ways or not ways' tests/conformance tests/crash

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(PACKAGES)
	$(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter

setup: .venv/installed .venv/linked .venv/hujifen-bytecode/prepared
	@$(BIN)/python -m locales.catalogs compile
	@$(BIN)/python -m compileall -q bot dialogs locales scoring # starts are fast even where Python may not write bytecode

.venv/installed: requirements.lock
	@test -n '$(PYTHON)' || { echo 'hujifen needs Python 3.11 or newer: make PYTHON=/path/to/python3' >&2; exit 1; }
	test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	$(BIN)/$(LOCKED) requirements.lock
	@touch $@

.venv/linked: .venv/installed pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/hujifen-bytecode/prepared: .venv/linked $(SOURCES)
	@$(BIN)/python -m bot.bytecode

bench: setup
	$(BIN)/python bench/run.py

bench-telegram: setup bench/telegram/.venv/installed
	$(BIN)/python -m bench.telegram.run

bench/telegram/.venv/installed: bench/telegram/requirements.lock
	test -x bench/telegram/.venv/bin/pip || $(PYTHON) -m venv bench/telegram/.venv
	bench/telegram/.venv/bin/$(LOCKED) $<
	@touch $@

# How well free questions are understood; and the topic model made anew, the same file from the same questions.
evaluate: $(EVALUATION)/installed
	OPENBLAS_NUM_THREADS=1 $(EVALUATION)/bin/python -m bench.evaluate

train: $(EVALUATION)/installed
	$(EVALUATION)/bin/python -m bench.evaluation.train

$(EVALUATION)/installed: bench/evaluation/requirements.txt
	$(PYTHON) -m venv $(EVALUATION)
	$(EVALUATION)/bin/$(LOCKED) $<
	@touch $@

# One person sends ten thousand messages, and the messenger takes nothing: what others notice of it.
soak: setup
	$(BIN)/python -m bench.soak

# Changes scoring/ in thousands of small ways and runs its tests on each: twenty minutes to two hours. Begins anew each
# time, for mutmut would keep what it found before a test was changed. What may survive, and why, is in
# tests/scoring/mutants.md.
mutants: setup
	rm -rf mutants
	PATH="$(CURDIR)/$(BIN):$$PATH" nice mutmut run
	$(BIN)/python -m tests.mutants

# Sorts and formats every catalog, so that two people's new messages merge.
catalogs: setup
	$(BIN)/python -m locales.catalogs normalise

# Pins every dependency of pyproject.toml and of the evaluation, for all platforms and Pythons at once. Add
# UPGRADE=--upgrade for newer releases.
lock: .venv-lock/bin/uv
	.venv-lock/bin/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --quiet $(UPGRADE) --output-file requirements.lock
	.venv-lock/bin/uv pip compile bench/evaluation/requirements.in --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --quiet $(UPGRADE) --output-file bench/evaluation/requirements.txt

.venv-lock/bin/uv:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet --disable-pip-version-check uv==0.13.9

clean:
	rm -rf .venv .venv-lock $(EVALUATION) .cache .hypothesis mutants dist
	find . -name __pycache__ -prune -exec rm -rf {} +
	find locales -name '*.mo' -delete
