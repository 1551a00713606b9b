# SPDX-License-Identifier: MPL-2.0
# Real MPI on one machine and between two network namespaces: the bytes of a local run for any number of ranks, after the
# death of a rank, and after a signal; an exit code from every way out, and never a dead-lock (timeout).
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
need_mpi
need_root
more="$SAMSPIL_SOURCE_DIR/scenarios/legeby-flere-pladser.yaml"
n=40
set -m

# mpi RANKS ARGUMENTS...: as one job, which must end by itself
mpi() {
    local ranks=$1
    shift
    timeout -k 5 300 mpirun --oversubscribe -n "$ranks" "$SAMSPIL_MPI" "$@"
}
cat >plan.yaml <<PLAN
samspil: 1
study: sweep
base: $toy
options: [$more]
weeks: 4
replications: 3
goals: [reach.municipal]
factors:
  - {path: assumptions.consider}
  - {path: assumptions.misfit}
design: {kind: latin_hypercube, points: 16}
PLAN
goal="--until-ci reach.municipal=0.004"

expect_exit 0 "$SAMSPIL" run "$toy" "$more" -o whole -n $n -j 1
# shellcheck disable=SC2086
expect_exit 0 "$SAMSPIL" run "$toy" "$more" -o until -n $n -j 1 $goal
expect_exit 0 "$SAMSPIL" run "$toy" "$more" -o futures -n 6 -j 1 --futures
expect_exit 0 "$SAMSPIL" sweep plan.yaml -o sweep -j 1

for ranks in 1 2 4; do
    expect_exit 0 mpi $ranks run "$toy" "$more" -o ranks$ranks -n $n
    [[ ! -e ranks$ranks/.parts ]] || fail "ranks$ranks still has parts"
    for name in minimal legeby-flere-pladser; do same_bytes whole/$name.h5 ranks$ranks/$name.h5; done
    # shellcheck disable=SC2086
    expect_exit 0 mpi $ranks run "$toy" "$more" -o until$ranks -n $n $goal
    same_bytes until/minimal.h5 until$ranks/minimal.h5
    expect_exit 0 mpi $ranks sweep plan.yaml -o sweep$ranks -j 2
    same_bytes sweep/study.h5 sweep$ranks/study.h5
done
expect_exit 0 mpi 3 run "$toy" "$more" -o futures3 -n 6 --futures
same_bytes futures/minimal.h5 futures3/minimal.h5
expect_exit 0 mpi 3 extend until -n $n
same_bytes whole/minimal.h5 until/minimal.h5

# Wrong use, wrong scenarios and a place that cannot be written: the exit code of samspil, all ranks gone.
expect_exit 2 mpi 3 run "$toy" "$more" -o whole -n $n
expect_text err.txt whole/minimal.h5
expect_exit 2 mpi 3 no-such-command
expect_exit 3 mpi 2 run "$toy" -o bad -n 2 -s assumptions.consider=many
touch file
expect_exit 4 mpi 2 run "$toy" -o file/below -n 2
expect_exit 0 mpi 2 version
# A disk that is full for a rank is exit 8; what was written stays.
mkdir disk
if mount -t tmpfs -o size=250k none disk; then
    trap 'umount "$here/disk"; cd / && rm -rf "$here"' EXIT
    expect_exit 8 mpi 3 run "$toy" -o disk/full -n $n
    expect_text err.txt "samspil resume disk/full"
    mount -o remount,size=100m disk
    expect_exit 0 mpi 2 resume disk/full
    same_bytes whole/minimal.h5 disk/full/minimal.h5
    umount disk
    trap 'cd / && rm -rf "$here"' EXIT
else
    echo "no disk could be mounted: a full one was not tested"
fi

