# Two commands do it all: `make play` and `make test`. Both need python3 (3.11 or newer) and make, and write to .venv only.

PYTHON ?= python3
SCENARIO ?= narrow-sea

# A setting of the user's own must not send packages elsewhere than into .venv.
unexport PYTHONHOME PYTHONPATH PIP_PREFIX PIP_TARGET
export PIP_USER = 0
export PIP_DISABLE_PIP_VERSION_CHECK = 1

READY := .venv/.ready
BIN := .venv/bin

.PHONY: help play test test-long coverage lint format bench lock clean
.DELETE_ON_ERROR:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# With a terminal the screens open, on a scenario if one is named; without one a session is played by computer players.
play: $(READY) ## set up once, then play (SCENARIO=narrow-sea)
	@if test -t 0 && test -t 2; then $(BIN)/wargame $(if $(filter file,$(origin SCENARIO)),,play $(SCENARIO)); \
		else $(BIN)/wargame run $(SCENARIO); fi

test: $(READY) ## all tests but the long ones
	@$(BIN)/pytest -n auto

test-long: $(READY) ## the same properties in large numbers
	@$(BIN)/pytest -n auto -m long

coverage: $(READY) ## which lines the tests reach
	@$(BIN)/pytest -n auto --cov

lint: $(READY) ## style, types, and which room may import which
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(wildcard wargame tests benchmarks)
	@$(BIN)/lint-imports --no-logo

format: $(READY) ## put the code in the house's format
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

bench: $(READY) ## measure speed, and compare with the last time
	@$(BIN)/python -m benchmarks

# uv alone can lock for every platform at once; it is fetched for this and no part of the lock.
lock: ## choose the newest allowed versions anew
	@$(PYTHON) -m venv --clear build/lock
	@build/lock/bin/python -m pip install -qq uv
	@build/lock/bin/uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes --extra dev --upgrade \
		--no-header --no-annotate --output-file build/lock/requirements pyproject.toml
	@{ echo '# Made by `make lock` from pyproject.toml: what runs, checks and builds it.'; cat build/lock/requirements; } > $@.new
	@mv $@.new requirements.lock

clean: ## remove all that make has built
	@rm -rf .venv build dist .coverage .coverage.* htmlcov .*_cache .hypothesis
	@find wargame tests benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# Only a change of the lock builds .venv anew; a change of pyproject.toml installs the checkout again, in a second or two.
$(READY): .venv/.locked pyproject.toml
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

# Debian's python3 comes without ensurepip: there its own pip, if it has one, fills an empty .venv.
HAS_ENSUREPIP = $(PYTHON) -c 'import ensurepip' 2>/dev/null
PIP = if test -x $(BIN)/pip; then set -- $(BIN)/python -m pip; else set -- $(PYTHON) -m pip --python $(BIN)/python; fi; "$$@"

.venv/.locked: requirements.lock
	@command -v $(PYTHON) >/dev/null || { echo "make: wargame needs Python 3.11 or newer, and there is no '$(PYTHON)': try PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "make: wargame needs Python 3.11 or newer, and this is $$($(PYTHON) --version): try PYTHON=python3.12" >&2; exit 1; }
	@$(HAS_ENSUREPIP) || $(PYTHON) -m pip --version >/dev/null 2>&1 || \
		{ echo "make: '$(PYTHON)' has no pip: install your system's package python3-venv or python3-pip" >&2; exit 1; }
	@echo "Setting up .venv (once; half a minute)"
	@if $(HAS_ENSUREPIP); then $(PYTHON) -m venv --clear .venv; else $(PYTHON) -m venv --clear --without-pip .venv; fi
# The lock is complete: resolving anew would let a package's extras reach for versions that are not in it.
	@$(PIP) install -qq --no-compile --no-deps --require-hashes --requirement requirements.lock
	@touch $@
