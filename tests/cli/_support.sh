# SPDX-License-Identifier: MPL-2.0
# What the scripts here share: SAMSPIL, a folder of their own, and sentences that fail.
set -u
: "${SAMSPIL:?the program}" "${SAMSPIL_SOURCE_DIR:?the sources}"
export SAMSPIL_LANG=en LC_ALL=C.UTF-8
toy="$SAMSPIL_SOURCE_DIR/scenarios/minimal.yaml"
here=$(mktemp -d) && cd "$here" || exit 1
trap 'cd / && rm -rf "$here"' EXIT
failures=0

fail() {
    printf 'not so: %s\n' "$*"
    failures=$((failures + 1))
}
# expect_exit CODE COMMAND...: output lands in ./out.txt, messages in ./err.txt
expect_exit() {
    local expected=$1 code=0
    shift
    "$@" >out.txt 2>err.txt || code=$?
    if [[ $code -ne $expected ]]; then
        fail "exit $code instead of $expected: $*"
        cat out.txt err.txt
    fi
}
expect_text() { # expect_text FILE WORDS
    grep -qF -- "$2" "$1" || fail "$1 does not say '$2': $(cat "$1")"
}
finish() {
    [[ $failures -eq 0 ]] || exit 1
    exit 0
}
