#!/usr/bin/env bash
# SPDX-License-Identifier: MPL-2.0
# samspil discover on a sweep whose answer is known: in the toy town three places are what the base has, so an option
# with three of them differs by nothing; where few ask for them, it has them less used with more of them.
. "$SAMSPIL_SOURCE_DIR/tests/cli/_support.sh"

mkdir -p project/scenarios project/data
cp -r "$SAMSPIL_SOURCE_DIR/data/toy" project/data/
cp "$SAMSPIL_SOURCE_DIR/scenarios/minimal.yaml" "$SAMSPIL_SOURCE_DIR/scenarios/legeby-flere-pladser.yaml" project/scenarios/
printf 'assumptions: {ASC_forebyggende: -2}\n' >>project/scenarios/minimal.yaml
cat >project/plan.yaml <<'YAML'
samspil: 1
study: sweep
title: {da: "Hvor taber flere pladser?", en: "Where do more places lose?"}
base: scenarios/minimal.yaml
options: [scenarios/legeby-flere-pladser.yaml]
replications: 1
weeks: 52
goals: [reach.municipal]
factors:
  - {path: interventions.1.params.places, low: 3, high: 8}
  - {path: assumptions.misfit}
design: {kind: latin_hypercube, points: 60}
YAML
expect_exit 0 "$SAMSPIL" sweep project/plan.yaml -o study -j 2
one_line() { tr '\n' ' ' <out.txt | tr -s ' ' >line.txt; }
expect_exit 0 "$SAMSPIL" discover study --goal utilisation.forebyggende --loses below
one_line
expect_text line.txt 'except with places at least 4 (covers 100%'
expect_text line.txt 'outside the box it lies below the base in 0% of 10 cases'
expect_exit 0 "$SAMSPIL" discover study --goal utilisation.forebyggende --loses below --lang da
one_line
expect_text line.txt ', medmindre pladser er mindst 4 (dækker 100 %'
expect_exit 0 "$SAMSPIL" discover study/study.h5 --goal utilisation.forebyggende --loses below --option legeby-flere-pladser --json
python3 - <<'PY' || fail "the JSON of discover"
import json
found, = json.load(open("out.txt"))["found"]
box, = found["boxes"]
assert found["points"] == 60 and found["cases"] == 50 and box["points"] == box["cases"] == 50, found
assert box["limits"] == [{"path": "interventions.1.params.places", "above": 3.5, "below": None}], box
assert box["coverage"] == box["density"] == 1 and found["outside"] == 10
PY
expect_exit 0 "$SAMSPIL" discover study
expect_text out.txt 'in 60 of 60 cases'

# Refusals say what to do.
expect_exit 2 "$SAMSPIL" discover study --goal utilisation.forebyggende
expect_text err.txt '--loses above'
expect_exit 2 "$SAMSPIL" discover study --option nobody
expect_text err.txt 'legeby-flere-pladser'
expect_exit 2 "$SAMSPIL" discover study --loses often
expect_text err.txt 'worse, verdict, above or below'
expect_exit 2 "$SAMSPIL" discover study --goal nonsense
expect_exit 4 "$SAMSPIL" discover absent.h5
finish
