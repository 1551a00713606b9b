# SPDX-License-Identifier: MPL-2.0
# calibrate and optimise: what is asked is remembered, so that a killed study ends with the bytes of one that was never
# stopped; a posterior is a file runs read; a plan that cannot be meant is refused.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
set -m

scenario="$SAMSPIL_SOURCE_DIR/scenarios/minimal.yaml"
cat >calibrate.yaml <<YAML
samspil: 1
study: calibrate
base: $scenario
replications: 3
weeks: 26
factors:
  - {path: assumptions.ASC_klub, low: -2, high: 4}
  - {path: assumptions.rec_ext, low: 1, high: 10}
design: {waves: 2, points: 12, simulations: 40, draws: 25, checked: 6}
YAML
cat >optimise.yaml <<YAML
samspil: 1
study: optimise
base: $scenario
replications: 2
weeks: 26
goals: [wait.mean.forebyggende, cost.net_per_participant_month]
budgets: [{kpi: utilisation.forebyggende, at_most: 0.999}]
factors:
  - {path: assumptions.consider}
  - {path: policy.gap_policy, values: [stay_forebyggende, refuse]}
design: {population: 8, generations: 3, confirmed: 4, confirming: 4}
YAML

for study in calibrate optimise; do
    expect_exit 0 "$SAMSPIL" $study $study.yaml --dry-run
    expect_text out.txt "at most"
    expect_text out.txt "2 factors, 1 scenario, "
    expect_exit 0 "$SAMSPIL" $study $study.yaml -o $study-whole -j 2
    expect_exit 2 "$SAMSPIL" $study $study.yaml -o $study-whole -j 2
    # killed three times, each after at least ten more records, and finished on another number of threads
    known=0
    "$SAMSPIL" $study $study.yaml -o $study-killed -j 2 >/dev/null 2>&1 &
    for _ in 1 2 3; do
        while kill -0 $! 2>/dev/null && [[ $(stat -c %s $study-killed/.study/journal 2>/dev/null || echo 0) -le $((known + 10000)) ]]; do
            sleep 0.01
        done
        kill -KILL $! 2>/dev/null
        wait $! 2>/dev/null
        [[ -d $study-killed/.study ]] || break
        known=$(stat -c %s $study-killed/.study/journal)
        "$SAMSPIL" resume $study-killed -j 1 >/dev/null 2>&1 &
    done
    wait $! 2>/dev/null
    [[ $known -gt 0 ]] || fail "$study was never stopped on its way"
    if [[ -d $study-killed/.study ]]; then expect_exit 0 "$SAMSPIL" resume $study-killed -j 1; fi
    expect_exit 0 "$SAMSPIL" verify $study-whole/study.h5 $study-killed/study.h5
    expect_exit 0 "$SAMSPIL" inspect $study-whole/study.h5
done
expect_text out.txt "on the front"
cmp calibrate-whole/posterior.csv calibrate-killed/posterior.csv || fail "the posteriors differ"
[[ $(grep -cv '^#' calibrate-whole/posterior.csv) -eq 26 ]] || fail "a heading and 25 draws"
grep -qx "ASC_klub,rec_ext" calibrate-whole/posterior.csv || fail "columns are named as assumptions are"

expect_exit 2 "$SAMSPIL" optimise calibrate.yaml -o nowhere
sed 's/assumptions.rec_ext, low: 1, high: 10/policy.W_max, low: 4, high: 8/' calibrate.yaml >choice.yaml
expect_exit 3 "$SAMSPIL" calibrate choice.yaml -o nowhere
expect_text err.txt "only assumptions can be calibrated"
sed 's/cost.net_per_participant_month\]/cost.total]/; s/at_most: 0.999/at_most: 1, at_least: 0/' optimise.yaml >wrong.yaml
expect_exit 3 "$SAMSPIL" optimise wrong.yaml -o nowhere
expect_text err.txt "either at_most or at_least"
finish
