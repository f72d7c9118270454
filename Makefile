# make run and make test install what they need themselves; see README.md and docs/.
.DEFAULT_GOAL := help
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8501

.PHONY: help run test check types unsafe format-checked contracts translated collected audit bench areas example install install-dev browser format words pictures lock proxy clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: install ## serve the app with example data on 127.0.0.1 (PORT=8501)
	@echo "Öppna http://127.0.0.1:$(PORT) i webbläsaren. Avsluta med Ctrl+C."
	@$(PY) -m pages.picture_example --at-start & fill=$$!; trap "kill $$fill 2>/dev/null" EXIT; \
	  $(PY) -m streamlit run app.py --server.port $(PORT)

# In the folders' order: else the dear files come last, since they have few tests. Tests start many
# processes, which must not all compile our modules anew where that is not kept
test: export PYTHONDONTWRITEBYTECODE =
test: install-dev browser proxy ## everything: linters, types, contracts, SQLite, PostgreSQL, browser
	@$(BESIDE) $(CHECKS) collected
	$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder

BESIDE := $(MAKE) --no-print-directory -j 2 -O
CHECKS := types unsafe format-checked contracts translated

check: install-dev ## linters, types, import contracts, translations, unsafe code
	@$(BESIDE) $(CHECKS)

types:
	$(VENV)/bin/mypy

unsafe:
	$(VENV)/bin/bandit -q -c pyproject.toml -r *.py pages ui web indicators geodata reporting reports data_access

format-checked:
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

contracts:
	$(VENV)/bin/lint-imports

translated:
	$(PY) -m tests.catalogues --check

collected: # compiled once for all who run tests
	@told=$$($(PY) -m pytest --collect-only -qq) || { echo "$$told"; exit 1; }

AUDIT := --strict --require-hashes --disable-pip -r requirements.txt

audit: ## known faults in what we depend on; asks pypi.org, so it is no part of check or test
	@if command -v uvx >/dev/null; then uvx pip-audit $(AUDIT); else \
	  own=$$(mktemp -d); trap 'rm -rf "$$own"' EXIT; \
	  python3 -m venv "$$own" && "$$own/bin/pip" install -q pip-audit && "$$own/bin/pip-audit" $(AUDIT); fi

bench: install-dev browser ## measure speed, load, start, memory and growth; prints tables (hours, 20 GB below /tmp)
	$(PY) -m benchmarks
	@data=$$(mktemp -d); trap 'rm -rf "$$data"' EXIT; export BOB_DATA_DIR="$$data"; \
	  $(PY) -m data_access example >/dev/null && $(PY) -m pages.picture_example >/dev/null && \
	  $(PY) -m benchmarks.load && $(PY) -m benchmarks.start && $(PY) -m benchmarks.soak 10
	$(PY) -m benchmarks.growth

areas: install ## build and check the outlines of every level
	$(PY) -m geodata build

example: install ## example reports since 2024 by the real door, and example lägesbilder
	$(PY) -m data_access example
	$(PY) -m pages.picture_example

format: install-dev ## mend what the formatter can
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

words: install-dev ## bring the languages' catalogues up to the code; tells what lacks a translation
	$(PY) -m tests.catalogues

pictures: install-dev browser ## take the pictures of docs/ anew, of the example data on a fixed day
	$(PY) -m tests.pictures

lock: ## make the lock files anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes -q -o requirements.txt
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes -q -o requirements-dev.txt

install: $(VENV)/installed
install-dev: $(VENV)/installed-dev

$(VENV)/installed: requirements.txt
	./install.sh requirements.txt
	touch $@

$(VENV)/installed-dev: requirements-dev.txt requirements.txt
	./install.sh requirements-dev.txt
	touch $(VENV)/installed $@

browser: install-dev
	./install.sh --browser

proxy: install-dev
	./install.sh --proxy

clean: ## remove the environment, the built outlines and the embedded database
	rm -rf $(VENV) data
