# SPDX-License-Identifier: MPL-2.0
# Assumptions are drawn by seed, replication and parameter: the same whoever is run along, on however many threads, after
# an interruption, longer or again; and a comparison says what it covers.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
set -m
mkdir -p project/scenarios && cp -r "$SAMSPIL_SOURCE_DIR/data" project/data
cp "$toy" project/scenarios/a.yaml
sed "s/visitation_rule: minimum/visitation_rule: exact/" "$toy" >project/scenarios/b.yaml
{ cat "$toy"; printf '\nassumptions:\n  h_c: 9\n'; } >project/scenarios/sets.yaml
short=(-s period.burn_in_weeks=12 --weeks 12)
a=project/scenarios/a.yaml b=project/scenarios/b.yaml

expect_exit 0 "$SAMSPIL" run $a $b "${short[@]}" -o chance -n 10
expect_exit 0 "$SAMSPIL" run $a $b "${short[@]}" -o both -n 10 --futures -j 3
expect_text err.txt "assumptions are drawn in every replication"
expect_exit 0 "$SAMSPIL" run $b "${short[@]}" -o alone -n 10 --futures -j 1
expect_exit 0 "$SAMSPIL" verify both/b.h5 alone/b.h5
expect_exit 6 "$SAMSPIL" verify both/b.h5 chance/b.h5
expect_exit 0 "$SAMSPIL" verify both/b.h5 --rerun 7

# Longer, and killed on the way.
"$SAMSPIL" run $a $b "${short[@]}" -o killed -n 10 --futures -j 2 >/dev/null 2>&1 &
job=$!
for _ in $(seq 400); do
    [[ $(compgen -G "killed/.parts/*.h5" | wc -l) -ge 4 ]] && break
    sleep 0.005
done
kill -KILL $job
wait $job 2>/dev/null
expect_exit 0 "$SAMSPIL" resume killed
expect_exit 0 "$SAMSPIL" verify both/a.h5 killed/a.h5
expect_exit 0 "$SAMSPIL" run $a $b "${short[@]}" -o longer -n 4 --futures
expect_exit 0 "$SAMSPIL" extend longer -n 10
expect_exit 0 "$SAMSPIL" verify both/b.h5 longer/b.h5

# What a scenario sets itself is its choice there, and drawn in the other.
expect_exit 0 "$SAMSPIL" run $a project/scenarios/sets.yaml "${short[@]}" -o sets -n 3 --futures
expect_text err.txt "is its choice and is not drawn there"
expect_exit 0 "$SAMSPIL" verify sets/a.h5 both/a.h5 --first 3

# The comparison says what it covers, and pairs only the same futures.
expect_exit 0 "$SAMSPIL" compare both/a.h5 both/b.h5 --chance chance/a.h5 chance/b.h5 --json --html page.html
grep -q "chance and assumptions\|tilfældighed og antagelser" page.html || fail "the page does not say what it covers"
python3 - out.txt <<'PY' || fail "the comparison over futures"
import json, sys
whole = json.load(open(sys.argv[1]))
option = whole["options"][0]
assert whole["covers"] == option["covers"] == "chance+assumptions"
assert "Over chance and assumptions." in option["headline"]["en"], option["headline"]
splits = {s["kpi"]: s for s in option["futures"]}
for kpi in option["kpis"]:
    split = splits.get(kpi["kpi"])
    if split is None:
        continue
    assert abs(split["choice"] - kpi["difference"]) <= 1e-12 * max(1, abs(split["choice"]))
    assert split["assumption_variance"] >= 0
    with_sign = split["n"] - split["zeros"]
    if split["choice"] == 0:
        assert split["same_sign_low"] is None and split["sign_by_assumptions"] is None, split
    else:
        assert 0 <= split["same_sign_low"] <= split["same_sign"] / with_sign <= split["same_sign_high"] <= 1, split
    assert (kpi["verdict"] == "depends_on_assumptions") == split["depends_on_assumptions"]
    if split["depends_on_assumptions"]:
        assert split["verdict_by_chance"] in ("better", "worse")
assert "reach.municipal" in splits
PY
expect_exit 2 "$SAMSPIL" compare chance/a.h5 both/b.h5
expect_text err.txt "the replications do not cover the same"
expect_exit 2 "$SAMSPIL" compare both/a.h5 both/b.h5 --chance chance/b.h5 chance/a.h5
expect_text err.txt "is not the same scenario"
cp project/data/toy/offers.csv kept.csv # the same scenarios on other tables are not the same
sed -i 's/^lc-norrevang,klub,16/lc-norrevang,klub,400/' project/data/toy/offers.csv
expect_exit 0 "$SAMSPIL" run $a $b "${short[@]}" -o elsewhere -n 2
cp kept.csv project/data/toy/offers.csv
expect_exit 2 "$SAMSPIL" compare both/a.h5 both/b.h5 --chance elsewhere/a.h5 elsewhere/b.h5
expect_text err.txt "data/toy/offers.csv has changed between them"
expect_exit 2 "$SAMSPIL" compare chance/a.h5 chance/b.h5 --chance chance/a.h5 chance/b.h5
expect_exit 2 "$SAMSPIL" compare both/a.h5 both/b.h5 --parts

# What cannot be answered is refused before anything is run.
refused() { # refused CODE WORDS OPTIONS...
    local code=$1 words=$2
    shift 2
    expect_exit "$code" "$SAMSPIL" compare $a $b "${short[@]}" -o early -n 2 "$@"
    expect_text err.txt "$words"
    [[ ! -e early ]] || fail "ran before it refused: $*"
}
refused 2 "--parts is at fixed assumptions" --futures --parts
refused 2 "--persons follows citizens under one set of assumptions" --futures --persons
refused 2 "--chance belongs to results of --futures" --chance chance/a.h5 chance/b.h5
refused 2 "--chance takes the same scenarios" --futures --chance chance/a.h5
refused 2 "both/b.h5 was made with --futures itself" --futures --chance chance/a.h5 both/b.h5
refused 4 "absent.h5" --futures --chance chance/a.h5 absent.h5

# A table of draws: whole rows of it and nothing else, kept in the result; wrong ones are told with their place.
printf '# two draws\nh_c,q0\n3,0.1\n7,0.3\n' >draws.csv
expect_exit 0 "$SAMSPIL" run $a $b "${short[@]}" -o table -n 6 --futures --posterior draws.csv
mv draws.csv gone.csv
expect_exit 0 "$SAMSPIL" extend table -n 8
expect_exit 0 "$SAMSPIL" verify table/a.h5 --rerun 7
expect_exit 2 "$SAMSPIL" compare both/a.h5 table/b.h5
expect_text err.txt "is not the same"
/usr/bin/python3 - table/a.h5 <<'PY' || fail "rows of the table"
import h5py, sys
with h5py.File(sys.argv[1]) as file:
    assert file.attrs["covers"] in (b"chance+assumptions", "chance+assumptions")
    keys = [k.decode() if isinstance(k, bytes) else k for k in file["futures/parameter"][:]]
    rows = {tuple(row) for row in file["futures/values"][:][:, [keys.index("h_c"), keys.index("q0")]]}
assert rows == {(3.0, 0.1), (7.0, 0.3)}, rows
PY
printf 'h_cc,q0\n3,0.1\n4,9\n' >wrong.csv
expect_exit 3 "$SAMSPIL" run $a "${short[@]}" -o never --futures --posterior wrong.csv
expect_text err.txt "wrong.csv:1:1"
expect_exit 2 "$SAMSPIL" run $a "${short[@]}" -o never --posterior gone.csv
finish
