# SPDX-License-Identifier: MPL-2.0
# A run that stops by itself keeps the smallest prefix that satisfies its goals, whatever the threads and however often
# it was interrupted; a finished result goes on to a new total; and anybody may look while it runs.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
set -m
mkdir -p project/scenarios && cp -r "$SAMSPIL_SOURCE_DIR/data" project/data
cp "$toy" project/scenarios/a.yaml
sed "s/visitation_rule: minimum/visitation_rule: exact/" "$toy" >project/scenarios/b.yaml
short=(-s period.burn_in_weeks=12 --weeks 12)
both=(project/scenarios/a.yaml project/scenarios/b.yaml "${short[@]}")

replications_of() { "$SAMSPIL" inspect "$1" | sed -n 's/^ *replications: //p'; }

# The whole, to hold everything against.
expect_exit 0 "$SAMSPIL" run "${both[@]}" -o whole -n 30 -j 2
expect_exit 0 "$SAMSPIL" status whole --json
python3 - out.txt <<'PY' || fail "status of a finished run"
import json, sys
status = json.load(open(sys.argv[1]))
assert status["state"] == "finished" and status["complete"] == 30, status
goal = {g["kpi"]: g for g in status["goals"]}["reach.municipal"]
assert goal["enough"] and 10 <= goal["enough_at"] <= 30 and goal["unpaired"] >= goal["enough_at"], goal
PY

# A half-width between those of n = 10 and n = 30 needs some n between; every thread count finds the same.
half=$("$SAMSPIL" status whole --json | python3 -c 'import json,sys; print(1.25*{g["kpi"]: g for g in json.load(sys.stdin)["goals"]}["reach.municipal"]["half_width"])')
for threads in 1 3; do
    expect_exit 0 "$SAMSPIL" run "${both[@]}" -o stops-$threads -n 30 -j $threads --until-ci "reach.municipal=$half"
    expect_text err.txt "enough after"
done
n=$(replications_of stops-1/a.h5)
[[ $n -gt 10 && $n -lt 30 && $((n % 5)) -eq 0 ]] || fail "n is $n"
for threads in 1 3; do
    [[ $(replications_of stops-$threads/b.h5) == "$n" ]] || fail "n with $threads threads"
    for option in a b; do
        expect_exit 0 "$SAMSPIL" verify whole/$option.h5 stops-$threads/$option.h5 --first "$n"
    done
done
expect_exit 0 "$SAMSPIL" run "${both[@]}" -o exactly -n "$n"
expect_exit 0 "$SAMSPIL" verify exactly/b.h5 stops-3/b.h5

# Before the first look nothing is enough, however clear it is.
expect_exit 0 "$SAMSPIL" run "$SAMSPIL_SOURCE_DIR/scenarios/minimal.yaml" "$SAMSPIL_SOURCE_DIR/scenarios/legeby-flere-pladser.yaml" --weeks 12 -n 4 -o early
expect_exit 0 "$SAMSPIL" status early --json
python3 -c 'import json; assert all(g["enough"] is False and g["enough_at"] is None for g in json.load(open("out.txt"))["goals"])' || fail "enough before a look"

# Killed again and again, it ends at the same n; meanwhile `status` looks and touches nothing.
"$SAMSPIL" run "${both[@]}" -o killed -n 30 -j 2 --until-ci "reach.municipal=$half" >/dev/null 2>&1 &
for round in 1 2 3; do
    job=$!
    for _ in $(seq 400); do
        [[ $(compgen -G "killed/.parts/*.h5" | wc -l) -ge $((3 * round)) ]] && break
        sleep 0.005
    done
    expect_exit 0 "$SAMSPIL" status killed
    kill -KILL $job 2>/dev/null
    wait $job 2>/dev/null
    if [[ -e killed/.parts ]]; then
        expect_exit 0 "$SAMSPIL" status killed
        expect_text out.txt interrupted
    fi
    "$SAMSPIL" resume killed -j 2 >/dev/null 2>&1 &
done
wait
expect_exit 0 "$SAMSPIL" resume killed
expect_exit 0 "$SAMSPIL" verify exactly/a.h5 killed/a.h5
expect_exit 0 "$SAMSPIL" verify exactly/b.h5 killed/b.h5

