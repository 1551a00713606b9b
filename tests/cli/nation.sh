# SPDX-License-Identifier: MPL-2.0
# A nation: the same bytes on one thread and two and after a stop; its sums are those of its municipalities, and each of
# them is what `run` makes of it; copies are other people; a wrong plan is told with its place.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
set -m
plan() { # plan FILE LINES
    printf 'samspil: 1\nseed: 7\nweeks: 20\nreplications: 2\nmunicipalities:\n%s\n' "$2" >"$1"
}
plan land.yaml "  - {id: hel, name: \"Hel, by\", scenario: $toy}
  - {id: dobbelt, scenario: $toy, scale: 2}
  - {id: kopi, scenario: $toy, copies: 3, from: 0.5, to: 1}"

expect_exit 0 "$SAMSPIL" validate land.yaml "$SAMSPIL_SOURCE_DIR"/scenarios/nation/*.yaml
expect_exit 0 "$SAMSPIL" nation land.yaml -o one -j 1
expect_text err.txt "5 municipalities × 2 replications = 10 tasks, 104 + 20 weeks"
expect_text out.txt "Citizens reached by municipal offers"
expect_exit 0 "$SAMSPIL" nation land.yaml -o two -j 2
for table in municipalities nation; do
    cmp -s "one/$table.csv" "two/$table.csv" || fail "$table.csv depends on the threads"
done
cp one/municipalities.csv whole.csv

# The same command has nothing left to do; with one replication more it does only that.
expect_exit 0 "$SAMSPIL" nation land.yaml -o one -j 1
cmp -s one/municipalities.csv whole.csv || fail "a second time gives something else"
expect_exit 0 "$SAMSPIL" nation land.yaml -n 3 -o one -j 2
[[ $(grep -c ',2,' <(cut -d, -f1-7 one/municipalities.csv | grep -v '"')) -ge 4 ]] || fail "the third replication is missing"

# Another plan keeps away from it; one with a municipality more goes on.
plan other.yaml "  - {id: fremmed, scenario: $toy}"
before=$(sha256sum one/*.csv)
expect_exit 2 "$SAMSPIL" nation other.yaml -o one -j 1
expect_text err.txt "another plan"
[[ $(sha256sum one/*.csv) == "$before" ]] || fail "another plan touched the tables"
cp -r one more
plan more.yaml "  - {id: hel, name: \"Hel, by\", scenario: $toy}
  - {id: fremmed, scenario: $toy}"
expect_exit 0 "$SAMSPIL" nation more.yaml -o more -j 1
expect_exit 0 "$SAMSPIL" nation land.yaml -o more -j 1
cp -r two theirs
expect_exit 0 "$SAMSPIL" nation other.yaml -o theirs -j 1 --force
grep -q '^fremmed,' theirs/municipalities.csv || fail "--force does not replace another plan"

# Killed or stopped in the midst: what is done stays, and the same command goes on.
"$SAMSPIL" nation land.yaml -n 400 -o cut -j 1 >out.txt 2>err.txt &
sleep 2 && kill -KILL $!
wait $! 2>/dev/null
expect_exit 75 "$SAMSPIL" nation land.yaml -n 4000 -o cut -j 1 --time 2s
expect_text err.txt "the same command goes on"
expect_exit 2 "$SAMSPIL" resume cut
expect_text err.txt "samspil nation PLAN.yaml -o cut goes on where it stopped"
expect_exit 0 "$SAMSPIL" status cut
grep -Eq 'cut: a nation: [0-9]+ of 20000 tasks' out.txt || fail "status does not say how much is asked for: $(cat out.txt)"
expect_text out.txt "samspil nation PLAN.yaml -o cut goes on where it stopped"
expect_exit 0 "$SAMSPIL" nation land.yaml -n 2 -o cut -j 1
expect_exit 0 "$SAMSPIL" status two
expect_text out.txt "two: a nation: finished, all 10 tasks (municipalities × replications)"
expect_text out.txt "two/nation.csv"
expect_exit 0 "$SAMSPIL" status two --json
python3 -c 'import json; s = json.load(open("out.txt")); assert (s["state"], s["kind"], s["done"], s["total"], s["failed"], s["goals"]) == ("finished", "nation", 10, 10, 0, []), s' || fail "status --json of a nation"
cmp -s cut/municipalities.csv whole.csv || fail "a nation that was killed and stopped differs"

# Each municipality is what `run` makes with its seed, and the nation is the sum of them.
seed=$(python3 -c 'import csv; print(next(r for r in csv.DictReader(open("whole.csv")) if r["municipality"] == "hel")["seed"])')
expect_exit 0 "$SAMSPIL" run "$toy" --weeks 20 --seed "$seed" -n 2 -o alone
expect_exit 0 "$SAMSPIL" export alone/minimal.h5 --format csv -o alone/csv
python3 - >sums.txt <<'PY' || fail "$(cat sums.txt)"
import csv, math
rows = list(csv.DictReader(open("whole.csv", encoding="utf-8")))
nation = {r["kpi"]: r for r in csv.DictReader(open("two/nation.csv", encoding="utf-8"))}
number = lambda text: float(text) if text else math.nan
towns = list(dict.fromkeys(r["municipality"] for r in rows))
assert towns == ["hel", "dobbelt", "kopi-1", "kopi-2", "kopi-3"], towns
assert len(rows) == 10 and rows[0]["name"] == "Hel, by"
assert len({r["seed"] for r in rows}) == 5
compared = 0
for r in csv.DictReader(open("alone/csv/kpi.csv", encoding="utf-8")):
    mine = next(row for row in rows if row["municipality"] == "hel" and row["replication"] == r["replication"])[r["kpi"]]
    assert mine == r["value"], (r["kpi"], mine, r["value"])
    compared += 1
assert compared > 200, compared
last = {t: sum(number(r["population.65_79"]) for r in rows if r["municipality"] == t) / 2 for t in towns}
assert 1.8 < last["dobbelt"] / last["hel"] < 2.2 and 0.4 < last["kopi-1"] / last["hel"] < 0.6, last
assert [r["scale"] for r in rows[::2]][:3] == ["1", "2", "0.5"] and abs(number(rows[6]["scale"]) - 0.5 ** 0.5) < 1e-12
twins = [next(r for r in rows if r["municipality"] == t) for t in ("hel", "kopi-3")]
assert twins[0]["scale"] == twins[1]["scale"] and twins[0]["cost.total"] != twins[1]["cost.total"], "a copy has the same people"

def over(kpi, r):  # the sum of the municipalities in a replication
    return sum(number(row[kpi]) for row in rows if row["replication"] == str(r))
def close(a, b, what):
    assert abs(a - b) <= 1e-9 * max(1, abs(b)), (what, a, b)
for kpi in ("cost.total", "unmet_need", "volunteers.stock", "budget.staff", "population.65_79"):
    close(number(nation[kpi]["value"]), (over(kpi, 0) + over(kpi, 1)) / 2, kpi)
def reach(kpi, r):  # citizens of a municipality found from what its participants cost
    above = below = 0
    for row in (x for x in rows if x["replication"] == str(r)):
        months = number(row["cost.total"]) / number(row["cost.net_per_participant_month"])
        citizens = months / sum(number(row["reach." + o]) for o in ("klub", "forebyggende", "vedligeholdende_center", "vedligeholdende_hjem"))
        above, below = above + citizens * number(row[kpi]), below + citizens
    return above / below
for kpi in ("reach.klub", "reach.municipal", "nursing_home.share"):
    close(number(nation[kpi]["value"]), (reach(kpi, 0) + reach(kpi, 1)) / 2, kpi)
assert nation["wait.p90.klub"]["adding"] == "left out" and nation["wait.p90.klub"]["value"] == ""
assert number(nation["cost.total"]["ci_low"]) < number(nation["cost.total"]["value"]) < number(nation["cost.total"]["ci_high"])
PY

# It shares its folder with no run and no study; where it does a run can be resumed all the same.
expect_exit 2 "$SAMSPIL" nation land.yaml -o alone -j 1
expect_text err.txt "alone/minimal.h5 is the result of something else"
for words in "run $toy" "run --force $toy" "sweep --force $SAMSPIL_SOURCE_DIR/scenarios/plans/legeby-gennemloeb.yaml"; do
    # shellcheck disable=SC2086
    expect_exit 2 "$SAMSPIL" $words -o one
    expect_text err.txt "one holds a nation; choose another folder"
done
expect_exit 2 "$SAMSPIL" extend one -n 9
expect_text err.txt "samspil nation PLAN.yaml -n N -o one runs the replications that are missing"
expect_exit 75 "$SAMSPIL" run "$toy" -n 100000 -o both -j 1 --time 1s
expect_exit 2 "$SAMSPIL" nation land.yaml -o both -j 1
expect_text err.txt "samspil resume both"
cp -r one/.nation both/
expect_exit 75 "$SAMSPIL" resume both -j 1 --time 1s
expect_exit 0 "$SAMSPIL" status both
expect_text out.txt "interrupted"

# What is wrong is said at its place, all at once, and nothing is made.
plan bad.yaml "  - {id: a b, scenario: $toy}
  - {id: x, scenario: nowhere.yaml}
  - {id: y, scenario: $toy, from: 1, to: 2, scael: 3}
  - {id: z, scenario: $toy, scale: -1}"
expect_exit 3 "$SAMSPIL" nation bad.yaml -o bad
expect_text err.txt "bad.yaml:6:10: error: municipalities.1.id: 'a b' is not an id"
expect_text err.txt "did you mean 'scale'?"
expect_text err.txt "from and to belong to copies"
expect_text err.txt "municipalities.4.scale"
expect_text err.txt "nowhere.yaml does not exist"
plan twice.yaml "  - {id: x, scenario: $toy}
  - {id: x, scenario: nowhere.yaml}
  - {id: x, scenario: $toy}"
expect_exit 3 "$SAMSPIL" nation twice.yaml -o bad
expect_text err.txt "two municipalities are called 'x'"
expect_text err.txt "nowhere.yaml does not exist"
[[ ! -e bad ]] || fail "a wrong plan makes a folder"
expect_exit 2 "$SAMSPIL" nation land.yaml
expect_exit 4 "$SAMSPIL" nation none.yaml -o bad
finish
