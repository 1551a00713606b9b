# SPDX-License-Identifier: MPL-2.0
# A sweep from plan to table: same bytes for any number of threads and after every kind of stop, nothing overwritten,
# failing points listed with exit 5 and run again by resume.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
set -m
scenarios="$SAMSPIL_SOURCE_DIR/scenarios"
plan() { # plan FILE LINES
    printf 'samspil: 1\nstudy: sweep\nbase: %s/minimal.yaml\noptions: [%s/legeby-flere-pladser.yaml]\nweeks: 12\n%s\n' "$scenarios" "$scenarios" "$2" >"$1"
}
plan sweep.yaml 'replications: 3
goals: [reach.municipal, wait.mean.forebyggende]
factors:
  - {path: interventions.1.params.places, values: [4, 6]}
  - {path: assumptions.consider}
  - {path: policy.gap_policy, values: [refuse, stay_forebyggende]}
design: {kind: grid, steps: 3}'

expect_exit 0 "$SAMSPIL" validate sweep.yaml
expect_exit 0 "$SAMSPIL" sweep sweep.yaml --dry-run
expect_text out.txt "12 points × 2 scenarios × 3 replications = 72 runs, 54 different"
expect_exit 2 "$SAMSPIL" sensitivity sweep.yaml -o wrong
expect_text err.txt "samspil sweep"
expect_exit 0 "$SAMSPIL" sweep sweep.yaml -o whole -j 1
expect_text out.txt "at how many points is the option better?"
[[ -s whole/study.html && ! -e whole/.study ]] || fail "whole/ is not as a finished study"
expect_exit 2 "$SAMSPIL" sweep sweep.yaml -o whole
expect_text err.txt "is not overwritten"
mkdir run && touch run/minimal.h5
expect_exit 2 "$SAMSPIL" sweep sweep.yaml -o run
expect_text err.txt "run/minimal.h5 is the result of a run"
expect_exit 0 "$SAMSPIL" sweep sweep.yaml -o three -j 3
expect_exit 0 "$SAMSPIL" verify whole/study.h5 three/study.h5
expect_exit 0 "$SAMSPIL" verify whole/study.h5
expect_exit 0 "$SAMSPIL" resume whole
expect_text err.txt "finished already"
expect_exit 0 "$SAMSPIL" status whole
expect_text out.txt "whole/study.h5: finished, 54 runs, 0 failed"
expect_exit 0 "$SAMSPIL" status whole --json
expect_text out.txt '"state": "finished", "kind": "sweep", "done": 54, "total": 54'
expect_text out.txt '"seconds_left": 0, "goals": []'
expect_exit 4 "$SAMSPIL" compare whole/study.h5 whole/study.h5
expect_text err.txt "is a study, not a result of samspil run"
expect_exit 0 "$SAMSPIL" inspect whole/study.h5
expect_text out.txt "Toy town: more places"
expect_exit 0 "$SAMSPIL" export whole/study.h5 --format csv -o csv
[[ $(wc -l <csv/points.csv) -eq 13 ]] || fail "points.csv has not 12 points"
expect_exit 2 "$SAMSPIL" export whole/study.h5 --format csv -o csv
for table in csv/*.csv; do # every file that is written is looked for
    rm -rf standing && mkdir standing && echo mine >"standing/${table##*/}"
    expect_exit 2 "$SAMSPIL" export whole/study.h5 --format csv -o standing
done

# Stopped politely and rudely.
for signal in INT TERM KILL; do
    folder=stopped-$signal
    "$SAMSPIL" sweep sweep.yaml -o $folder -j 2 >out.txt 2>err.txt &
    job=$!
    for _ in $(seq 2000); do
        [[ $(stat -c %s $folder/.study/journal 2>/dev/null || echo 0) -gt 5000 ]] && break
        sleep 0.005
    done
    kill -$signal $job
    code=0
    wait $job || code=$?
    case $signal in INT) expected=130 ;; KILL) expected=137 ;; *) expected=75 ;; esac
    [[ $code -eq $expected ]] || fail "SIG$signal: exit $code instead of $expected: $(cat err.txt)"
    [[ $signal == KILL ]] || expect_text err.txt "samspil resume $folder"
    [[ ! -e $folder/study.h5 ]] || fail "$folder has a result already"
    expect_exit 0 "$SAMSPIL" inspect $folder
    expect_text out.txt "of 54 replications are finished"
    expect_exit 0 "$SAMSPIL" status $folder
    expect_text out.txt "$folder: interrupted"
    expect_text out.txt "samspil resume $folder"
    expect_exit 2 "$SAMSPIL" sweep sweep.yaml -o $folder
    expect_exit 0 "$SAMSPIL" resume $folder -j 3
    expect_text err.txt "runs are remembered"
    expect_exit 0 "$SAMSPIL" verify whole/study.h5 $folder/study.h5
    [[ ! -e $folder/.study ]] || fail "$folder still has its journal"
done

# Stopped when its time is up, looked at, and gone on with. How sure it is follows from its whole rounds.
sed 's/replications: 3/replications: 2000/' sweep.yaml >long.yaml
"$SAMSPIL" sweep long.yaml -o timed -j 2 >out.txt 2>err.txt &
job=$!
for _ in $(seq 6000); do # two whole rounds are 36 records of about 3 kB, and some more are under way
    [[ $(stat -c %s timed/.study/journal 2>/dev/null || echo 0) -gt 400000 ]] && break
    sleep 0.02