# One scenario: the interval of its mean. What cannot be asked is told before anything is run.
expect_exit 0 "$SAMSPIL" run "$toy" "${short[@]}" -o lone -n 15 --until-ci reach.municipal=0.5
expect_text err.txt "±50 percentage points"
expect_text err.txt "enough after 10"
expect_exit 0 "$SAMSPIL" run "$toy" "${short[@]}" -o cap -n 12 --until-ci reach.municipal=1e-9
expect_text err.txt "stopped at 12"
[[ $(replications_of cap/minimal.h5) == 12 ]] || fail "the cap"
for wrong in reach.municipal no.such=1 reach.municipal=-1 reach.municipal=x; do
    expect_exit 2 "$SAMSPIL" run "$toy" "${short[@]}" -o never --until-ci $wrong
    expect_text err.txt "--until-ci"
done

# extend: a file, a folder, killed on the way; the bytes are those of one run.
expect_exit 0 "$SAMSPIL" extend exactly -n 30 -j 2
for option in a b; do expect_exit 0 "$SAMSPIL" verify whole/$option.h5 exactly/$option.h5; done
expect_exit 2 "$SAMSPIL" extend exactly/a.h5 -n 30
expect_text err.txt "has 30 replications already"
"$SAMSPIL" extend lone/minimal.h5 -n 30 -j 2 >/dev/null 2>&1 &
job=$!
for _ in $(seq 400); do
    compgen -G "lone/.parts/*.h5" >/dev/null && break
    sleep 0.005
done
expect_exit 0 "$SAMSPIL" status lone --json
expect_text out.txt '"total":30'
kill -KILL $job
wait $job 2>/dev/null
expect_exit 0 "$SAMSPIL" verify lone/minimal.h5 cap/minimal.h5 --first 10
expect_exit 2 "$SAMSPIL" extend lone/minimal.h5 -n 90
expect_text err.txt "samspil resume"
expect_exit 0 "$SAMSPIL" resume lone
expect_exit 0 "$SAMSPIL" run "$toy" "${short[@]}" -o lone-whole -n 30 -j 2
expect_exit 0 "$SAMSPIL" verify lone/minimal.h5 lone-whole/minimal.h5

# The base is the first that was run, whatever the names: in status, after extend, after an extend that was killed.
expect_exit 0 "$SAMSPIL" run project/scenarios/b.yaml project/scenarios/a.yaml "${short[@]}" -o order -n 4
base_first() { python3 -c 'import json,sys; s=json.load(sys.stdin); sys.exit([o["id"] for o in s["options"]] != ["b","a"] or any(g["option"] != "a" for g in s["goals"]))'; }
"$SAMSPIL" status order --json | base_first || fail "status turns base and option round"
expect_exit 0 "$SAMSPIL" extend order -n 6
expect_text err.txt "compare order/b.h5 order/a.h5"
"$SAMSPIL" status order --json | base_first || fail "status after extend"
"$SAMSPIL" extend order -n 40 -j 1 >/dev/null 2>&1 &
job=$!
for _ in $(seq 400); do
    compgen -G "order/.parts/*.h5" >/dev/null && break
    sleep 0.005
done
kill -KILL $job 2>/dev/null
wait $job 2>/dev/null
"$SAMSPIL" status order --json | base_first || fail "status of a killed extend"
expect_exit 0 "$SAMSPIL" resume order
"$SAMSPIL" status order --json | base_first || fail "status of a resumed extend"

# What has changed since is not continued.
expect_exit 0 "$SAMSPIL" run project/scenarios/a.yaml "${short[@]}" -o changed -n 2
expect_exit 0 "$SAMSPIL" verify changed/a.h5 --rerun 1
expect_exit 0 "$SAMSPIL" extend changed/a.h5 -n 3
mv project/data/toy/services.csv kept.csv # a table that goes, and one that comes
expect_exit 2 "$SAMSPIL" extend changed/a.h5 -n 4
expect_text err.txt "data/toy/services.csv has disappeared since the run"
expect_exit 0 "$SAMSPIL" run project/scenarios/a.yaml "${short[@]}" -o without -n 2
mv kept.csv project/data/toy/services.csv
expect_exit 2 "$SAMSPIL" extend without/a.h5 -n 3
expect_text err.txt "data/toy/services.csv has been added since the run"
sed -i "s/visitation_rule: minimum/visitation_rule: exact/" project/scenarios/a.yaml
expect_exit 2 "$SAMSPIL" extend changed/a.h5 -n 4
expect_text err.txt "has changed since"
expect_exit 2 "$SAMSPIL" status project
finish
