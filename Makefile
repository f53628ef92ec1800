# The single entry point. `make help` lists what there is.

STACK ?= dev
FORMAT ?= table

# The packages bring Node 24 for Linux; elsewhere it is the machine's own, which must be as new.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
NODE := node
# Half of a short command is Node compiling what it loads; the engine and its plugins have folders of their own.
export NODE_COMPILE_CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/slipway/node-compile/commands
# Go modules with code of ours; `tools` only pins what checks them.
SERVICES := $(filter-out tools,$(patsubst services/%/go.mod,%,$(wildcard services/*/go.mod)))
vitest = $(NODE) node_modules/.bin/vitest run --project $(1) --reporter=default --reporter=json --outputFile.json=dist/test/$(1).json
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

## Everyday
.PHONY: up preview destroy refresh
up: node_modules ## From a bare machine to running services: tools, lab, pulumi up [STACK=dev]
	@$(NODE) engine/main.ts up --stack $(STACK)
preview: node_modules ## What `up` would change [STACK=dev]
	@$(NODE) engine/main.ts preview --stack $(STACK)
refresh: node_modules ## Read the cluster back into the state, to see what was changed by hand [STACK=dev]
	@$(NODE) engine/main.ts refresh --stack $(STACK)
destroy: node_modules ## Take everything of the stack away [STACK=dev]
	@$(NODE) engine/main.ts destroy --stack $(STACK)

## Offline: no cluster, no plugin, no credentials
.PHONY: render diff images policy
render: node_modules ## The manifests as YAML, one file a resource [STACK=dev OUT=rendered]
	@$(NODE) offline/main.ts render --stack $(STACK) --out $(or $(OUT),rendered)
diff: node_modules ## What changed in the manifests since a commit [STACK=dev BASE=HEAD FORMAT=text|markdown]
	@$(NODE) offline/main.ts diff --stack $(STACK) --base $(or $(BASE),HEAD) --format $(if $(filter markdown,$(FORMAT)),markdown,text)
images: node_modules ## Every image that the stack needs [STACK=dev FORMAT=table|json]
	@$(NODE) offline/main.ts images --stack $(STACK) --format $(FORMAT)
policy: node_modules ## The verdict of the policy pack [STACK=dev FORMAT=table|json|sarif]
	@$(NODE) offline/main.ts policy --stack $(STACK) --format $(FORMAT)

## Air gap: a stack's images, carried to where no public registry can be reached
.PHONY: bundle mirror
bundle: node_modules ## Every image of a stack as one OCI archive, with a manifest [STACK=dev OUT=slipway-bundle.tar]
	@$(NODE) airgap/main.ts bundle --stack $(STACK) --out $(or $(OUT),slipway-bundle.tar)
mirror: node_modules ## Push a bundle to a private registry [TARGET=host[:port][/path] BUNDLE=slipway-bundle.tar PLAIN_HTTP=1]
	@$(NODE) airgap/main.ts mirror $(if $(TARGET),--target $(TARGET)) --bundle $(or $(BUNDLE),slipway-bundle.tar) $(if $(PLAIN_HTTP),--plain-http)

## The lab
.PHONY: lab-up lab-images lab-down lab-status kubeconfig env tools doctor
lab-up: node_modules ## Start the one-node Kubernetes of this checkout, or repair it
	@$(NODE) lab/cli.ts up
lab-images: node_modules ## Compile Prometheus, Loki and the rest of the monitoring for its registry; `up` does it by itself
	@$(NODE) lab/cli.ts images
lab-down: node_modules ## Stop it and leave nothing behind
	@$(NODE) lab/cli.ts down
lab-status: node_modules ## Its parts, and the kubeconfig to use
	@$(NODE) lab/cli.ts status
kubeconfig: node_modules ## Path of its kubeconfig, for scripts (make -s kubeconfig)
	@$(NODE) lab/cli.ts kubeconfig
env: node_modules ## Variables for a shell, with which kubectl and a plain pulumi work on the stack [STACK=dev]
	@$(NODE) engine/main.ts env --stack $(STACK)
tools: node_modules ## Build the tools that this machine lacks
	@$(NODE) lab/cli.ts tools

doctor: node_modules ## What is missing on this machine, and the command that fixes it [STACK=dev]
	@$(NODE) engine/main.ts doctor --stack $(STACK)

## Quality
.PHONY: test test-unit test-policies test-services test-lab check vulncheck bench generate format
test: node_modules ## Everything, with a count at the end
	@rm -rf dist/test; failed=0; \
	for suite in unit policies services lab; do $(MAKE) test-$$suite || failed=1; done; \
	$(NODE) test/summary.ts && exit $$failed
test-unit: node_modules ## No cluster, less than two minutes
	@$(call vitest,unit)
test-policies: node_modules ## The policy pack
	@$(call vitest,policies)
test-services: ## The Go services: vet, tests with the race detector
	@command -v gcc > /dev/null || apt-get install --yes --no-install-recommends gcc libc6-dev # for the race detector
	@mkdir -p dist/test; failed=0; for service in $(SERVICES); do \
	( cd services/$$service; go vet -tags nomsgpack ./... && go test -race -tags nomsgpack -v ./... ) \
		> dist/test/$$service.txt 2>&1 || failed=1; \
	grep -E '^(ok|FAIL|panic|vet:|[a-z/]+\.go:|\s*--- FAIL)' dist/test/$$service.txt || failed=1; done; exit $$failed
test-lab: node_modules ## The real thing, in the lab
	@$(call vitest,lab)
check: node_modules ## Types, lint, format, dead code, generated files
	@$(NODE) node_modules/.bin/tsc --noEmit
	@$(NODE) node_modules/.bin/eslint .
	@$(NODE) node_modules/.bin/prettier --check --log-level warn .
	@$(NODE) node_modules/.bin/knip
	@$(NODE) config/generate.ts --check
	@$(NODE) policies/docs.ts --check
	@$(NODE) docs/generate.ts --check
	@test -z "$$(gofmt -l services lab)" || { echo "gofmt: run \`make format\`"; exit 1; }
vulncheck: ## Known vulnerabilities that the services call (asks vuln.go.dev, so not part of `check`)
	@for service in $(SERVICES); do ( cd services/$$service && go tool -modfile=../tools/go.mod govulncheck -tags nomsgpack ./... ); done
bench: node_modules ## A no-op preview and a rendering against peers, as ratios of one run
	@$(NODE) bench/main.ts
generate: node_modules ## Write the generated files anew
	@$(NODE) config/generate.ts
	@$(NODE) policies/docs.ts
	@$(NODE) docs/generate.ts
format: node_modules ## Format the sources
	@$(NODE) node_modules/.bin/prettier --write --log-level warn .
	@gofmt -w services lab

## Help
.PHONY: help
help: ## This list
	@awk 'BEGIN { FS = ":.*## " } /^## / { printf "\n%s\n", substr($$0, 4) } /^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

node_modules: package.json package-lock.json
	@echo "Installing node modules"
	@npm ci --no-progress --loglevel=error
	@touch node_modules
