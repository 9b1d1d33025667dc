# Everything a newcomer needs: `make run` and `make test`. Only Python 3.11+, make and a network are assumed.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
# Checking the types and fetching a browser do not wait for each other.
MAKEFLAGS += --jobs=2
.PHONY: help venv run test lint bench fetch

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

venv: $(VENV)/.complete  ## make .venv with everything Python needs

# Python compiles what it needs when it needs it, which is a small part of all that is installed.
$(VENV)/.complete: requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-dev.txt
	touch $@

run: venv  ## start the app at http://localhost:8501 (another port: make run PORT=8600)
	$(BIN)/python server.py --port $(PORT)

lint: venv  ## check style, limits and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .

test: lint fetch  ## run every check and every test
	$(BIN)/python -m pytest -n 3 --dist worksteal

bench: venv fetch  ## measure, print a table and write build/bench.json
	$(BIN)/python -m benchmarks

fetch: venv  ## fetch what the tests need besides Python: a browser and the PDF validator
	$(BIN)/python -m tests.fetch
