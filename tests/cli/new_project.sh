#!/usr/bin/env bash
# SPDX-License-Identifier: MPL-2.0
# samspil new and what validate says of what the figures rest on.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"

# Nothing that exists is written over, and what was there stays.
mkdir taken && echo mine >taken/README.md
expect_exit 2 "$SAMSPIL" new taken --from blank
expect_text err.txt 'taken exists and is not empty'
[[ $(cat taken/README.md) == mine && $(ls taken) == README.md ]] || fail "a folder in use was changed"
expect_exit 2 "$SAMSPIL" new elsewhere --from odense
expect_text err.txt '--from aarhus or --from blank'
[[ ! -e elsewhere ]] || fail "a wrong word made a folder"
echo file >plain
expect_exit 2 "$SAMSPIL" new plain --from blank
[[ $(cat plain) == file ]] || fail "a file was written over"

# Blank: runs as it is; all of it assumed, and the five tables to begin with.
mkdir town
expect_exit 0 "$SAMSPIL" new town --from blank
expect_text town/data/centres.csv '# '
[[ -s town/TABELLER.md ]] || fail "no guide to the tables"
expect_exit 0 "$SAMSPIL" validate town/scenarios/basis.yaml town/scenarios/flere-pladser.yaml
[[ $(grep -c 'What the figures rest on' out.txt) -eq 1 ]] || fail "scenarios on the same tables are told twice"
[[ $(grep -c '^[1-5]\. ' out.txt) -eq 5 ]] || fail "not five tables to replace: $(cat out.txt)"
expect_text out.txt '1. population.csv: 92 of 92 rows assumed.'
expect_exit 0 "$SAMSPIL" balance town/scenarios/basis.yaml --write
expect_exit 0 "$SAMSPIL" run town/scenarios/basis.yaml town/scenarios/flere-pladser.yaml -o town/results -n 2 --weeks 52
expect_exit 0 "$SAMSPIL" compare town/results/basis.h5 town/results/flere-pladser.h5

# A row of one's own and a borrowed one move from assumed to where they belong.
sed -i 's/^lc-nord,klub,30,assumed,example/lc-nord,klub,30,source,count of week 12/
        s/^dc-syd,forebyggende,3,assumed,example/dc-syd,forebyggende,3,derived,borrowed: Odense/' town/data/offers.csv
expect_exit 0 "$SAMSPIL" validate town/scenarios/basis.yaml
grep -Eq 'offers.csv\) +│ +1 │ +1 │ +2 │' out.txt || fail "offers are not 1 own, 1 borrowed, 2 assumed: $(cat out.txt)"
expect_text out.txt 'offers.csv: 1 of 4 rows borrowed, 2 assumed.'

# From Aarhus: every shipped scenario of Aarhus is valid in its new place, and nothing passes for one's own.
expect_exit 0 "$SAMSPIL" new copy --from=aarhus
expect_exit 0 "$SAMSPIL" validate copy/scenarios/aarhus/*.yaml
grep -E '\.csv\) +│' out.txt | grep -Evq '\.csv\) +│ +[0-] │' && fail "a borrowed table counts as own: $(cat out.txt)"
sed 's|^copy/||' err.txt >copy.txt
(cd "$SAMSPIL_SOURCE_DIR" && "$SAMSPIL" validate scenarios/aarhus/*.yaml) >/dev/null 2>shipped.txt
diff shipped.txt copy.txt || fail "the copy is not told what the shipped scenarios are told"

# Errors come alone: a list about figures that cannot be used helps nobody.
echo 'x,klub,1,assumed,x' >>town/data/offers.csv
expect_exit 3 "$SAMSPIL" validate town/scenarios/basis.yaml
[[ ! -s out.txt ]] || fail "a list although there are errors"
finish
