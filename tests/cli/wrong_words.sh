#!/usr/bin/env bash
# SPDX-License-Identifier: MPL-2.0
# Words that a command does not take: a misspelt one is told the nearest, an empty one that it is empty, and a file of another
# kind what it is and where it belongs. Nothing is written.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
more="$SAMSPIL_SOURCE_DIR/scenarios/legeby-flere-pladser.yaml"
plan="$SAMSPIL_SOURCE_DIR/scenarios/plans/legeby-gennemloeb.yaml"
sobol="$SAMSPIL_SOURCE_DIR/scenarios/plans/legeby-sobol.yaml"
nation="$SAMSPIL_SOURCE_DIR/scenarios/nation/danmark.yaml"
expect_exit 0 "$SAMSPIL" run "$toy" -n 2 --weeks 26 -o r

says() { # says WORDS ARGUMENTS...: exit 2 and one line that holds the words
    local words=$1
    shift
    expect_exit 2 "$SAMSPIL" "$@"
    expect_text err.txt "$words"
    [[ $(wc -l <err.txt) -eq 1 && ! -s out.txt ]] || fail "more than one line: $*"
}

# The nearest command and option.
says "unknown command: runn; did you mean 'run'?" runn "$toy" -o new
says "unknown command: fly; samspil help shows them all" fly
says "did you mean 'merge'?" batch mrege r
says "unknown option: --tiem; did you mean '--time'?" run "$toy" --tiem 3 -o new
says "did you mean '--output'?" run "$toy" -output new
says "did you mean '-n'?" run "$toy" -N 3 -o new
says "did you mean '--json'?" status r --jsn
says "did you mean '--set'?" explain "$toy" --sat a=b
says "did you mean '--html'?" compare r/minimal.h5 r/minimal.h5 --htlm x.html
says "write: samspil status DIR [--json]" status r --colour
says "begins with a long dash" run "$toy" –o new
says "--output lacks a value" run "$toy" -o
says "--output stands twice" run "$toy" -o new -o other
says "--force takes no value" run "$toy" -o new --force=yes
says "the folder of the result is missing: -o FOLDER" run "$toy"
SAMSPIL_LANG=da says "mente du '--time'?" run "$toy" --tiem 3 -o new
SAMSPIL_LANG=dk says "SAMSPIL_LANG er da eller en, ikke 'dk'" version
SAMSPIL_LANG='' expect_exit 0 "$SAMSPIL" version

# The nearest KPI, house and dimension.
says "did you mean 'reach.municipal'?" run "$toy" "$more" -o new --until-ci reach.municpal
says "did you mean 'reach.municipal'?" compare r/minimal.h5 r/minimal.h5 --fail-if 'reach.municpal.ci_low < 0'
says "did you mean 'dc-byen'?" inspect r/minimal.h5 centre dc-byn
says "did you mean 'sex'?" inspect r/minimal.h5 --by køn
says "did you mean 'reach.municipal'?" inspect r/minimal.h5 --by area --kpi reach.municpal
says "did you mean 'volunteers.overasked'?" run "$toy" "$more" -o new --until-ci overasked
says "did you mean 'assumptions.sens0'?" explain "$toy" sens0
says "did you mean 'assumptions.club_found'?" explain "$toy" "new clubs per club"

# Empty words.
says "the word after 'validate' is empty" validate ""
says "the word after '-o' is empty" run "$toy" -o ""
says "the word after 'new' is empty" new "" --from blank
says "the word after 'submit' is empty" batch submit ""
for command in explain balance resume extend status sweep nation inspect export verify compare; do
    says "the word after '$command' is empty" "$command" " "
done

# A file of another kind.
says "is a plan of a study, not a scenario; samspil sweep $plan -o FOLDER runs it" run "$plan" -o new
says "samspil sensitivity $sobol -o FOLDER runs it" batch plan "$sobol" -n 2 --tasks 2 -o new
says "is a plan of a nation, not a scenario; samspil nation $nation -o FOLDER runs it" balance "$nation"
says "is a scenario, not a plan of a study" sweep "$toy" -o new
says "is a scenario, not a plan of a nation" nation "$toy" -o new
says "r/minimal.h5 is a result, not a scenario; samspil inspect r/minimal.h5 shows it" explain r/minimal.h5
says "r is a folder, not a result; write r/minimal.h5" compare r r
says "r/minimal.h5 is a result, not a folder; write r" status r/minimal.h5
says "r/minimal.h5 is a result and $more a scenario: compare results with results, or scenarios with scenarios" compare r/minimal.h5 "$more" -o new
says "is a scenario, not a result" verify r/minimal.h5 "$toy"
says "a command is missing before $toy; samspil run $toy -o FOLDER runs it" "$toy"
expect_exit 4 "$SAMSPIL" validate r/minimal.h5 "$SAMSPIL_SOURCE_DIR/data/aarhus/centres.csv" "$toy"
[[ $(grep -c 'not a scenario' err.txt) -eq 2 ]] || fail "validate does not tell of both: $(cat err.txt)"
expect_text err.txt "2 of 3 scenarios could not be read; nothing was run"
wrong="$SAMSPIL_SOURCE_DIR/tests/diagnostics/cases/unknown-key.yaml"
expect_exit 3 "$SAMSPIL" validate "$wrong"
expect_text err.txt "1 error in 1 of 1 scenario; nothing was run"
expect_exit 3 "$SAMSPIL" --lang da validate "$wrong" "$toy" r/minimal.h5
expect_text err.txt "1 fejl i 1 af 3 scenarier; 1 af 3 scenarier kunne ikke læses; intet er kørt"
# A name that ends like a scenario's is no scenario where a value is wanted.
expect_exit 0 "$SAMSPIL" compare r/minimal.h5 r/minimal.h5 --html=page.yaml
[[ ! -e new && ! -e other && ! -e data ]] || fail "something was written: $(ls)"
finish
