# Two commands do everything on a fresh machine: `make run` and `make test`.
.PHONY: run test check build eval bench lock clean
.DEFAULT_GOAL := run

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
# Not compiled ahead: a few thousand of 17,000 modules are ever imported, and compile then.
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-compile \
	--constraint constraints.txt
INPUTS := pyproject.toml constraints.txt

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(INPUTS) | $(BIN)/python
	$(PIP) --editable .
	touch $@

# The service with it, at one go: everything is looked up and unpacked once.
$(VENV)/installed-for-tests: $(INPUTS) | $(BIN)/python
	$(PIP) --editable '.[test]'
	touch $(VENV)/installed $@

# `exec` hands signals straight to the service, so SIGTERM stops it cleanly.
run: $(VENV)/installed
	exec $(BIN)/madoguchi serve

check: $(VENV)/installed-for-tests
	$(BIN)/ruff format --check knowledge index prompts service tests
	$(BIN)/ruff check knowledge index prompts service tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/madoguchi knowledge check

build: $(VENV)/installed-for-tests
	$(BIN)/madoguchi build

# The index is built first, by every core, beside the checks, most of which are one long run of a
# single core. Each test process then holds a model of its own (800 MB), so there are never more than
# four of them.
test: $(VENV)/installed-for-tests
	$(MAKE) --jobs 2 --output-sync=target check build
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

# Figures of answers on question files, and a report to read: make eval QUESTIONS="a.jsonl b.jsonl"
OWN_QUESTIONS := $(addprefix tests/quality/,answerable.jsonl answerable-unseen.jsonl \
	unanswerable.jsonl unanswerable-unseen.jsonl foreign.jsonl)

$(VENV)/installed-for-reports: $(VENV)/installed
	$(PIP) --editable '.[report]'
	touch $@

eval: $(VENV)/installed-for-reports
	$(BIN)/madoguchi evaluate answers $(or $(QUESTIONS),$(OWN_QUESTIONS)) \
		--report .report/answers.html

# Speed of answers, of staff's pages over CONVERSATIONS, and search quality; COLLECTION is a folder of corpus.jsonl, queries.jsonl and qrels.tsv, and
# QUESTIONS are question files: with them, what each part of the search is worth.
bench: $(VENV)/installed
	$(BIN)/madoguchi evaluate speed
	$(BIN)/madoguchi evaluate pages --conversations $(or $(CONVERSATIONS),100000)
	$(if $(COLLECTION),$(BIN)/madoguchi evaluate retrieval $(COLLECTION))
	$(if $(QUESTIONS),$(BIN)/madoguchi evaluate ablations $(QUESTIONS) \
		$(if $(COLLECTION),--collection $(COLLECTION)))

# Two installs are the same: write down what is installed now.
lock: $(VENV)/installed-for-tests
	$(BIN)/python -m pip freeze --exclude-editable | sed 's/+cpu$$//' > constraints.txt.new
	mv constraints.txt.new constraints.txt

clean:
	rm -rf $(VENV) .artifact .report
