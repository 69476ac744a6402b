# Fewer than ten targets, each explained; internal/repotest holds that. "make" alone prints them.
.DEFAULT_GOAL := help

GO ?= go
# Tools are pinned in a module of their own, where they weigh on nothing.
TOOL := $(GO) tool -modfile=tools/go.mod

# Where the conformance runner notes each part of each case; relative to the root.
TUTTI_CONFORMANCE_REPORT ?= conformance-report.jsonl

.PHONY: help check test lint gen golden record bench run conformance

# Packages whose test programs know the flags of internal/$(1), because they import internal/$(1), directly or not.
knowing = $(shell $(GO) list -e -test -f '{{if .ForTest}}{{range .Deps}}{{if eq . "tutti/internal/$(1)"}}{{$$.ForTest}}{{end}}{{end}}{{end}}' ./... | sort -u)

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

check: ## everything that CI runs
	.ci/run

test: ## all tests, as the README says
	$(GO) test ./...

lint: ## the linter and the vulnerability scan
	$(TOOL) golangci-lint run ./...
	$(TOOL) govulncheck ./...

gen: ## all generated files: the enum of providers and the GraphQL layer
	$(GO) generate ./...

golden: ## rewrite golden files; then read the diff
	$(GO) test -count=1 $(call knowing,golden) -update

record: ## ask a service and write its answers, scrubbed: PROVIDER=deezer, and RECORD=all to rewrite what has changed
	@test -f "providers/$(PROVIDER)/$(PROVIDER)_test.go" || { echo "make record: say which provider, as PROVIDER=deezer" >&2; exit 2; }
	$(GO) test -count=1 -timeout=2h -v -run='^TestProvider$$' ./providers/$(PROVIDER) -record=$(or $(RECORD),new)

bench: ## benchmarks, with allocations
	$(GO) test -run '^$$' -bench . -benchmem ./...

run: ## the gateway with built-in services: no credentials, no network
	$(GO) run ./cmd/tutti demo

conformance: ## compare with the reference, part by part, and print the counts
	rm -f "$(TUTTI_CONFORMANCE_REPORT)"
	@code=0; \
	TUTTI_CONFORMANCE_REPORT="$(TUTTI_CONFORMANCE_REPORT)" $(GO) test ./... -count=1 -run '^TestConformance' || code=$$?; \
	$(GO) run ./internal/conformance/report "$(TUTTI_CONFORMANCE_REPORT)" && exit $$code
