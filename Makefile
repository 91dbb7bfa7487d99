# Two commands on a fresh machine: `make demo` and `make test`. Written for make 3.81 too, which
# macOS has: no .ONESHELL, no grouped targets, no !=.

SAMPLE := issues/spring-2026
SHOWCASE := issues/summer-2026

# Tried by running it, since a shim can be there and fail.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)

# Homebrew's libraries. Set in each command, since macOS takes DYLD_* away from what /bin/sh inherits.
ifeq ($(shell uname),Darwin)
LIBRARIES := DYLD_FALLBACK_LIBRARY_PATH="$(shell brew --prefix)/lib:/usr/local/lib:/usr/lib"
endif
RUN := $(LIBRARIES) .venv/bin/python

# Two package managers at a time would stand in each other's way.
.NOTPARALLEL:
.PHONY: help demo test format lint types rooms tests pictures references system-demo system-test clean

help:  ## say what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

demo: system-demo .venv/.installed  ## set up what is needed and make the sample issue's PDFs
	@$(RUN) .venv/bin/pamphleteer build $(SAMPLE)
	@echo "The sample issue's PDFs:" && ls "$(CURDIR)/$(SAMPLE)"/out/*.pdf

# Every check runs, even when an earlier one has failed.
test: system-test .venv/.installed-dev  ## set up what is needed and run every test and check
	@$(MAKE) --keep-going --no-print-directory format lint types rooms tests

format:
	$(RUN) -m ruff format --check
lint:
	$(RUN) -m ruff check
types:
	$(RUN) -m mypy
rooms:
	$(RUN) .venv/bin/lint-imports
# A file's tests stay together, as they share what they build; files keep the order of conftest.py.
tests:
	$(RUN) -m pytest -n auto --maxprocesses 8 --dist loadfile --no-loadscope-reorder

# Quick when nothing is missing, so it looks each time. After an upgrade of Python the .venv may
# point nowhere: then it is made again.
system-demo system-test:
	@test -n "$(PYTHON)" || { echo "Pamphleteer needs Python 3.11 or newer, and none was found." \
	  "Install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(LIBRARIES) "$(PYTHON)" tools/system_packages.py $(@:system-%=%)
	@test -x .venv/bin/python || rm -rf .venv

.venv/pyvenv.cfg:
	@echo "Making .venv with $(PYTHON)"
	@"$(PYTHON)" -m venv .venv || { rm -rf .venv; exit 1; }

.venv/.installed: pyproject.toml .venv/pyvenv.cfg
	@echo "Installing Pamphleteer into .venv"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# pip reads dependency groups since 25.1; what comes with Python may be older.
.venv/.installed-dev: .venv/.installed
	@echo "Installing what the tests need into .venv"
	@$(RUN) -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	@$(RUN) -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

pictures: demo system-test .venv/.installed-dev  ## draw the README's pictures again
	$(RUN) .venv/bin/pamphleteer build $(SHOWCASE)
	$(RUN) tools/draw_pictures.py sheets $(SAMPLE) layouts/booklet/picture.png
	$(RUN) tools/draw_pictures.py gallery $(SHOWCASE) layouts/booklet/gallery.png
	$(RUN) tools/draw_report.py $(SHOWCASE)/out/summer-2026-screen.pdf 2 src/pamphleteer/preflight/report/picture.png

references: system-test .venv/.installed-dev  ## draw anew what pages are compared with; look at it
	$(RUN) -m tests.pictures.draw

clean:  ## remove .venv, caches and the sample issue's PDFs
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist $(SAMPLE)/out
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
