#!/usr/bin/env bash
# SPDX-License-Identifier: MPL-2.0
# The viewer speaks the language it remembers unless another is said: samspil view hands on what was said and nothing else.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
unset SAMSPIL_LANG
mkdir bin && cp "$SAMSPIL" bin/samspil
printf '#!/bin/sh\necho "$*"\n' >bin/samspil-viewer && chmod +x bin/samspil-viewer

hands_on() { # hands_on WORDS COMMAND...: the words that the viewer is given
    local words=$1
    shift
    expect_exit 0 "$@"
    [[ $(cat out.txt) == "$words" ]] || fail "'$(cat out.txt)' instead of '$words': $*"
}
hands_on "out" bin/samspil view out
hands_on "--lang en out" bin/samspil view out --lang en
hands_on "--lang da out" env SAMSPIL_LANG=en bin/samspil view --lang da out
hands_on "--lang en out" env SAMSPIL_LANG=en bin/samspil view out

# Started by itself it reads SAMSPIL_LANG too.
if [[ -n "${SAMSPIL_VIEWER:-}" ]]; then
    expect_exit 2 env SAMSPIL_LANG=dk "$SAMSPIL_VIEWER" out
    expect_text err.txt "SAMSPIL_LANG: da or en"
    # What does not exist is no picture, and no empty window.
    for missing in nosuch.yaml nosuch.h5; do
        expect_exit 4 "$SAMSPIL_VIEWER" "$missing" --lang da --screenshot p.png --screen overview --size 640x480
        expect_text err.txt "$missing: filen eller mappen findes ikke"
        [[ ! -e p.png ]] || fail "a picture of $missing"
        expect_exit 4 "$SAMSPIL_VIEWER" --lang en "$missing"
        expect_text err.txt "$missing: the file or folder does not exist"
    done
    expect_exit 2 "$SAMSPIL_VIEWER" --skarm x
    expect_text err.txt "samspil-viewer --help viser, hvad der kan skrives"
fi
finish