done
kill -USR1 $job
code=0
wait $job || code=$?
[[ $code -eq 75 ]] || fail "SIGUSR1: exit $code instead of 75: $(cat err.txt)"
expect_text err.txt "samspil resume timed"
expect_exit 0 "$SAMSPIL" status timed --json
python3 - out.txt <<'PY' || fail "status of a study that is not finished: $(cat out.txt)"
import json, sys
status = json.load(open(sys.argv[1]))
assert status["state"] == "interrupted" and status["failed"] == 0 and status["complete_replications"] >= 2, status
assert [(g["kpi"], g["option"]) for g in status["goals"]] == [(k, "legeby-flere-pladser") for k in ("reach.municipal", "wait.mean.forebyggende")], status
assert status["goals"][0]["half_width"] > 0, status
PY
expect_exit 0 "$SAMSPIL" status timed
expect_text out.txt "at the least certain point, 95%:"
expect_exit 75 "$SAMSPIL" resume timed -j 2 --time 1s
expect_text err.txt "runs are remembered"
expect_exit 2 "$SAMSPIL" sweep sweep.yaml -o never --time soon
[[ ! -e never ]] || fail "a folder was made for a wrong --time"

# All that is wrong with a plan is told in one pass, whatever it takes to find it.
printf 'samspil: 1\nstudy: sweep\nbase: %s/minimal.yaml\nweeks: 9999\nreplication: 3\ngoals: [no.such]\nfactors:\n  - {path: assumptions.h_c}\n  - {path: interventions.1.params.places}\ndesign: {kind: latin_hypercube}\n' "$scenarios" >faults.yaml
expect_exit 3 "$SAMSPIL" sweep faults.yaml -o never
for words in "unknown key 'replication'" "no indicator is named 'no.such'" "the key 'points' is missing" "9999 weeks is longer" "factors.2"; do
    expect_text err.txt "$words"
done
printf 'samspil: 1\nstudy: sweep\nbase: %s/minimal.yaml\noptions: [nowhere.yaml]\nseed: x\nfactors:\n  - {path: assumptions.h_c}\n' "$scenarios" >faults.yaml
expect_exit 3 "$SAMSPIL" sweep faults.yaml -o never
for words in "nowhere.yaml does not exist" "error: seed"; do expect_text err.txt "$words"; done

# A point the scenario refuses: the others are run, the cause is said, and resume tries it again.
printf 'places,consider\n4,0.5\n6,50\n5,1\n' >points.csv
plan list.yaml 'replications: 2
factors:
  - {path: interventions.1.params.places}
  - {path: assumptions.consider}
design: {kind: list, file: points.csv}'
expect_exit 3 "$SAMSPIL" sweep list.yaml -o failing
expect_text err.txt "interventions.1.params.places has no prior"
sed -i 's/places}/places, low: 3, high: 8}/' list.yaml
expect_exit 5 "$SAMSPIL" sweep list.yaml -o failing
expect_text err.txt "point 1, minimal, 2 replications: assumptions.consider: expected 0 to 20"
expect_text err.txt "0 of 2 whole rounds"
expect_exit 0 "$SAMSPIL" status failing
expect_text out.txt "0 of 2 whole rounds"
expect_text out.txt "4 failed; samspil resume failing"
expect_exit 0 "$SAMSPIL" status failing --json
expect_text out.txt '"failed": 4, '
expect_exit 0 "$SAMSPIL" inspect failing/study.h5
expect_text out.txt "point 1, minimal, 2 replications: assumptions.consider: expected 0 to 20"
[[ -s failing/study.h5 && -d failing/.study ]] || fail "failing/ lacks its result or its journal"
expect_exit 5 "$SAMSPIL" resume failing
expect_text err.txt "8 runs are remembered"
expect_exit 2 "$SAMSPIL" sweep list.yaml -o failing
sed -i 's/^6,50/6,5/' points.csv
expect_exit 0 "$SAMSPIL" sweep list.yaml -o failing --force
[[ ! -e failing/.study ]] || fail "failing/ still has its journal"

# A journal of another study, and a manifest changed by hand, are told.
"$SAMSPIL" sweep sweep.yaml -o other -j 2 >out.txt 2>err.txt &
job=$!
for _ in $(seq 2000); do [[ -e other/.study/journal ]] && break; sleep 0.005; done
kill -KILL $job
wait $job
sed -i 's/replications/Replications/' other/.study/manifest.json
expect_exit 4 "$SAMSPIL" resume other
expect_text err.txt other/.study/manifest.json
expect_text err.txt "finished runs in the journal beside it are whole"

# A table that is edited while a study runs stops it: no answer of another municipality gets into the journal.
mkdir -p own/scenarios && cp -r "$SAMSPIL_SOURCE_DIR/data" own/data && cp "$scenarios/minimal.yaml" own/scenarios/
printf 'samspil: 1\nstudy: sweep\nbase: minimal.yaml\nweeks: 52\nreplications: 4\nfactors:\n  - {path: assumptions.consider}\n  - {path: assumptions.h_v}\ndesign: {kind: latin_hypercube, points: 2000}\n' >own/scenarios/long.yaml
"$SAMSPIL" sweep own/scenarios/long.yaml -o edited -j 2 >out.txt 2>err.txt &
job=$!
for _ in $(seq 2000); do
    [[ $(stat -c %s edited/.study/journal 2>/dev/null || echo 0) -gt 5000 ]] && break
    sleep 0.005
done
cp own/data/toy/offers.csv kept.csv
sed -i 's/^lc-norrevang,klub,16/lc-norrevang,klub,400/' own/data/toy/offers.csv
wait $job
[[ $? -eq 4 ]] || fail "a study whose tables were edited did not stop"
expect_text err.txt "data/toy/offers.csv has changed while the study ran"
expect_text err.txt "samspil resume edited"
cp kept.csv own/data/toy/offers.csv
"$SAMSPIL" resume edited >out.txt 2>err.txt &
job=$!
sleep 1
kill -INT $job
wait $job
[[ $? -eq 130 ]] || fail "with the tables back the study does not go on"
finish
