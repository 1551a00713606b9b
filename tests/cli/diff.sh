#!/usr/bin/env bash
# SPDX-License-Identifier: MPL-2.0
# samspil diff of two scenarios that differ in whom one intervention strikes, and in nothing else: every target is told.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
mkdir -p project/scenarios project/data
cp -r "$SAMSPIL_SOURCE_DIR/data/toy" project/data/
cp "$toy" project/scenarios/
cd project/scenarios || exit 1
sed -n 's/^1,lc-norrevang,Lokalcenter Nørrevang/2,lc-anden,Lokalcenter Anden/p' ../data/toy/centres.csv >third
cat third >>../data/toy/centres.csv

scenario() { # scenario NAME INTERVENTION...
    local name=$1 one
    shift
    printf 'samspil: 1\ntitle: {da: "En", en: "One"}\nextends: minimal.yaml\ninterventions:\n' >"$name.yaml"
    for one; do printf '  - {date: 2021-04-05, %s}\n' "$one" >>"$name.yaml"; done
}
differ() { # differ FIRST SECOND WORDS_OF_FIRST WORDS_OF_SECOND
    scenario a "$1"
    scenario b "$2"
    expect_exit 0 "$SAMSPIL" diff a.yaml b.yaml
    expect_text out.txt "- only in the first: $3"
    expect_text out.txt "+ only in the second: $4"
    expect_exit 0 "$SAMSPIL" diff a.yaml a.yaml
    expect_text out.txt "no difference"
}
differ 'type: merge, target: {centre: dc-byen, to: lc-norrevang}' 'type: merge, target: {centre: dc-byen, to: lc-anden}' \
    'two centres merge 2021-04-05: Dagcenter Byen → Lokalcenter Nørrevang' 'two centres merge 2021-04-05: Dagcenter Byen → Lokalcenter Anden'
differ 'type: compass_rollout' 'type: compass_rollout, target: {area: byen}' \
    'the compass is rolled out 2021-04-05' 'the compass is rolled out 2021-04-05: Byen'
differ 'type: invest, params: {total_kr: 1000000}' 'type: invest, target: {centre: dc-byen}, params: {total_kr: 1000000}' \
    'investment 2021-04-05' 'investment 2021-04-05: Dagcenter Byen'

# What a second change sets out from is what the first left, not how the scenario begins.
scenario a
cat >b.yaml <<'END'
samspil: 1
title: {da: "To", en: "Two"}
extends: minimal.yaml
interventions:
  - {date: 2021-04-05, type: change_places, target: {centre: dc-byen}, params: {offer: klub, places: 5}}
  - {date: 2021-06-07, type: change_places, target: {centre: dc-byen}, params: {offer: klub, places: 9}}
  - {date: 2021-04-05, type: law_switch, params: {law: AEL-2025}}
  - {date: 2021-06-07, type: law_switch, params: {law: SEL-2010}}
  - {date: 2021-04-05, type: volunteer_policy, params: {voice: 0.9}}
  - {date: 2021-06-07, type: volunteer_policy, params: {recognition: 0.7}}
END
expect_exit 0 "$SAMSPIL" diff a.yaml b.yaml
expect_text out.txt "places: 12 places → 5 places"
expect_text out.txt "places: 5 places → 9 places"
expect_text out.txt "law: Elderly Act from state pension age → Service Act for everyone"
expect_text out.txt "recognition: 0.5 index → 0.7 index; voice: 0.9 index (as before)"

# What happens on one day happens in the order of the file.
scenario a 'type: training' 'type: compass_rollout'
scenario b 'type: compass_rollout' 'type: training'
expect_exit 0 "$SAMSPIL" diff a.yaml b.yaml
expect_text out.txt "interventions of one day stand in another order"
finish
