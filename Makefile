# Every target does its own set-up: Python 3.11 or newer, make and git are enough to begin with.

VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2
DEMO := build/demo

# Tests and pictures need no screen, and come out the same with one.
export QT_QPA_PLATFORM ?= offscreen

.DEFAULT_GOAL := help
.PHONY: help demo test format texts rules screenshots bench pins clean qt postgresql

help:
	@echo 'make demo         the demo: in the window, or into $(DEMO) where there is no display'
	@echo 'make test         format, lint, types, import rules and all tests'
	@echo 'make format       format the code and mend what the linter can'
	@echo 'make texts        gather the texts for the users and compile the translations'
	@echo 'make rules        the pages in docs/rules, from the rules and their examples'
	@echo 'make screenshots  the pictures in docs/screenshots'
	@echo 'make bench        accuracy, time, memory and pauses of the window'
	@echo 'make pins         requirements*.txt anew from pyproject.toml (needs uv)'
	@echo 'make clean        remove everything made here'

$(VENV)/run: requirements.txt tools/setup.sh
	@tools/setup.sh venv $(VENV) requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt tools/setup.sh
	@tools/setup.sh venv $(VENV) requirements-dev.txt
	@touch $(VENV)/run $@

qt:
	@tools/setup.sh qt

postgresql:
	@tools/setup.sh postgresql

demo: $(VENV)/run
ifneq ($(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname)),)
	@tools/setup.sh window
	env -u QT_QPA_PLATFORM $(BIN)/python main.py demo --out $(DEMO)
else
	@tools/setup.sh qt
	$(BIN)/python main.py demo --headless --out $(DEMO)
endif

test: $(VENV)/dev qt postgresql
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n $(JOBS)

format: $(VENV)/dev
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

texts: $(VENV)/dev
	$(BIN)/python -m tools.texts

rules: $(VENV)/dev
	$(BIN)/python -m tools.rules

screenshots: $(VENV)/run qt
	$(BIN)/python main.py demo --headless --out $(DEMO)
	mkdir -p docs/screenshots
	cp $(DEMO)/screenshots/*.png docs/screenshots/

bench: $(VENV)/dev qt
	$(BIN)/python -m bench

PIN := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url pyproject.toml

pins:
	$(PIN) --output-file requirements.txt
	$(PIN) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
