#!/usr/bin/env bash
# SPDX-License-Identifier: MPL-2.0
# samspil compare from end to end on the toy town: itself against itself, an organisation change in parts, refusals,
# gates, the page. SAMSPIL is the program, SAMSPIL_SOURCE_DIR the sources; works in the current folder.
set -euo pipefail

fail() { echo "compare.sh: $*" >&2; exit 1; }
expect_exit() { # code, words expected on stderr, command...
    local code=$1 words=$2 got=0
    shift 2
    "$@" >out.txt 2>err.txt || got=$?
    [ "$got" = "$code" ] || { cat err.txt >&2; fail "exit $got instead of $code: $*"; }
    grep -q -- "$words" err.txt || { cat err.txt >&2; fail "stderr lacks '$words': $*"; }
}

rm -rf project results other short own never base_csv option_csv
mkdir -p project/scenarios project/data
cp -r "$SAMSPIL_SOURCE_DIR/data/toy" project/data/
cp "$SAMSPIL_SOURCE_DIR/scenarios/minimal.yaml" project/scenarios/
cat >project/scenarios/change.yaml <<'YAML'
samspil: 1
title: {da: "Et <b>distrikt</b>", en: "One <b>district</b>"}
extends: minimal.yaml
interventions:
  - {type: organisation_change, date: 2021-04-05, params: {model: districts_1, leadership: own_department, sharing_within: 0.5}}
YAML

"$SAMSPIL" run project/scenarios/minimal.yaml project/scenarios/change.yaml -o results -n 4 2>log.txt || { cat log.txt >&2; fail "run"; }
base=results/minimal.h5
option=results/change.h5

# Itself: exactly nothing in every KPI, all goals a tie.
"$SAMSPIL" compare $base $base --json >self.json
python3 - <<'PY'
import json
option = json.load(open("self.json"))["options"][0]
assert option["covers"] == "chance"
decided = [k for k in option["kpis"] if k["difference"] is not None]
assert len(decided) > 20, len(decided)
for k in decided:
    assert k["difference"] == k["ci_low"] == k["ci_high"] == k["share_above"] == 0, k
    assert k["verdict"] in ("tie", None), k
PY

# What changes: a second change sets out from what the first left.
cat >project/scenarios/twice.yaml <<'YAML'
samspil: 1
title: {da: "To gange", en: "Twice"}
extends: minimal.yaml
interventions:
  - {type: change_places, date: 2021-04-05, target: {centre: dc-byen}, params: {offer: klub, places: 5}}
  - {type: change_places, date: 2021-06-07, target: {centre: dc-byen}, params: {offer: klub, places: 9}}
YAML
"$SAMSPIL" run project/scenarios/twice.yaml -o results -n 4 2>log.txt || { cat log.txt >&2; fail "run"; }
"$SAMSPIL" compare $base results/twice.h5 --json >twice.json
python3 - <<'PY'
import json
said = [words["en"] for words in json.load(open("twice.json"))["options"][0]["differs"]]
assert "12 places → 5 places" in said[0] and "5 places → 9 places" in said[1], said
PY

# In parts, with a page; machine output on stdout is JSON alone.
"$SAMSPIL" compare $base $option --lang da --parts --json --html page.html >parts.json 2>log.txt || { cat log.txt >&2; fail "--parts"; }
python3 - <<'PY'
import json
option = json.load(open("parts.json"))["options"][0]
tables = {t["id"]: t for t in option["parts"]["tables"]}
assert {"attention", "sharing", "service_unit", "shock", "together", "interplay", "sharing_equal", "no_dual_leadership",
        "no_participation_effect"} == set(tables), set(tables)
whole = {k["kpi"]: k["difference"] for k in option["kpis"]}
together = {k["kpi"]: k["difference"] for k in tables["together"]["kpis"]}
assert whole == together, "the parts together are what the result files say"
for k in option["kpis"]:
    if k["difference"] is not None:
        assert k["ci_low"] <= k["difference"] <= k["ci_high"], k
