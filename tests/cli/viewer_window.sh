#!/usr/bin/env bash
# SPDX-License-Identifier: MPL-2.0
# The real viewer in a real window, driven by keyboard and mouse: what was chosen is remembered when it closes.
set -euo pipefail
[[ -n "${SAMSPIL_VIEWER:-}" ]] || { echo "skipped: the viewer is not built"; exit 77; }
for tool in Xvfb xdotool; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

unset SAMSPIL_LANG
work=$(mktemp -d)
trap 'kill "${viewer:-}" "${server:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
"$SAMSPIL" run "$SAMSPIL_SOURCE_DIR/scenarios/minimal.yaml" -n 3 --weeks 26 -o "$work/out" 2>"$work/run.log"

# A free display, told by the server itself; one that does not answer is left for another. Without -noreset a server begins anew
# when xdotool, alone until the viewer is there, has asked and gone, and refuses who comes in between.
export XDG_CONFIG_HOME="$work/config"
answers() { # answers SECONDS
    for _ in $(seq $(($1 * 10))); do
        DISPLAY=":$(tr -d '\n' <"$work/display")"
        export DISPLAY
        [[ "$DISPLAY" != : ]] && xdotool getdisplaygeometry >/dev/null 2>&1 && return 0
        kill -0 "$server" 2>/dev/null || return 1
        sleep 0.1
    done
    return 1
}
for attempt in 1 2 3; do
    : >"$work/display"
    exec 3>"$work/display"
    Xvfb -noreset -displayfd 3 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
    server=$!
    exec 3>&-
    answers 20 && break
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    [[ $attempt -lt 3 ]] || { echo "no display answers"; exit 1; }
done

"$SAMSPIL_VIEWER" "$work/out" --size 1280x800 >"$work/viewer.log" 2>&1 &
viewer=$!
for _ in $(seq 300); do
    xdotool search --name '^Samspil$' >/dev/null 2>&1 && break
    kill -0 "$viewer" 2>/dev/null || { cat "$work/viewer.log"; echo "the viewer ended by itself"; exit 1; }
    sleep 0.1
done
sleep 3 # first frames compile shaders

press() { xdotool keydown "$1"; sleep 0.3; xdotool keyup "$1"; sleep 0.5; }
press 3                                     # the map
xdotool mousemove 90 224 && sleep 0.5       # the fifth screen at the left: economy
xdotool mousedown 1 && sleep 0.3 && xdotool mouseup 1 && sleep 0.7
press l                                     # English
xdotool keydown ctrl && press q && xdotool keyup ctrl
for _ in $(seq 100); do kill -0 "$viewer" 2>/dev/null || break; sleep 0.1; done
if kill -0 "$viewer" 2>/dev/null; then echo "Ctrl+Q did not close the window"; exit 1; fi
wait "$viewer" || { cat "$work/viewer.log"; echo "the viewer failed"; exit 1; }
cat "$work/config/samspil/viewer"
grep -qx 'screen economy' "$work/config/samspil/viewer"
grep -qx 'language en' "$work/config/samspil/viewer"
