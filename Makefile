# Every target does its own set-up: on a fresh Debian or Ubuntu machine with Python 3.11+ nothing has to be prepared, and
# what is ready is not done again. All of it stays in this folder, apart from Debian packages that are missing.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON := .venv/bin/python
COMPILE := $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --strip-extras \
	--no-emit-index-url --custom-compile-command "make lock"
DEMO_DIR ?= out/demo

.PHONY: help run serve setup check test test-rules test-servers test-screens package kills bench monkey mutants demo demo-chain fmt words lock clean system runtime isolation fuzz simulate year

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: system runtime ## open the counter; ARGS="simulate FILE --check" and the like run one of its other verbs
	@$(PYTHON) -m app $(ARGS)

serve: ## answer counters: the central server; ARGS="owner-code" and the like run one of its other verbs
	@setup/venv.sh serve
	@$(PYTHON) -m server $(ARGS)

setup: system ## make .venv and install everything, for running and for developing
	@setup/printing.sh
	@setup/venv.sh dev

check: setup ## style, types and import contracts
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) .venv/bin/lint-imports

# Tracing makes everything slow, windows and the simulation most of all: these cover the rules, line by line.
TRACED := tests/unit tests/property tests/contract tests/scenarios
# In processes of their own: after other suites in the same process they have failed in rows, and it is not known why.
# Windows mostly wait, and counters for their server: two at a time would leave half of two cores idle.
SCREENS := tests/ui tests/simulation
# Who asks changes what is their own, and the next answer hangs on that: asked in one order, in one process.
ORDERED := tests/server/test_isolation.py

test: check ## check, then every test, whatever failed before; app/domain and app/services must be covered whole
	@$(MAKE) --no-print-directory --keep-going test-rules test-servers test-screens

test-rules:
	$(PYTHON) -m pytest -n 2 $(TRACED) --cov

test-servers:
	$(PYTHON) -m pytest -n 3 $(TRACED:%=--ignore=%) $(SCREENS:%=--ignore=%) --ignore=$(ORDERED)
	$(PYTHON) -m pytest $(ORDERED)

test-screens:
	$(PYTHON) -m pytest -n 3 $(SCREENS)

package: setup ## build dist/tillpoint, the program as one folder, and have it test itself
	$(PYTHON) -m PyInstaller --noconfirm --log-level WARN build.spec
	PACKAGE=dist/tillpoint $(PYTHON) -m pytest tests/packaging

kills: setup ## kill the server and counters at every statement of their sync, three hundred times each
	KILLS=150 $(PYTHON) -m pytest tests/faults/test_server_killed.py
	KILLS=300 $(PYTHON) -m pytest tests/faults/test_counter_killed.py

bench: setup ## measure the headline figures; leaves bench/RESULTS.md. ARGS="push earn" measures only these
	$(PYTHON) -m bench $(ARGS)

simulate: setup ## counters and a server in a world that fails: a long run, then every sown fault must be found
	$(PYTHON) -m tests.simulation

monkey: setup ## twenty thousand keys, scans, words and clicks at random in the real window, then the books
	MONKEY=20000 $(PYTHON) -m pytest tests/ui/test_monkey.py

mutants: setup ## change app/domain a line at a time and see a test fail each time
	$(PYTHON) -m mutmut run
	$(PYTHON) -m mutmut results

isolation: setup ## ask every address for ids of another tenant, as everybody, in every place
	ISOLATION=1 $(PYTHON) -m pytest -s tests/server/test_isolation.py tests/server/test_isolation_sync.py

fuzz: setup ## ask every address at random, and hold the answers against the API's description
	FUZZ=200 $(PYTHON) -m pytest tests/server/test_schema_fuzz.py

year: setup ## a year of a file's baskets at three counters of a chain, then the books; FILE=…csv.gz
	YEAR=$(FILE) $(PYTHON) -m pytest tests/chain/test_year.py

demo: system runtime ## a day's story in the real window; pictures and receipts in DEMO_DIR
	$(PYTHON) -m app demo --out $(DEMO_DIR)

demo-chain: ## three counters and a server, lines that fail, books that agree; ARGS="--minutes 5" makes a longer day
	@setup/venv.sh serve
	@$(PYTHON) -m app demo --chain $(ARGS)

fmt: setup ## put the code in its agreed shape
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

words: setup ## gather the texts of the screens into resources/i18n and compile what is translated
	$(PYTHON) setup/words.py

lock: setup ## write the lock files again after a change in pyproject.toml
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) pyproject.toml --extra server -c requirements.lock -o requirements-server.lock
	$(COMPILE) pyproject.toml --extra server --group dev -c requirements-server.lock -o requirements-dev.lock

clean: ## take away everything these targets made here
	rm -rf .venv .*_cache .hypothesis .coverage* htmlcov mutants out build dist bench/pouchdb/node_modules
	find app ui printing sync server tests bench -name __pycache__ -prune -exec rm -rf {} +

system:
	@setup/system.sh

runtime:
	@setup/venv.sh run
