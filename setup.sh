#!/usr/bin/env bash
# SPDX-License-Identifier: MPL-2.0
# From a clean Debian 12 machine to a comparison of two district models. Needs no network but Debian packages.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"

# What a build needs, and what only running the tests and benchmarks needs.
build_packages=(g++ cmake ninja-build pkg-config python3 libboost-graph-dev libboost-program-options-dev libtbb-dev
    libhdf5-dev libyaml-cpp-dev libfmt-dev librandom123-dev nlohmann-json3-dev libpagmo-dev catch2 libbenchmark-dev
    libimgui-dev libglfw3-dev libgl-dev libopengl-dev libegl-dev libcairo2-dev libstb-dev fonts-dejavu-core)
test_packages=(python3-simpy3 python3-numpy python3-h5py python3-xarray python3-h5netcdf hdf5-tools xvfb xauth xdotool)

usage() {
    cat <<'TEXT'
Usage: ./setup.sh COMMAND

  demo [-n N]        install what is missing, build, and compare two district models of Aarhus
                     with N replications of each (20 if not said), then with assumptions drawn (futures; half
                     as many, which adds half the time of the first run); results land in out/demo
  test [--sanitize]  install what is missing, build and run the tests; with --sanitize under the
                     address and undefined-behaviour sanitizers (a build of its own)
  viewer [FILE]...   build the viewer and open results in it; those of the demo when none are named
  bench [--quick]    build, measure speed and memory against the aims, and write out/bench/bench.json
  deps               only install the Debian packages that are missing (as root or through sudo)

demo, test, viewer and bench share one build in build/release.
TEXT
}

say() { printf '==> %s\n' "$*"; }
stop() { # stop EXIT_CODE MESSAGE...
    local code=$1
    shift
    printf 'setup.sh: %s\n' "$*" >&2
    exit "$code"
}

