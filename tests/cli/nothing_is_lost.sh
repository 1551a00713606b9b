# SPDX-License-Identifier: MPL-2.0
# Wrong use, wrong scenarios, full disks and damaged files: the right exit code, a message, and nothing overwritten.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"

expect_exit 0 "$SAMSPIL" run "$toy" -o out -n 2
before=$(sha256sum out/minimal.h5)
expect_exit 2 "$SAMSPIL" run "$toy" -o out -n 3
expect_text err.txt out/minimal.h5
expect_text err.txt "samspil resume"
[[ $(sha256sum out/minimal.h5) == "$before" ]] || fail "the result was touched"
expect_exit 0 "$SAMSPIL" run "$toy" -o out -n 3 --force
expect_exit 0 "$SAMSPIL" inspect out/minimal.h5
expect_text out.txt "replications: 3"

for wrong in "" "-o x" "$toy" "$toy -o x -n 0" "$toy -o x -n many" "$toy -o x --seed -1" "$toy -o x --weeks 100000" \
    "$toy -o x -s novalue" "$toy -o x --no-such" "$toy $toy -o x" "$toy -o x -j 0"; do
    # shellcheck disable=SC2086
    expect_exit 2 "$SAMSPIL" run $wrong
    [[ ! -e x ]] || fail "a folder was made for: $wrong"
done

# A file that is hidden would have a hidden result; a part is no result to compare.
cp "$toy" .hidden.yaml
expect_exit 2 "$SAMSPIL" run .hidden.yaml -o x
expect_text err.txt "begins with a dot"
"$SAMSPIL" run "$toy" -o partly -n 100000 -j 1 --time 1s 2>err.txt || [[ $? -eq 75 ]] || fail "--time: $(cat err.txt)"
expect_exit 2 "$SAMSPIL" compare partly/.parts/minimal.r0.h5 out/minimal.h5
expect_text err.txt "is part of an interrupted run"
rm -r partly

# All errors of all scenarios in one pass, and nothing begun.
mkdir -p project/scenarios && cp -r "$SAMSPIL_SOURCE_DIR/data" project/data
sed 's/title:/titel:/' "$toy" >project/scenarios/a.yaml
sed 's/weeks: 104/weeks: many/' "$toy" >project/scenarios/b.yaml
expect_exit 3 "$SAMSPIL" run project/scenarios/a.yaml project/scenarios/b.yaml -o x
expect_text err.txt a.yaml:
expect_text err.txt b.yaml:
[[ ! -e x ]] || fail "a folder was made for wrong scenarios"

# What is missing is not called outside, from wherever the scenario is named.
echo "extends: gone.yaml" >project/scenarios/heir.yaml
for from in . project/scenarios; do
    (cd "$from" && "$SAMSPIL" validate "$([[ $from == . ]] && echo project/scenarios/)heir.yaml") >out.txt 2>err.txt && fail "a missing scenario is extended"
    expect_text err.txt gone.yaml
    ! grep -q outside err.txt || fail "a missing file is called outside: $(cat err.txt)"
done

# A place that cannot be written, with its path; a disk that is full, with what to do.
touch file
expect_exit 4 "$SAMSPIL" run "$toy" -o file/below -n 1
expect_text err.txt file/below
full() { (ulimit -f "$1" && shift && "$@"); }
expect_exit 8 full 64 "$SAMSPIL" run "$toy" -o full -n 3
expect_text err.txt full/
if [[ -e full ]]; then
    expect_text err.txt "samspil resume full"
    expect_exit 0 "$SAMSPIL" resume full
    expect_exit 0 "$SAMSPIL" verify full/minimal.h5 out/minimal.h5
fi

# Damage.
head -c 1000 out/minimal.h5 >cut.h5
cp out/minimal.h5 changed.h5
printf 'x' | dd of=changed.h5 bs=1 seek=5000 conv=notrunc status=none
echo "not a result" >text.h5
for bad in cut.h5 changed.h5 text.h5 missing.h5 .; do
    expect_exit 4 "$SAMSPIL" inspect $bad
    expect_text err.txt "$bad"
    expect_exit $([[ $bad == . ]] && echo 2 || echo 4) "$SAMSPIL" verify out/minimal.h5 $bad # a folder is wrong use
    expect_exit $([[ $bad == . ]] && echo 2 || echo 4) "$SAMSPIL" export $bad -o exported
done

# Folders that somebody else filled: told at once, whatever stands under our names, and never called finished.
mkdir -p pipe/.parts pipes/.study lands/.nation notes
mkfifo pipe/.parts/manifest.json pipes/.study/manifest.json lands/.nation/journal
cp text.h5 notes/a.h5
for odd in pipe pipes lands; do
    expect_exit 4 timeout -k 1 60 "$SAMSPIL" status $odd
    expect_text err.txt "$odd/."