# begun FOLDER COUNT: waits for that many parts
begun() {
    for _ in $(seq 4000); do
        [[ $(find "$1/.parts" -name '*.h5' 2>/dev/null | wc -l) -ge $2 ]] && return
        sleep 0.005
    done
    fail "$1 was never begun"
}
# rank_of JOB RANK: the process id of a rank below a job
rank_of() {
    local pid
    for pid in $(pgrep -x samspil-mpi); do
        tr '\0' '\n' <"/proc/$pid/environ" 2>/dev/null | grep -qx "OMPI_COMM_WORLD_RANK=$2" || continue
        tr '\0' '\n' <"/proc/$pid/environ" 2>/dev/null | grep -qx "TEST_JOB=$1" && echo "$pid" && return
    done
}
# A rank dies midway: the job ends, what is finished stays, and the next command does the rest.
for rank in 1 0; do
    folder=killed$rank
    TEST_JOB=$here/$folder timeout -k 5 300 mpirun --oversubscribe -n 4 "$SAMSPIL_MPI" run "$toy" "$more" -o $folder -n $n >out.txt 2>err.txt &
    job=$!
    begun $folder 6
    victim=$(rank_of "$here/$folder" $rank)
    [[ -n $victim ]] || fail "no rank $rank found"
    kill -KILL "$victim"
    code=0
    wait $job || code=$?
    [[ $code -ne 0 ]] || fail "a job whose rank $rank was killed ended with 0"
    kept=$(find $folder/.parts -name '*.h5' | wc -l)
    [[ $kept -ge 6 && $kept -lt $((2 * n)) ]] || fail "$kept parts were kept"
    stamp=$(find $folder/.parts -name '*.h5' -printf '%p %T@\n' | sort)
    if [[ $rank -eq 1 ]]; then expect_exit 0 mpi 2 resume $folder; else expect_exit 0 "$SAMSPIL" resume $folder; fi
    for name in minimal legeby-flere-pladser; do same_bytes whole/$name.h5 $folder/$name.h5; done
    printf 'rank %s killed: %s of %s parts were kept\n' $rank "$(wc -l <<<"$stamp")" $((2 * n))
done
# The same of a sweep: its journal is rank 0's.
TEST_JOB=$here/swept timeout -k 5 300 mpirun --oversubscribe -n 4 "$SAMSPIL_MPI" sweep plan.yaml -o swept >out.txt 2>err.txt &
job=$!
for _ in $(seq 4000); do
    [[ $(stat -c %s swept/.study/journal 2>/dev/null || echo 0) -gt 20000 ]] && break
    sleep 0.005
done
kill -KILL "$(rank_of "$here/swept" 2)"
wait $job
expect_exit 0 mpi 4 resume swept
same_bytes sweep/study.h5 swept/study.h5

# A nation: one list of tasks as well; whatever the ranks, and after the death of one, the same tables.
cat >land.yaml <<PLAN
samspil: 1
seed: 7
weeks: 20
replications: 60
municipalities:
  - {id: hel, scenario: $toy}
  - {id: dobbelt, scenario: $toy, scale: 2}
  - {id: kopi, scenario: $toy, copies: 5, from: 0.5, to: 1}
PLAN
same_nation() { # same_nation FOLDER
    for table in municipalities nation; do cmp -s land/$table.csv "$1/$table.csv" || fail "$1/$table.csv differs"; done
}
expect_exit 0 "$SAMSPIL" nation land.yaml -o land -j 2
for ranks in 1 2 4; do
    expect_exit 0 mpi $ranks nation land.yaml -o land$ranks
    same_nation land$ranks
done
for rank in 1 0; do
    folder=land-killed$rank
    TEST_JOB=$here/$folder timeout -k 5 300 mpirun --oversubscribe -n 4 "$SAMSPIL_MPI" nation land.yaml -o $folder >out.txt 2>err.txt &
    job=$!
    for _ in $(seq 4000); do
        [[ $(stat -c %s $folder/.nation/journal 2>/dev/null || echo 0) -gt 40000 ]] && break
        sleep 0.005
    done
    kill -KILL "$(rank_of "$here/$folder" $rank)"
    code=0
    wait $job || code=$?
    [[ $code -ne 0 ]] || fail "a nation whose rank $rank was killed ended with 0"
    before=$(stat -c %s $folder/.nation/journal)
    if [[ $rank -eq 1 ]]; then expect_exit 0 mpi 2 nation land.yaml -o $folder; else expect_exit 0 "$SAMSPIL" nation land.yaml -o $folder; fi
    same_nation $folder
    printf 'rank %s of a nation killed: %s of %s bytes of its journal were kept\n' $rank "$before" "$(stat -c %s $folder/.nation/journal)"