missing_packages() { # missing_packages PACKAGE...
    local package
    for package in "$@"; do
        # A package that was removed is still known to dpkg: only this status means it is here.
        [[ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null)" == ii* ]] || printf '%s\n' "$package"
    done
}

install_packages() {
    local as_root=()
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null || stop 4 "missing packages, and neither root nor sudo to install them." \
            "Ask an administrator for: apt-get install --no-install-recommends $*"
        as_root=(sudo)
    fi
    say "installing $# Debian packages: $*"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
    # Package lists may be absent or out of date; fetch them only when the first attempt shows it.
    if ! "${apt[@]}" install -y --no-install-recommends "$@" >/dev/null 2>&1; then
        "${apt[@]}" update || stop 4 "apt-get could not fetch the package lists; is the network there?"
        "${apt[@]}" install -y --no-install-recommends "$@" >/dev/null ||
            stop 4 "apt-get could not install the packages; this script knows Debian 12 (bookworm)"
    fi
}

deps() { # deps PACKAGE...
    if ! command -v dpkg-query >/dev/null; then
        say "not a Debian system: install the libraries named at the top of setup.sh yourself; going on"
        return
    fi
    local missing
    mapfile -t missing < <(missing_packages "$@")
    if [[ ${#missing[@]} -gt 0 ]]; then
        install_packages "${missing[@]}"
    fi
}

nothing_after() { # nothing_after WHAT WORD...: a word too many is a mistake to be told, not to be skipped
    [[ $# -eq 1 ]] || stop 2 "$1 takes no '$2'; ./setup.sh help says what it takes"
}

build() { # build PRESET [TARGET]: everything, or one target
    mkdir -p build
    local log=build/$1-configure.log
    say "building ($1, $(nproc) jobs)"
    if ! cmake --preset "$1" >"$log" 2>&1; then
        cat "$log" >&2
        stop 1 "CMake could not set up the build"
    fi
    cmake --build --preset "$1" --parallel "$(nproc)" ${2:+--target "$2"} || stop 1 "the build failed; the compiler's words stand above"
}

run_tests() {
    local preset=release
    if [[ "${1:-}" == --sanitize ]]; then
        preset=sanitize
        shift
    fi
    nothing_after test "$@"
    deps "${build_packages[@]}" "${test_packages[@]}"
    build "$preset"
    say "testing ($preset; slow tests are left out: ctest --test-dir build/$preset -L slow)"
    ctest --test-dir "build/$preset" --label-exclude '^slow$' --no-tests=error --output-on-failure \
        --no-label-summary --parallel "$(nproc)"
}

demo() {
    local replications=20
    if [[ "${1:-}" == -n ]]; then
        [[ "${2:-}" =~ ^[1-9][0-9]*$ ]] || stop 2 "demo -n needs a number of replications"
        replications=$2
        shift 2
    fi
    nothing_after demo "$@"
    deps "${build_packages[@]}"
    build release samspil
    local samspil=build/release/samspil
    [[ -x "$samspil" ]] || stop 1 "the program was not built"
    local scenarios=(scenarios/aarhus/basis.yaml scenarios/aarhus/tre-distrikter.yaml)

    say "checking the scenarios: samspil validate ${scenarios[*]}"
    "$samspil" validate "${scenarios[@]}"
    say "simulating: samspil run ${scenarios[*]} -n $replications -o out/demo --force"
    mkdir -p out
    "$samspil" run "${scenarios[@]}" -n "$replications" -o out/demo --force
    say "comparing: samspil compare out/demo/basis.h5 out/demo/tre-distrikter.h5 --parts --html out/demo/sammenligning.html"
    "$samspil" compare out/demo/basis.h5 out/demo/tre-distrikter.h5 --parts --html out/demo/sammenligning.html
    say "the same as a page for any browser: $PWD/out/demo/sammenligning.html"
    say "how many replications a stopping rule (run --until-ci) needs, and unpaired runs would have: samspil status out/demo"
    "$samspil" status out/demo
    local futures=$(((replications + 1) / 2))
    [[ $futures -ge 2 ]] || return 0
    say "the same question when assumptions move too: samspil run ${scenarios[*]} -n $futures -o out/demo-futures --futures --force"
    "$samspil" run "${scenarios[@]}" -n "$futures" -o out/demo-futures --futures --force
    local page=out/demo-futures/sammenligning.html
    say "chance only, and chance and assumptions: samspil compare out/demo-futures/{basis,tre-distrikter}.h5 --chance out/demo/{basis,tre-distrikter}.h5 --html $page"
    # The goals and the split; the page has it all.
    "$samspil" compare out/demo-futures/{basis,tre-distrikter}.h5 --chance out/demo/{basis,tre-distrikter}.h5 --html "$page" |
        sed '/^\(Hvad aldringen\|What ageing\)/,$d'
    say "all of it: $PWD/$page"
}

viewer() {
    deps "${build_packages[@]}"
    build release samspil-viewer
    local program=build/release/samspil-viewer
    [[ -x "$program" ]] || stop 1 "the viewer was not built"
    if [[ $# -eq 0 ]]; then
        # Nothing was named: what the demo made, made now if it is not there yet.
        [[ -f out/demo/basis.h5 && -f out/demo/tre-distrikter.h5 ]] || demo
        set -- "$PWD"/out/demo/{basis,tre-distrikter}.h5
    fi
    say "opening: samspil-viewer $*"
    program=$PWD/$program
    cd "$called_from" # files are named as seen from there
    exec "$program" "$@"
}

bench() {
    [[ -f benchmarks/CMakeLists.txt ]] || stop 2 "there are no benchmarks in this version yet."
    deps "${build_packages[@]}" "${test_packages[@]}"
    build release samspil
    build release benchmarks
    say "measuring (some 8 minutes): benchmarks/bench.py build/release"
    mkdir -p out/bench
    python3 benchmarks/bench.py build/release --json out/bench/bench.json "$@"
}

command=${1:-help}
[[ $# -eq 0 ]] || shift
case "$command" in
    deps)
        nothing_after deps "$@"
        deps "${build_packages[@]}" "${test_packages[@]}"
        ;;
    demo) demo "$@" ;;
    test) run_tests "$@" ;;
    viewer) viewer "$@" ;;
    bench) bench "$@" ;;
    help | -h | --help) usage ;;
    *) usage >&2 && stop 2 "unknown command: $command" ;;
esac
