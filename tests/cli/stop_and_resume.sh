# SPDX-License-Identifier: MPL-2.0
# Ctrl-C, a polite end and a rude one: finished replications stay and can be read, and the resumed run has the bytes of
# one that was never stopped.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
replications=40
# Signals to a job of a script are only seen when the shell has job control.
set -m

# start_and_stop SIGNAL FOLDER: exit code in $code
start_and_stop() {
    "$SAMSPIL" run "$toy" -o "$2" -n $replications -j 2 >out.txt 2>err.txt &
    local job=$!
    for _ in $(seq 2000); do
        compgen -G "$2/.parts/*.r1.h5" >/dev/null && break
        sleep 0.005
    done
    kill "-$1" $job
    code=0
    wait $job || code=$?
}

expect_exit 0 "$SAMSPIL" run "$toy" -o whole -n $replications -j 2

for signal in INT TERM USR1 KILL; do
    folder=stopped-$signal
    start_and_stop $signal $folder
    case $signal in
        INT) expected=130 ;;
        KILL) expected=137 ;;
        *) expected=75 ;;
    esac
    [[ $code -eq $expected ]] || fail "SIG$signal: exit $code instead of $expected: $(cat err.txt)"
    [[ $signal == KILL ]] || expect_text err.txt "samspil resume $folder"
    [[ ! -e $folder/minimal.h5 ]] || fail "$folder has a result already"
    expect_exit 0 "$SAMSPIL" inspect $folder/.parts/minimal.r1.h5
    expect_exit 2 "$SAMSPIL" run "$toy" -o $folder -n $replications
    expect_text err.txt "samspil resume $folder"
    expect_exit 2 "$SAMSPIL" compare $folder/minimal.h5 $folder/minimal.h5
    expect_text err.txt "the run in $folder is not finished; samspil resume $folder finishes it"
    expect_exit 0 "$SAMSPIL" resume $folder
    expect_exit 0 "$SAMSPIL" verify whole/minimal.h5 $folder/minimal.h5
    [[ ! -e $folder/.parts ]] || fail "$folder still has parts"
    expect_exit 0 "$SAMSPIL" resume $folder
    expect_text err.txt "finished already"
done

# Where stderr is closed no file of the run gets its number, and messages no place in it.
"$SAMSPIL" run "$toy" -o silent -n 100000 -j 1 --time 1s 2>&- || [[ $? -eq 75 ]] || fail "stderr closed: exit $?"
expect_exit 0 "$SAMSPIL" status silent

# Messages that cannot be written stop nothing; an answer that cannot is no success.
"$SAMSPIL" run "$toy" -o loud -n 2 -j 1 2>/dev/full || fail "a full disk behind stderr: exit $?"
expect_exit 0 "$SAMSPIL" verify loud/minimal.h5
"$SAMSPIL" nowhere 2>/dev/full
[[ $? -eq 2 ]] || fail "wrong use with a full disk behind stderr"
for words in "inspect loud/minimal.h5" "schema" "version" "help"; do
    # shellcheck disable=SC2086
    "$SAMSPIL" $words 2>err.txt >/dev/full
    [[ $? -eq 8 ]] || fail "$words on a full disk is a success"
    expect_text err.txt "the answer could not be written to stdout"
done

# A folder in which another is at work is told as such, by run, study and nation alike; --force takes nothing from it.
"$SAMSPIL" run "$toy" -o busy -n 100000 -j 1 >out.txt 2>err.txt &
at_work=$!
printf 'samspil: 1\nstudy: sweep\nbase: %s\noptions: [%s/scenarios/legeby-flere-pladser.yaml]\nweeks: 12\nreplications: 3\n' "$toy" "$SAMSPIL_SOURCE_DIR" >sweep.yaml
for _ in $(seq 2000); do
    [[ -e busy/.parts/manifest.json ]] && break
    sleep 0.005
done
for second in "run $toy -o busy -n 2" "run $toy -o busy -n 2 --force" "extend busy -n 3" "sweep sweep.yaml -o busy"; do
    # shellcheck disable=SC2086
    expect_exit 2 "$SAMSPIL" $second
    expect_text err.txt "another samspil is at work in busy (process $at_work)"
    expect_text err.txt "samspil status busy"
done
kill -TERM $at_work
code=0
wait $at_work || code=$?
[[ $code -eq 75 ]] || fail "the first of two runs: exit $code"
expect_exit 2 "$SAMSPIL" run "$toy" -o busy -n 2
expect_text err.txt "samspil resume busy"

# A manifest that was changed by hand is told, and nothing is run on it.
start_and_stop INT other
sed -i 's/"program_version": "[^"]*"/"program_version": "0.0.0"/' other/.parts/manifest.json
expect_exit 4 "$SAMSPIL" resume other
expect_text err.txt other/.parts/manifest.json
expect_text err.txt "finished parts beside it are whole"
finish