PY
"$SAMSPIL" compare $base $option --lang da --parts >screen.txt 2>log.txt || fail "--parts on the screen"
python3 - <<'PY'
widest = max(len(line) for line in open("screen.txt", encoding="utf-8"))
assert widest < 200, f"a line of {widest} characters"
PY
grep -q '<html lang="da">' page.html || fail "page has no language"
grep -q '&lt;b&gt;distrikt&lt;/b&gt;' page.html || fail "page lacks the escaped title"
grep -q '<b>distrikt' page.html && fail "a title became markup"
"$SAMSPIL" compare $base $option --lang en --html page.html >screen.txt
grep -q '<html lang="en">' page.html || fail "page was not replaced"
ls page.html.* 2>/dev/null && fail "temporary page left behind"
grep -q 'chance only' screen.txt || fail "screen lacks what the intervals cover"
"$SAMSPIL" compare $base $option --lang da >screen.txt
grep -q 'kun tilfældighed ved faste antagelser' screen.txt || fail "screen lacks the Danish words"

# Refusals and a common prefix.
"$SAMSPIL" run project/scenarios/change.yaml -o other -n 4 --seed 99 2>log.txt
expect_exit 2 'seed' "$SAMSPIL" compare $base other/change.h5 --lang en
"$SAMSPIL" run project/scenarios/change.yaml -o short -n 3 2>log.txt
"$SAMSPIL" compare $base short/change.h5 --json >short.json
python3 -c 'import json; o = json.load(open("short.json"))["options"][0]; assert o["n"] == 3 and o["notes"], o["notes"]'
expect_exit 2 'base' "$SAMSPIL" compare $base --lang en
expect_exit 2 'whole number' "$SAMSPIL" compare $base $option --persons=none --lang en

# Citizen by citizen: what they gain and lose is what the results say; against itself nobody changes.
"$SAMSPIL" compare $base $option --persons=3 --json >persons.json 2>log.txt || { cat log.txt >&2; fail "--persons"; }
"$SAMSPIL" compare $base $base --persons --json >nobody.json 2>log.txt
"$SAMSPIL" export $base --format csv -o base_csv >/dev/null 2>log.txt
"$SAMSPIL" export $option --format csv -o option_csv >/dev/null 2>log.txt
python3 - <<'PY'
import csv, json
def users(folder): # weeks with a place by replication and offer, from the exported series
    path = folder + "/weekly_users.csv"
    sums = {}
    for row in csv.DictReader(open(path)):
        key = (int(row["replication"]), row["offer"])
        sums[key] = sums.get(key, 0) + int(row["value"])
    return sums
base, option = users("base_csv"), users("option_csv")
persons = json.load(open("persons.json"))["options"][0]["persons"]
assert persons["agrees"] is True and len(persons["replications"]) == 3
for r, one in enumerate(persons["replications"]):
    for measure in one["measures"]:
        if measure["of"] in ("all", "municipal"): continue
        assert measure["difference"] == option[r, measure["of"]] - base[r, measure["of"]], measure
    everybody = one["measures"][0]
    assert everybody["gain"] + everybody["lose"] + everybody["same"] == everybody["persons"] == sum(one["sizes"])
    assert everybody["weeks_gained"] - everybody["weeks_lost"] == everybody["difference"] == sum(c["difference"] for c in one["causes"])
    for group in one["groups"]:
        if group["members"]: assert sum(m["persons"] for m in group["members"]) == everybody["persons"], group
assert any(one["parted"] > 0 for one in persons["replications"])
nobody = json.load(open("nobody.json"))["options"][0]["persons"]
assert nobody["agrees"] and nobody["replications"][0]["parted"] == nobody["replications"][0]["measures"][0]["gain"] == 0
PY
"$SAMSPIL" compare $base $option --persons --lang da --html page.html >screen.txt 2>log.txt
grep -q 'præcis de to resultaters egne tal' screen.txt || fail "screen does not say that the citizens add up"
grep -q 'Hvem ændrer sig' page.html || fail "page lacks who changes"

