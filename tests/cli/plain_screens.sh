#!/usr/bin/env bash
# SPDX-License-Identifier: MPL-2.0
# What `status` and `inspect` say can be read without the documentation: words for codes, columns explained.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
more="$SAMSPIL_SOURCE_DIR/scenarios/legeby-flere-pladser.yaml"
expect_exit 0 "$SAMSPIL" run "$toy" "$more" -n 3 --weeks 52 -o r

expect_exit 0 "$SAMSPIL" inspect r/minimal.h5 centre dc-byen
grep -Eq 'what limits, klub|what limits, club' out.txt || fail "what limits a house is missing: $(cat out.txt)"
grep -E 'what limits' out.txt | grep -Eq '(places and rooms|staff|volunteers|seats|no offer) [0-9]+ %' || fail "what limits is not in words: $(grep limits out.txt)"
grep -Eq ' code|0/1|1/1000' out.txt && fail "a house is told in codes: $(cat out.txt)"
for line in $(grep 'what limits' out.txt | grep -o '[0-9]* %' | cut -d' ' -f1); do [[ $line -le 100 ]] || fail "a share of $line %"; done
expect_text out.txt "intake stop: "
expect_text out.txt "% of the time"
expect_exit 0 "$SAMSPIL" --lang da inspect r/minimal.h5 centre dc-byen
grep -E 'hvad der begrænser' out.txt | grep -Eq '(pladser og lokaler|personale|frivillige|sæder|intet tilbud) [0-9]+ %' || fail "hvad der begrænser er ikke i ord"
expect_exit 0 "$SAMSPIL" --lang da inspect r/minimal.h5
grep -q '] code:' out.txt && fail "an English unit in Danish: $(grep '] code' out.txt)"

expect_exit 0 "$SAMSPIL" status r
for words in 'Difference from base' 'Uncertainty now' 'Enough when' 'Enough after' 'Without pairs, about' 'sure verdict' \
    'Uncertainty now: half of the 95 % interval.' 'verdict: the interval says better, worse'; do
    expect_text out.txt "$words"
done
expect_exit 0 "$SAMSPIL" --lang da status r
for words in 'Forskel fra basis' 'Usikkerhed nu' 'Nok når' 'Nok efter' 'Uden par, ca.' 'sikker dom'; do expect_text out.txt "$words"; done
# Where every difference is exactly zero there are no others for the interval to rest on.
mkdir -p same/scenarios && cp -r "$SAMSPIL_SOURCE_DIR/data" same/data
cp "$toy" same/scenarios/a.yaml && cp "$toy" same/scenarios/b.yaml
expect_exit 0 "$SAMSPIL" run same/scenarios/a.yaml same/scenarios/b.yaml -n 4 --weeks 12 -o zeros
expect_exit 0 "$SAMSPIL" status zeros
grep -q 'exactly zero' out.txt && fail "an interval that rests on none: $(grep 'exactly zero' out.txt)"

# A value of an intervention is named as its type names it; what was chosen is not tagged with the evidence of the default; what has
# no price is said.
cat >same/scenarios/c.yaml <<'YAML'
samspil: 1
extends: a.yaml
title: {da: "C", en: "C"}
policy: {W_max: 5}
interventions:
  - {type: frame_change, date: 2021-06-07, params: {frame: forebyggende, factor: 0.5}}
  - {type: training, date: 2021-06-07, params: {share: 0.8}}
YAML
expect_exit 0 "$SAMSPIL" --lang da explain same/scenarios/c.yaml interventions
expect_text out.txt "ny størrelse i forhold til før: 0,5"
grep -q "medierne" out.txt && fail "a frame is told in the words of a campaign: $(grep medierne out.txt)"
expect_exit 0 "$SAMSPIL" --lang da compare same/scenarios/a.yaml same/scenarios/c.yaml -n 3 --weeks 52 -o priced
expect_text out.txt "længste rimelige ventetid: 8 → 5 uger (valgt)"
expect_text out.txt "ny størrelse i forhold til før: 0,5 forhold (valgt)"
grep -q "oplærte: 0" out.txt && fail "nobody trained is listed beside a share: $(grep oplærte out.txt)"
expect_text out.txt "Uden pris i modellen: oplæring."
finish