done
for odd in pipe pipes; do expect_exit 4 timeout -k 1 60 "$SAMSPIL" resume $odd; done
expect_exit 4 "$SAMSPIL" resume notes
expect_text err.txt notes/a.h5

# A folder that may not be looked into is no error of ours. Root may look everywhere.
mkdir -p shut/.parts && chmod 000 shut
if [[ ! -r shut ]]; then
    for command in "status shut" "resume shut" "extend shut -n 9" "run $toy -n 1 -o shut"; do
        # shellcheck disable=SC2086
        expect_exit 4 "$SAMSPIL" $command
        expect_text err.txt shut
    done
fi
chmod 700 shut

# What is suggested can be pasted, also of paths with a blank.
mkdir -p "p q/scenarios" && cp -r "$SAMSPIL_SOURCE_DIR/data" "p q/data"
cp "$toy" "p q/scenarios/a.yaml" && cp "$toy" "p q/scenarios/b.yaml"
suggested() { # suggested FILE COMMAND: what stands behind "samspil COMMAND", run as it stands
    local line
    line=$(grep -o "samspil $2 .*" "$1" | tail -1)
    [[ -n $line ]] || fail "$1 suggests no $2: $(cat "$1")"
    expect_exit 0 bash -c "\"\$SAMSPIL\" ${line#samspil }"
}
expect_exit 0 "$SAMSPIL" validate "p q/scenarios/a.yaml"
expect_text out.txt "samspil explain 'p q/scenarios/a.yaml' assumptions"
suggested out.txt explain
expect_exit 0 "$SAMSPIL" run "p q/scenarios/a.yaml" -o "ud et" -n 2
suggested err.txt inspect
expect_exit 0 "$SAMSPIL" run "p q/scenarios/a.yaml" "p q/scenarios/b.yaml" -o "ud to" -n 2
suggested err.txt compare
expect_exit 2 "$SAMSPIL" run "p q/scenarios/a.yaml" -o "ud et" -n 2
expect_text err.txt "samspil resume 'ud et'"
expect_exit 0 "$SAMSPIL" batch plan "p q/scenarios/a.yaml" -n 2 --tasks 2 -o "ud tre"
expect_text err.txt "samspil batch submit 'ud tre'"
expect_exit 5 "$SAMSPIL" batch merge "ud tre"
expect_text err.txt "samspil batch worker 'ud tre' --task 1"
suggested err.txt "batch worker"

# Exports: both dialects, no overwriting.
expect_exit 0 "$SAMSPIL" export out/minimal.h5 --format csv -o tables
expect_exit 0 "$SAMSPIL" export out/minimal.h5 --format csv --dialect da -o tabeller
expect_exit 2 "$SAMSPIL" export out/minimal.h5 --format csv -o tables
mkdir -p inputs && echo mine >inputs/centres.csv && echo mine >inputs/neighbourhoods.csv
expect_exit 2 "$SAMSPIL" export out/minimal.h5 --format csv -o inputs
expect_text err.txt inputs/centres.csv
expect_text err.txt inputs/neighbourhoods.csv
[[ $(cat inputs/*.csv) == $'mine\nmine' && $(find inputs -type f | wc -l) -eq 2 ]] || fail "tables of somebody else were touched"
for table in tables/*.csv; do # every file that is written is looked for
    rm -rf one && mkdir one && echo mine >"one/${table##*/}"
    expect_exit 2 "$SAMSPIL" export out/minimal.h5 --format csv -o one
done
expect_exit 0 "$SAMSPIL" export out/minimal.h5 --format csv -o inputs --force
cmp -s inputs/centres.csv tables/centres.csv || fail "--force does not replace"

# A page is replaced by a page; a result, a note or a page of somebody else is not.
page="compare out/minimal.h5 out/minimal.h5 --html"
cp out/minimal.h5 kept.h5 && echo "<!DOCTYPE html><p>mine" >mine.html
for theirs in kept.h5 mine.html; do
    # shellcheck disable=SC2086
    expect_exit 2 "$SAMSPIL" $page $theirs
    expect_text err.txt $theirs
done
cmp -s out/minimal.h5 kept.h5 || fail "a result was replaced by a page"
# shellcheck disable=SC2086
for again in page.html page.html "mine.html --force"; do expect_exit 0 "$SAMSPIL" $page $again; done
# shellcheck disable=SC2086
expect_exit 0 "$SAMSPIL" $page mine.html
head -1 tables/kpi.csv | grep -q '^replication,kpi,value' || fail "kpi.csv has other headings"
head -c 3 tabeller/kpi.csv | cmp -s - <(printf '\xef\xbb\xbf') || fail "no byte-order mark"
head -2 tabeller/kpi.csv | tail -1 | grep -q '^0;reach.klub;0,' || fail "no decimal comma: $(head -2 tabeller/kpi.csv)"
expect_exit 0 "$SAMSPIL" export out/minimal.h5 --format json -o json
python3 -m json.tool json/result.json >/dev/null || fail "result.json is no JSON"
finish
