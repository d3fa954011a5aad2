# Everything a person or a machine does with this project; each recipe finds a fitting JDK by itself.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo test test-long test-cluster cluster-up cluster-down native bench bench-native bench-cluster bench-watch dev format clean tools packaged missing

MVN := ./mvnw -B -ntp
APP := target/quarkus-app/quarkus-run.jar
NATIVE := target/stoker
CLASSPATH := target/test.classpath
RUN := . .mvn/find-jdk && exec "$$JAVA_HOME/bin/java" -cp "target/test-classes:$$(cat $(CLASSPATH))"
RUN_ON_CLUSTER := . .mvn/find-jdk && src/test/scripts/on-cluster --run "$$JAVA_HOME/bin/java" -cp "target/test-classes:$$(cat $(CLASSPATH))"
SOURCES := $(shell find src pom.xml -type f)
MAIN_SOURCES := $(shell find src/main pom.xml -type f)

help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

demo: tools packaged ## the main job on a real Prometheus; KEEP=1 leaves everything running
	@$(RUN) io.stoker.demo.Demo

test: ## all tests of the everyday form
	@src/test/scripts/everything

test-long: ## everything, on both versions of Prometheus
	@src/test/scripts/everything -Plong

test-cluster: packaged ## the tests that need a kubelet, on a real node that is up only for them (root)
	@src/test/scripts/on-cluster

cluster-up: ## a real Kubernetes node on this machine (root); prints the path of its kubeconfig
	@src/test/scripts/cluster up

cluster-down: ## ends it, and leaves nothing running or mounted
	@src/test/scripts/cluster down

native: $(NATIVE) ## target/stoker, the executable that users run (GRAALVM_HOME: a Mandrel 25)

$(NATIVE): $(MAIN_SOURCES)
	@echo "Building the native executable (several minutes) …"
	@mkdir -p target && touch $@.began # what is edited meanwhile is not in it
	@. .mvn/find-graalvm && $(MVN) package -Dnative -DskipTests -Dspotless.check.skip
	@touch -r $@.began $@

bench: tools packaged ## latency and cost, beside a baseline of the same run; QUICK=1 only shows that it works
	@if (. .mvn/find-graalvm); then $(MAKE) --no-print-directory native && executable=-Dstoker.executable=$(CURDIR)/$(NATIVE); fi; \
	  $(RUN) $$executable --enable-native-access=ALL-UNNAMED io.stoker.bench.Bench

bench-native: tools packaged native ## memory, start and idle cost of target/stoker, also under a reloader's usual limits
	@$(RUN) -Dstoker.executable=$(CURDIR)/$(NATIVE) --enable-native-access=ALL-UNNAMED io.stoker.bench.NativeBench

bench-cluster: tools packaged ## on a real kubelet: how long a changed ConfigMap takes to be live
	@if (. .mvn/find-graalvm); then $(MAKE) --no-print-directory native && executable=-Dstoker.executable=$(CURDIR)/$(NATIVE); fi; \
	  $(RUN_ON_CLUSTER) $$executable --enable-native-access=ALL-UNNAMED io.stoker.bench.ClusterBench

bench-watch: tools packaged ## the watcher with 1,000 and 3,000 targets on a real API server (root); QUICK=1 only shows that it works
	@if (. .mvn/find-graalvm); then $(MAKE) --no-print-directory native && executable=-Dstoker.executable=$(CURDIR)/$(NATIVE); fi; \
	  $(RUN) $$executable --enable-native-access=ALL-UNNAMED io.stoker.bench.WatchBench

dev: ## live reload; ARGS='--watched-dir=… --reload-url=…'
	$(MVN) quarkus:dev -Pdev $(if $(ARGS),-Dquarkus.args="$(ARGS)")

format: ## google-java-format over all sources
	$(MVN) -q spotless:apply

clean: ## remove what was built (the fetched tools stay in the user's cache)
	$(MVN) -q clean

tools: # fetched before anything is built, so that what can't be had is known at once
	@src/test/scripts/provide redis > /dev/null
	@src/test/scripts/provide redis-exporter > /dev/null
	@[ -n "$$STOKER_PROMETHEUS" ] || src/test/scripts/provide prometheus-3 > /dev/null

packaged: $(CLASSPATH)

# one run of Maven for the program, the test classes and the path to run them with, which is written last
$(CLASSPATH): $(SOURCES) $(if $(wildcard $(APP)),,missing)
	@echo "Packaging Stoker (a first build takes a minute or two) …"
	@$(MVN) -q package -DskipTests -Dspotless.check.skip \
	  dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=$@
	@touch $@

missing:
