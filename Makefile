# Everything one does with this repository. `make` alone lists it.

PORT ?= 8000
ARGS ?=
# The program that builds the site: mkdocs, or another one that knows its hooks.
HOST ?= mkdocs

# The first Python that is new enough. Name another one with `make PYTHON=… serve`.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes
NODE := tests/node/node_modules/.package-lock.json

# Material prints a notice about MkDocs 2 at every run; requirements.in keeps us on MkDocs 1.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve test build offline check bench mutate reproducible lock clean

help: ## list what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' Makefile

serve: $(VENV)/.site ## show the site on this computer and follow every edit
	@exec $(RUN) -m explainer serve --host $(HOST) --port "$(PORT)" -- $(ARGS)

test: $(VENV)/.dev node ## check code, content and the finished site (ARGS="-k word" for some tests)
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	$(RUN) -m pytest -n auto --dist worksteal $(ARGS)

# A host that passes over hooks builds a site without records and reports no mistake: verify notices it.
# Never with --quiet: MkDocs counts no warnings then, and --strict lets everything pass.
build: $(VENV)/.site ## write the site to site/; any warning is an error
	$(RUN) -m $(HOST) build --strict --clean --site-dir site $(ARGS)
	@$(RUN) -m explainer verify site

# The copy is offered on the page of all data, and read without a server.
offline: build ## build, and pack a copy of the site that one reads from a folder
	@$(RUN) -m explainer offline site

check: $(VENV)/.site ## check the content alone, in a moment
	@$(RUN) -m explainer check $(ARGS)

bench: $(VENV)/.dev ## measure speed and weight
	$(RUN) -m tests.benchmark.bench
	$(RUN) -m tests.benchmark.weights

mutate: $(VENV)/.dev ## change the engine in one place at a time and tell what no test notices (ARGS=judging.weighing for a part)
	$(RUN) -m tests.mutation $(ARGS)

reproducible: $(VENV)/.site ## build the last commit in several circumstances and compare byte by byte
	$(RUN) -m tests.reproducible

lock: ## resolve the dependencies anew (needs uv; ARGS=--upgrade takes newer releases)
	@command -v uv >/dev/null || { echo "make lock needs uv: it is in $(VENV)/bin after make test, or: pip install uv" >&2; exit 1; }
	uv pip compile --quiet $(ARGS) requirements.in --output-file requirements.txt
	uv pip compile --quiet $(ARGS) requirements-dev.in --output-file requirements-dev.txt
	uv pip compile --quiet $(ARGS) --constraints requirements-dev.txt requirements.in requirements-start.in \
	  requirements-build.in --output-file hooks/explainer/skeleton/project/requirements.txt

clean: ## remove all that make made
	rm -rf $(VENV) site tests/node/node_modules test-results .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find hooks tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A new lock gets a new environment, so that nothing old lingers.
$(VENV)/.site: requirements.txt
	@python="$(PYTHON)"; \
	if [ -z "$$python" ]; then \
	  message=$$(python3 -c 'import platform; print("only Python", platform.python_version())' 2>/dev/null || echo none); \
	  echo "This needs Python 3.11 or newer, and $$message was found." >&2; \
	  echo "Install a newer one, or say where it is: make PYTHON=/path/to/python3.12 serve" >&2; exit 1; \
	fi; \
	if ! "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	  echo "$$python is not Python 3.11 or newer, which this needs." >&2; exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "$$python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$("$$python" --version) ..."; \
	"$$python" -m venv --clear $(VENV)
	@$(PIP) -r requirements.txt
	@# so that `$(RUN) -m explainer` finds it, wherever this folder is moved
	@echo ../../../../hooks > "$$($(RUN) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/explainer.pth"
	@touch $@

$(VENV)/.dev: $(VENV)/.site requirements-dev.txt
	@echo "Adding what the tests need ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@

# Node.js is wanted, not needed: without it, the tests that use it are skipped and say so.
.PHONY: node
ifneq ($(shell command -v npm 2>/dev/null),)
node: $(NODE)
else
node:
	@echo "Node.js is not installed, so some tests will be skipped."
endif

$(NODE): tests/node/package.json tests/node/package-lock.json tests/node/.npmrc
	@echo "Adding the Node packages that the tests use ..."
	@cd tests/node && npm ci --silent
	@touch $@