# One citizen: a life in words, two lives side by side; no raw numbers of the events.
person=$("$SAMSPIL" inspect $base person 0 --lang en 2>&1 | grep -o '[0-9]*$') || true
[ -n "$person" ] || fail "nobody is named whose life could be looked at"
"$SAMSPIL" inspect $base person "$person" --lang da >life.txt || fail "inspect person"
grep -q 'a=' life.txt && fail "a life shows raw numbers"
grep -q 'funktion' life.txt || fail "a life has no words"
"$SAMSPIL" inspect $base person "$person" $base --lang en >lives.txt || fail "inspect person of two results"
grep -q 'The life is the same in both' lives.txt || fail "a result against itself parts"
"$SAMSPIL" inspect $base person "$person" $option --lang en >lives.txt || fail "inspect person under an option"
grep -q 'Option: ' lives.txt || fail "two lives lack the option"
expect_exit 4 'absent.h5' "$SAMSPIL" compare $base absent.h5
expect_exit 4 'no-folder' "$SAMSPIL" compare $base $option --html no-folder/page.html

# An option's own goals do not judge it: those of the base do, here as in status and in the viewer.
cat >project/scenarios/own_goals.yaml <<'YAML'
samspil: 1
title: {da: "Egne mål", en: "Own goals"}
extends: change.yaml
goals: [volunteers.stock]
YAML
"$SAMSPIL" run project/scenarios/minimal.yaml project/scenarios/own_goals.yaml -n 2 -o own 2>log.txt || { cat log.txt >&2; fail "run"; }
"$SAMSPIL" compare own/minimal.h5 own/own_goals.h5 --json >own.json
"$SAMSPIL" status own --json >own_status.json
python3 - <<'PY'
import json
judged = {k["kpi"] for k in json.load(open("own.json"))["options"][0]["kpis"] if k["verdict"]}
asked = {g["kpi"] for g in json.load(open("own_status.json"))["goals"]}
assert len(judged) > 1 and judged <= asked, (judged, asked)
PY

# What a shortened run never came to is no change of the option.
"$SAMSPIL" run project/scenarios/minimal.yaml "$SAMSPIL_SOURCE_DIR/scenarios/legeby-flere-pladser.yaml" -n 2 --weeks 4 -o short 2>log.txt || { cat log.txt >&2; fail "run"; }
"$SAMSPIL" compare short/minimal.h5 short/legeby-flere-pladser.h5 --json >short.json
grep -q 2021-03-01 short.json && fail "a change after the end of a shortened run is called a change"

# What is wrong in the words is told before anything is run; threads and replications are written as in `run`.
both="project/scenarios/minimal.yaml project/scenarios/change.yaml -o never"
# shellcheck disable=SC2086
expect_exit 2 'hverken et scenarie' "$SAMSPIL" compare $both -n 2 --persons 1
# shellcheck disable=SC2086
expect_exit 4 'mappen findes ikke' "$SAMSPIL" compare $both -n 2 --html nowhere/page.html
[ ! -e never ] || fail "run before the words were read"
# shellcheck disable=SC2086
"$SAMSPIL" compare $both -n2 --threads=1 --weeks 12 >out.txt 2>log.txt || { cat log.txt >&2; fail "glued options"; }

# Gates.
expect_exit 7 'organisation.centres_per_leader' "$SAMSPIL" compare $base $base --fail-if 'organisation.centres_per_leader.difference == 0'
"$SAMSPIL" compare $base $base --fail-if 'organisation.centres_per_leader.difference > 0' >/dev/null || fail "a gate that holds"
expect_exit 2 'fail-if' "$SAMSPIL" compare $base $base --fail-if 'reach.nothing.difference > 0'

# A changed table: the comparison stands, its parts cannot be made again.
echo >>project/data/toy/facts.csv
expect_exit 4 'run' "$SAMSPIL" compare $base $option --parts --lang en
"$SAMSPIL" compare $base $option >/dev/null || fail "a comparison without parts needs no scenario"
echo "compare.sh: ok"
