# Two commands matter to most people: `make demo` runs the portal with sample content, `make test` tests it.
PYTHON ?= python3
UV ?= uv
export PORT ?= 8000
export VAR_DIR ?= var
export VENV ?= .venv

BIN := $(VENV)/bin
BASE := $(VENV)/base.stamp
DEV := $(VENV)/dev.stamp
# A lock is complete: pip asks for nothing beyond it, builds nothing, and takes what it names or stops.
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install -qq --no-deps --only-binary :all: --require-hashes -r
MESSAGES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))

.PHONY: help install demo test lint format translations messages pictures lock clean
.NOTPARALLEL:

help:
	@echo "make demo      run the portal with sample content at http://127.0.0.1:$(PORT)/"
	@echo "make test      run every test (DATABASE_URL chooses the database, SQLite by default)"
	@echo "make install   what demo and tests need, into $(VENV) (every command does it when it must)"
	@echo "make lint      check style, imports, migrations, production settings and requirements"
	@echo "make format    put the source into the style that make lint checks"
	@echo "make translations  collect new texts to translate (needs gettext)"
	@echo "make messages  compile the translations"
	@echo "make pictures  take the pictures of docs/ anew (needs Chromium)"
	@echo "make lock      renew requirements/*.txt from requirements/*.in (needs uv)"
	@echo "make clean     remove the virtual environment and everything the demo wrote"

demo: export PORTAL_ENV = demo
demo: $(BASE) messages
	@$(BIN)/python -m portal.demo_server

install: $(DEV)

test: $(DEV) messages
	@$(BIN)/python -m pytest -n auto $(PYTEST_ARGS)

lint: $(DEV) messages
	@sh .ci/lint

format: $(DEV)
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .

translations: $(BASE)
	@command -v xgettext >/dev/null || { echo "make translations needs gettext (apt install gettext)." >&2; exit 1; }
	@PORTAL_ENV=test $(BIN)/python manage.py makemessages --all --no-obsolete --add-location file \
		--ignore $(VENV) --ignore var --ignore tests

messages: $(MESSAGES)

pictures: $(DEV) messages
	@PORTAL_ENV=demo $(BIN)/python docs/take_pictures.py

%.mo: %.po | $(BASE)
	@$(BIN)/python -c 'import sys, polib; polib.pofile(sys.argv[1]).save_as_mofile(sys.argv[2])' $< $@

# Exact, hashed, wheels only, and the same for every Python from 3.11.2 on; names no registry. dev.txt agrees with base.txt.
LOCK := $(UV) pip compile --universal --only-binary :all: --generate-hashes --python-version 3.11.2 --no-header --no-annotate --quiet
lock:
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: see its documentation, or pass UV=/path/to/uv." >&2; exit 1; }
	$(LOCK) requirements/base.in --output-file requirements/base.txt
	$(LOCK) requirements/dev.in --constraints requirements/base.txt --output-file requirements/dev.txt

clean:
	rm -rf $(VENV) var

# The stamps are younger than the requirements they were installed from: a second run installs nothing.
$(BIN)/pip:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11.2 or newer is needed, and there is no $(PYTHON) here (apt install python3 python3-venv)." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 2))' || { echo "Python 3.11.2 or newer is needed; this is $$($(PYTHON) --version 2>&1). Name another with PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python's venv module is missing (apt install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)

$(BASE): requirements/base.txt | $(BIN)/pip
	@echo "Installing what the portal needs (once, about a minute) ..."
	@$(INSTALL) $<
	@touch $@

$(DEV): requirements/dev.txt $(BASE)
	@echo "Installing what the tests need (once) ..."
	@$(INSTALL) $<
	@touch $@
