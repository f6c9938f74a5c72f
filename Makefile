# Everything a developer runs. `make demo` and `make test` need nothing but Python 3.11 or newer and make.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
EVENT ?= ../shared/eval/events/mosul

ATTRIBUTIONS ?= ../shared/eval/attribution/polnear_dev.jsonl
STANCE ?= ../shared/eval/stance/emergent_train.jsonl
PAIRS ?= $(addprefix ../shared/eval/corroboration/,ecb_pairs.jsonl ecb_sentences.jsonl)
QUERIES ?= $(addprefix ../shared/eval/corroboration/,clef_dev.jsonl clef_verified_claims.jsonl)
DATES ?= ../shared/eval/dates/timebank_dev.jsonl ../shared/eval/dates/gum_dev.jsonl
TRUTHS ?= $(wildcard ../shared/eval/truth/*_truth.jsonl)

.PHONY: help demo test check format docs bench eval-attribution eval-dates eval-entities eval-events eval-matching eval-truth wheel clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

demo: $(READY) ## read the seed reports and show who agrees with whom
	@$(BIN)/kg demo
	@printf "\nkg is in %s; '. %s/activate' puts it on your path.\n" $(BIN) $(BIN)

test: $(READY) ## run the tests, but those that build the package
	@$(BIN)/pytest -m "not slow"

check: $(READY) ## all that must pass before a commit
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check
	$(BIN)/pytest

format: $(READY) ## lay out the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

docs: $(READY) ## write the generated pages of docs/
	@$(BIN)/python docs/generate.py

bench: $(READY) ## run every benchmark
	@for run in benchmarks/*/run.py; do echo "== $$run"; $(BIN)/python "$$run" || exit 1; done

eval-events: $(READY) ## score statements and verdicts on EVENT=FOLDER, with ENTITIES=FILE, DETAILS=1, GOLD=1 if given
	@$(BIN)/python eval/events.py "$(EVENT)" $(if $(ENTITIES),--entities "$(ENTITIES)") $(if $(DETAILS),--details) \
	    $(if $(GOLD),--gold)

eval-entities: $(READY) ## score how the names of EVENT=FOLDER are brought together, with DETAILS=1 if given
	@$(BIN)/python eval/entities.py "$(EVENT)" $(if $(DETAILS),--details)

eval-attribution: $(READY) ## score attributions on ATTRIBUTIONS=FILE
	@$(BIN)/python eval/attribution.py "$(ATTRIBUTIONS)"

eval-dates: $(READY) ## score the reading of dates on DATES=FILES
	@$(BIN)/python eval/dates.py $(DATES)

eval-matching: $(READY) ## score headlines of STANCE=FILE, pairs of PAIRS="FILE SENTENCES", searches of QUERIES="FILE CLAIMS"
	@$(BIN)/python eval/matching.py --stance "$(STANCE)" --pairs $(PAIRS) --queries $(QUERIES)

eval-truth: $(READY) ## score truth discovery on TRUTHS=FILES
	@$(BIN)/python eval/truth.py $(TRUTHS)

wheel: $(READY) ## build dist/*.whl
	@$(BIN)/python -m build --wheel

clean: ## remove what was installed and built
	rm -rf $(VENV) build dist demo

# Installs again only when pyproject.toml changes.
$(READY): pyproject.toml
	@.ci/install $(VENV)
	@touch $@
