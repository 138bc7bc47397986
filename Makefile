# Two commands do everything on a fresh Debian 12 machine: make run, make test.
PRESET ?= dev
BUILD := build/$(PRESET)
# One compiler per core, but never more than the memory carries (1.5 GB each).
JOBS ?= $(shell awk -v c=$$(nproc) '/MemTotal/ { m = int($$2 / 1572864); j = m < c ? m : c; print j < 1 ? 1 : j }' /proc/meminfo)
export LC_ALL := C.UTF-8

.PHONY: all setup configure build run test clean
all: build

setup:
	@platform/linux/setup

configure: setup
	@test -f $(BUILD)/build.ninja || cmake --preset $(PRESET)

build: configure
	@cmake --build $(BUILD) -j $(JOBS)

test: build
	@ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS)

clean:
	rm -rf build
