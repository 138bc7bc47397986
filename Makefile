# Two commands do everything on a fresh Debian 12 machine: make run, make test.
PRESET ?= dev
BUILD := build/$(PRESET)
# One compiler per core, but never more than the memory carries (1.5 GB each).
JOBS ?= $(shell awk -v c=$$(nproc) '/MemTotal/ { m = int($$2 / 1572864); j = m < c ? m : c; print j < 1 ? 1 : j }' /proc/meminfo)
export LC_ALL := C.UTF-8

.PHONY: all setup configure build run walk test soak asan tsan fuzz bench coverage references qmllint format clean
all: build

setup:
	@platform/linux/setup

configure: setup
	@test -f $(BUILD)/build.ninja || cmake --preset $(PRESET)

build: configure
	@cmake --build $(BUILD) -j $(JOBS)

# A hub with the demonstration programme and the tablet app enrolled to it; the walk by script where there is no display.
run: build
	@platform/linux/run --build $(BUILD)

walk: build
	@platform/linux/run --build $(BUILD) --walk

test: build
	@ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS)

# The same tests with full counts.
soak: build
	@TASHILGAR_SOAK=1 ctest --test-dir $(BUILD) --output-on-failure --timeout 7200

# What Qt and fontconfig keep until the process ends is no leak of ours.
asan tsan: export LSAN_OPTIONS := suppressions=$(CURDIR)/tests/support/leaks.supp:print_suppressions=0
asan tsan: export UBSAN_OPTIONS := halt_on_error=1:print_stacktrace=1
asan tsan:
	@$(MAKE) test PRESET=$@

# Each parser under random input, FUZZ_SECONDS a parser. Needs clang 16, which nothing else here needs.
FUZZ_SECONDS ?= 60
fuzz: setup
	@command -v clang++-16 >/dev/null || { echo "make fuzz needs clang: apt-get install clang-16 libclang-rt-16-dev" >&2; exit 1; }
	@test -f build/fuzz/build.ninja || cmake --preset fuzz
	@cmake --build build/fuzz -j $(JOBS) --target fuzzers
	@set -e; for program in build/fuzz/bin/*_fuzz; do name=$$(basename $$program _fuzz); \
	  mkdir -p build/fuzz/corpus/$$name; echo "== $$name"; \
	  $$program -max_total_time=$(FUZZ_SECONDS) -print_final_stats=0 -verbosity=0 build/fuzz/corpus/$$name \
	    $$(test -d tests/fuzz/corpus/$$name && echo tests/fuzz/corpus/$$name); done

# What things cost: parts (Google Benchmark), then whole programs as ratios. BENCH_FORMS adds a folder of forms that other
# engines were measured with (tests/bench/peers.json).
bench: setup
	@test -d /usr/include/benchmark || { echo "make bench needs Google Benchmark: apt-get install libbenchmark-dev" >&2; exit 1; }
	@cmake --preset release -B build/bench >/dev/null
	@cmake --build build/bench -j $(JOBS) --target forms_bench records_bench tashil qml_test
	@build/bench/bin/forms_bench --benchmark_min_time=0.2
	@QT_QPA_PLATFORM=offscreen build/bench/bin/qml_test "[bench-tap]" | grep "tap to paint"
	@python3 tests/bench/records.py build/bench/bin/records_bench build/bench/records
	@python3 tests/bench/make_forms.py build/bench/forms
	@python3 tests/bench/whole.py build/bench/bin/tashil build/bench/forms
	@test -z "$(BENCH_FORMS)" || python3 tests/bench/whole.py build/bench/bin/tashil "$(BENCH_FORMS)" tests/bench/peers.json

# Lines of the form engine that its tests run, and those they do not.
ENGINE_TESTS := forms_check forms_engine forms_secondary forms_serialise forms_xlsform forms_xpath lists scenarios
space := $(subst ,, )
coverage: setup
	@command -v gcovr >/dev/null || { echo "make coverage needs gcovr: apt-get install gcovr" >&2; exit 1; }
	@cmake --preset coverage >/dev/null
	@cmake --build build/coverage -j $(JOBS) --target $(ENGINE_TESTS:%=%_test)
	@find build/coverage -name '*.gcda' -delete
	@ctest --test-dir build/coverage -R "^($(subst $(space),|,$(ENGINE_TESTS)))$$" --output-on-failure -j $(JOBS)
	@gcovr --root . --object-directory build/coverage --filter 'app/forms/' --gcov-ignore-parse-errors --exclude-throw-branches --print-summary \
	  --sort-uncovered build/coverage | tee build/coverage/engine.txt

# Pictures that are meant to look different now become what the tests compare with; look at them first (build/…/shots).
references: build
	@for test in qml qml_moving qml_controls shots; do \
	  QT_QPA_PLATFORM=offscreen TASHILGAR_KEEP_REFERENCES=1 $(BUILD)/bin/$${test}_test >/dev/null || exit 1; done
	@git status --short tests/qml/references | head -40

qmllint: build
	@cmake --build $(BUILD) --target all_qmllint

# Spacing is the tools' business (.clang-format, qmlformat).
format:
	@git ls-files '*.h' '*.cpp' | xargs clang-format -i
	@git ls-files '*.qml' | xargs $$(qmake6 -query QT_INSTALL_BINS)/qmlformat -i

clean:
	rm -rf build