done
expect_exit 75 mpi 2 nation land.yaml -n 100000 -o land-timed --time 2s
expect_text err.txt "the same command goes on"
expect_exit 0 mpi 3 nation land.yaml -o land-timed -j 2
same_nation land-timed
sed 's/replications: 3/replications: 3000/' plan.yaml >long.yaml
expect_exit 75 mpi 3 sweep long.yaml -o timed --time 2s
expect_exit 75 mpi 2 resume timed --time 1s
expect_text err.txt "runs are remembered"
sed 's/scale: 2/scale: x/' land.yaml >wrong.yaml
expect_exit 3 mpi 2 nation wrong.yaml -o wrong
# A rank that reads another plan ends the job.
sed 's/scale: 2/scale: 3/' land.yaml >other.yaml
if unshare -m true 2>/dev/null; then
    expect_exit 4 timeout -k 5 300 mpirun --oversubscribe -n 1 "$SAMSPIL_MPI" nation land.yaml -o land-other : \
        -n 1 unshare -m sh -c "mount --bind other.yaml land.yaml && exec $SAMSPIL_MPI nation land.yaml -o land-other"
    expect_text err.txt "all processes must see the same"
fi

# A signal, which mpirun hands to every rank: stopped in time, to be resumed.
timeout -k 5 300 mpirun --oversubscribe -n 3 "$SAMSPIL_MPI" run "$toy" "$more" -o stopped -n $n >out.txt 2>err.txt &
job=$!
begun stopped 4
kill -USR1 "$(pgrep -n -x mpirun)"
code=0
wait $job || code=$?
[[ $code -eq 75 ]] || fail "exit $code instead of 75 after SIGUSR1: $(cat err.txt)"
expect_text err.txt "samspil resume stopped"
expect_exit 0 mpi 3 resume stopped
same_bytes whole/minimal.h5 stopped/minimal.h5

# Two machines, as two network namespaces: 2 + 2 ranks over TCP.
need ip iproute2
clean_up() {
    ip netns del samspil-a 2>/dev/null
    ip netns del samspil-b 2>/dev/null
    cd / && rm -rf "$here"
}
trap clean_up EXIT
ip netns add samspil-a && ip netns add samspil-b &&
    ip link add sams-a type veth peer name sams-b &&
    ip link set sams-a netns samspil-a && ip link set sams-b netns samspil-b &&
    ip -n samspil-a addr add 10.77.0.1/24 dev sams-a && ip -n samspil-b addr add 10.77.0.2/24 dev sams-b ||
    skip "network namespaces cannot be made here; everything before was tested"
for space in a b; do
    ip -n samspil-$space link set lo up
    ip -n samspil-$space link set sams-$space up
done
cat >agent.sh <<'AGENT'
#!/bin/sh
# mpirun calls it as ssh: HOST COMMAND...
host=$1
shift
case "$host" in 10.77.0.1) space=samspil-a ;; *) space=samspil-b ;; esac
exec ip netns exec $space sh -c "$*"
AGENT
chmod +x agent.sh
expect_exit 0 timeout -k 5 300 ip netns exec samspil-a mpirun --mca plm_rsh_agent "$here/agent.sh" --mca btl tcp,self \
    --mca btl_tcp_if_include 10.77.0.0/24 --mca oob_tcp_if_include 10.77.0.0/24 --host 10.77.0.1:2,10.77.0.2:2 \
    --oversubscribe -n 4 sh -c 'ip netns identify $$ >space.$OMPI_COMM_WORLD_RANK; exec "$0" "$@"' \
    "$SAMSPIL_MPI" run "$toy" "$more" -o spaces -n $n
[[ $(cat space.* | sort | uniq -c | awk '{print $1 $2}' | tr '\n' ' ') == "2samspil-a 2samspil-b " ]] || fail "ranks were at $(cat space.*)"
for name in minimal legeby-flere-pladser; do same_bytes whole/$name.h5 spaces/$name.h5; done
finish
