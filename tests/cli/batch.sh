# SPDX-License-Identifier: MPL-2.0
# A run as tasks without a queue system: workers that are killed, stopped in time, started twice or again; the merged
# result has the bytes of `run`, and what is missing is named with the command that makes it.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
more="$SAMSPIL_SOURCE_DIR/scenarios/legeby-flere-pladser.yaml"
# same FOLDER NAME: one of the results is enough, each costs as much as all the rest
same() { expect_exit 0 "$SAMSPIL" verify "whole/$2.h5" "$1/$2.h5"; }
set -m

# A queue that tells what is in queued.txt, takes what it is given, and writes down what it was asked.
mkdir bin
printf '#!/bin/sh\necho "squeue ${SQUEUE_STATES-none} $@" >>%q\ncat %q\n' "$here/asked.txt" "$here/queued.txt" >bin/squeue
for name in sbatch scontrol; do printf '#!/bin/sh\necho "%s $@" >>%q\n' $name "$here/asked.txt" >bin/$name; done
chmod +x bin/*
PATH="$here/bin:$PATH"
: >queued.txt
: >asked.txt

expect_exit 0 "$SAMSPIL" run "$toy" "$more" -o whole -n 6 -j 1
expect_exit 0 "$SAMSPIL" batch plan "$toy" "$more" -n 6 --tasks 5 --time 90m -j 2 -o "a batch"
for words in "--array=1-5" "--time=1:30:00" "--cpus-per-task=2" "--requeue" "a\\ batch/batch/task-%a.log"; do
    expect_text "a batch/batch/samspil.sbatch" "$words"
done
bash -n "a batch/batch/samspil.sbatch" || fail "the script is no script"
expect_exit 0 "$SAMSPIL" batch submit "a batch" --dry-run -- --partition=day
expect_text out.txt "sbatch --array=1-5 '--output=$here/a batch/batch/task-%a.log' --partition=day --job-name=$(sed -n 's/^#SBATCH --job-name=//p' "a batch/batch/samspil.sbatch") '$here/a batch/batch/samspil.sbatch' '$here/a batch'"
expect_exit 2 "$SAMSPIL" batch plan "$toy" "$more" -n 6 --tasks 5 -o "a batch"
mv "a batch/batch" aside
expect_exit 4 "$SAMSPIL" batch submit "a batch" --dry-run
expect_text err.txt "samspil batch worker 'a batch' --task K" # can be pasted
mv aside "a batch/batch"
mv "a batch" b # a folder is not tied to its place
expect_exit 0 "$SAMSPIL" batch submit b --dry-run
expect_text out.txt "--output=$here/b/batch/task-%a.log "
expect_text out.txt " $here/b/batch/samspil.sbatch $here/b"

expect_exit 2 "$SAMSPIL" batch worker b --task 6 -j 1
[[ ! -e b/.parts/task-6.lock ]] || fail "a lock of a task that is not there"
expect_exit 0 "$SAMSPIL" batch worker b --task 2 -j 1
expect_exit 0 env SLURM_ARRAY_TASK_ID=4 "$SAMSPIL" batch worker b -j 1
expect_exit 0 "$SAMSPIL" batch worker b --task 2 -j 1 # again: nothing is left
expect_exit 5 "$SAMSPIL" batch merge b
expect_text err.txt "8 replications are missing, in 3 of 5 tasks: 1,3,5"
expect_text err.txt "samspil batch worker b --task 1"
expect_exit 0 "$SAMSPIL" status b
expect_text out.txt "3 of 5 tasks are missing: 1,3,5"
expect_exit 0 "$SAMSPIL" status b --json
python3 -c 'import json; s = json.load(open("out.txt")); assert (s["tasks"], s["missing_tasks"]) == (5, "1,3,5"), s' || fail "status --json"
[[ ! -e b/minimal.h5 ]] || fail "a result of an incomplete batch"

# Only what neither is done nor waits nor runs is queued; a queue that gives no answer is no empty queue.
name=$(sed -n 's/^#SBATCH --job-name=//p' b/batch/samspil.sbatch)
[[ $name == samspil-???????? ]] || fail "the job is called $name"
printf '3\nN/A\n4\n' >queued.txt
: >asked.txt
for words in "extra" "-- --array=1-3%1" "-- -a1" "-- -M other" "-- --clusters=other"; do
    # shellcheck disable=SC2086
    expect_exit 2 "$SAMSPIL" batch submit b $words
done
[[ ! -s asked.txt ]] || fail "wrong words asked: $(cat asked.txt)"
expect_exit 0 env SQUEUE_STATES=RUNNING "$SAMSPIL" batch submit b
expect_text asked.txt "squeue none"
expect_text asked.txt "--states=PENDING,RUNNING,SUSPENDED,COMPLETING"
expect_text err.txt "wait or run already: 3"
expect_text asked.txt "--name=$name "
expect_text asked.txt "sbatch --array=1,5 "
printf '1\n3\n5\n' >queued.txt
: >asked.txt
expect_exit 0 "$SAMSPIL" batch submit b -- --job-name=other
expect_text err.txt "wait or run already: 1,3,5"
! grep -q sbatch asked.txt || fail "queued twice: $(cat asked.txt)"
expect_exit 0 "$SAMSPIL" batch submit b --force
expect_text asked.txt "sbatch --array=1,3,5 "
rm queued.txt
: >asked.txt
expect_exit 4 "$SAMSPIL" batch submit b
expect_text err.txt "samspil batch submit b --force"
! grep -q sbatch asked.txt || fail "queued without an answer: $(cat asked.txt)"
expect_exit 4 env PATH=/nowhere "$SAMSPIL" batch submit b
expect_text err.txt "the queue does not answer"
expect_exit 0 env PATH=/nowhere "$SAMSPIL" batch submit b --dry-run
expect_text out.txt "sbatch --array=1,3,5 "
expect_text err.txt "are among these"
expect_exit 4 env PATH=/nowhere "$SAMSPIL" batch submit b --force
expect_text err.txt "sbatch cannot be started here"
printf '#!/bin/sh\nexit 7\n' >bin/sbatch
expect_exit 4 "$SAMSPIL" batch submit b --force
expect_text err.txt "sbatch ended with 7"
(flock 9 && expect_exit 4 "$SAMSPIL" batch submit b --force && expect_text err.txt "another samspil is at work here" && exit $failures) 9>b/batch/submit.lock || fail "two at a time"

# stop_worker SIGNAL: task 1 of a longer batch, with some of its parts there; another worker may not have the same task.
expect_exit 0 "$SAMSPIL" batch plan "$toy" "$more" -n 6 --tasks 1 -o long
stop_worker() {
    "$SAMSPIL" batch worker long --task 1 -j 1 >long.txt 2>&1 &
    local job=$! before
    before=$(find long/.parts -name '*.h5' | wc -l)
    for _ in $(seq 1000); do
        [[ $(find long/.parts -name '*.h5' | wc -l) -gt $before ]] && break
        sleep 0.02
    done
    [[ $1 != KILL ]] || expect_exit 4 "$SAMSPIL" batch worker long --task 1 -j 1
    [[ $1 != KILL ]] || expect_exit 5 "$SAMSPIL" batch merge long
    kill "-$1" $job
    code=0
    wait $job || code=$?
}
# script_ends SIGNAL: the script of Slurm without Slurm; what it asks the queue for lands in asked.txt.
expect_exit 0 "$SAMSPIL" batch plan "$toy" -n 100000 --tasks 1 -o queued
script_ends() {
    : >asked.txt
    local before job
    before=$(find queued/.parts -name '*.h5' | wc -l)
    SLURM_ARRAY_JOB_ID=7 SLURM_ARRAY_TASK_ID=1 SLURM_CPUS_PER_TASK=1 bash queued/batch/samspil.sbatch >script.txt 2>&1 &
    job=$!
    for _ in $(seq 1000); do
        [[ $(find queued/.parts -name '*.h5' | wc -l) -gt $before ]] && break
        sleep 0.02
    done
    kill "-$1" $job
    code=0
    wait $job || code=$?
    [[ $code -eq 75 ]] || fail "the script after SIG$1: exit $code instead of 75: $(cat script.txt)"
}
script_ends USR1
expect_text asked.txt "requeue 7_1"
script_ends TERM
[[ ! -s asked.txt ]] || fail "a cancelled task asked for: $(cat asked.txt)"

stop_worker KILL
[[ $code -eq 137 ]] || fail "killed: exit $code"
stop_worker USR1
[[ $code -eq 75 ]] || fail "SIGUSR1: exit $code instead of 75: $(cat long.txt)"
expect_text long.txt "samspil batch worker long --task 1"
expect_exit 0 "$SAMSPIL" batch worker long --task 1 -j 1
expect_exit 0 "$SAMSPIL" batch merge long
same long minimal

# A part that was damaged is made again.
for task in 1 3 5; do "$SAMSPIL" batch worker b --task $task -j 1 2>/dev/null & done
wait
printf 'x' | dd of=b/.parts/minimal.r2.h5 bs=1 seek=5000 conv=notrunc status=none
expect_exit 0 "$SAMSPIL" status b
expect_text out.txt "1 of 5 tasks is missing: 3"
expect_exit 5 "$SAMSPIL" batch merge b
expect_text err.txt "1 replication is missing, in 1 of 5 tasks: 3"
expect_exit 0 "$SAMSPIL" batch worker b --task 3 -j 1
expect_exit 0 "$SAMSPIL" batch merge b
same b legeby-flere-pladser
[[ ! -e b/.parts ]] || fail "b still has parts"
expect_exit 0 "$SAMSPIL" batch merge b
expect_exit 0 "$SAMSPIL" batch worker b --task 1 -j 1
expect_text err.txt "finished already"

# What is left of a batch can also be run here; and time is kept.
expect_exit 0 "$SAMSPIL" batch plan "$toy" "$more" -n 6 --tasks 6 -o here
expect_exit 0 "$SAMSPIL" batch worker here --task 6 -j 1
expect_exit 0 "$SAMSPIL" resume here -j 1
same here legeby-flere-pladser
expect_exit 75 "$SAMSPIL" run "$toy" -o timed -n 100000 -j 1 --time 1s
expect_text err.txt "samspil resume timed"

for wrong in "" "plan" "plan $toy -o x -n 4" "plan $toy -o x -n 4 --tasks 5" "plan $toy -o x -n 4 --tasks 0" "plan $toy -o x -n 4 --tasks 2 --time 2x" "plan $toy -o x -n 4 --tasks 2 --time 2m" \
    "plan $toy -o x -n 4 --tasks 2 --until-ci reach.municipal=0.1" "worker long" "worker" "merge" "submit" "no-such" "worker timed --task 1"; do
    # shellcheck disable=SC2086
    expect_exit 2 "$SAMSPIL" batch $wrong
    [[ ! -e x ]] || fail "a folder was made for: batch $wrong"
done
expect_exit 3 "$SAMSPIL" batch plan "$toy" -o x -n 4 --tasks 2 -s assumptions.consider=many
expect_exit 4 "$SAMSPIL" batch worker nowhere --task 1

# A batch is not finished on other tables than it was begun on: one that is changed, one that goes, one that comes.
mkdir -p town/scenarios town/data
cp "$toy" town/scenarios/
cp -r "$SAMSPIL_SOURCE_DIR/data/toy" town/data/
other_tables() { # other_tables WORDS: every way to go on is refused, nothing is lost
    for go_on in "batch worker tables --task 2 -j 1" "batch merge full" "resume tables -j 1"; do
        # shellcheck disable=SC2086
        expect_exit 2 "$SAMSPIL" $go_on
        expect_text err.txt "$1 since the run began; put the tables back as they were and it goes on; or begin again with samspil batch plan --force"
    done
}
expect_exit 0 "$SAMSPIL" batch plan town/scenarios/minimal.yaml -n 2 --weeks 10 --tasks 2 -o tables
expect_exit 0 "$SAMSPIL" batch worker tables --task 1 -j 1
cp -r tables full
expect_exit 0 "$SAMSPIL" batch worker full --task 2 -j 1
mv town/data/toy/services.csv kept.csv
other_tables "data/toy/services.csv has disappeared"
expect_exit 0 "$SAMSPIL" batch plan town/scenarios/minimal.yaml -n 2 --weeks 10 --tasks 2 -o without
expect_exit 0 "$SAMSPIL" batch worker without --task 1 -j 1
sed '$d' kept.csv >town/data/toy/services.csv
other_tables "data/toy/services.csv has changed"
expect_exit 2 "$SAMSPIL" batch worker without --task 2 -j 1
expect_text err.txt "data/toy/services.csv has been added since the run began"
cp kept.csv town/data/toy/services.csv
expect_exit 0 "$SAMSPIL" batch worker tables --task 2 -j 1
expect_exit 0 "$SAMSPIL" batch merge tables

# A signal that comes while tables are read stops as any other does.
if command -v cc >/dev/null; then
    cat >early.c <<'C'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
static int opened(const char* name, const char* path, int how, int mode)
{
    if (strstr(path, "centres.csv")) kill(getpid(), SIGUSR1);
    return ((int (*)(const char*, int, int))dlsym(RTLD_NEXT, name))(path, how, mode);
}
int open(const char* path, int how, int mode) { return opened("open", path, how, mode); }
int open64(const char* path, int how, int mode) { return opened("open64", path, how, mode); }
C
    cc -shared -fPIC -w -o early.so early.c || fail "early.c"
    expect_exit 0 "$SAMSPIL" batch plan "$toy" -n 2 --tasks 2 -o early
    expect_exit 75 env LD_PRELOAD="$here/early.so" ASAN_OPTIONS=verify_asan_link_order=0 "$SAMSPIL" batch worker early --task 1 -j 1
    expect_text err.txt "samspil batch worker early --task 1"
    printf 'samspil: 1\nstudy: sweep\nbase: %s\nweeks: 12\nreplications: 2\nfactors:\n  - {path: assumptions.consider}\ndesign: {kind: grid, steps: 2}\n' "$toy" >early-sweep.yaml
    printf 'samspil: 1\nseed: 7\nweeks: 20\nreplications: 2\nmunicipalities:\n  - {id: x, scenario: %s}\n' "$toy" >early-nation.yaml
    for words in "run $toy -n 2 -o early-run" "resume early-run" "sweep early-sweep.yaml -o early-sweep" "resume early-sweep" "nation early-nation.yaml -o early-nation"; do
        # shellcheck disable=SC2086
        expect_exit 75 env LD_PRELOAD="$here/early.so" ASAN_OPTIONS=verify_asan_link_order=0 "$SAMSPIL" $words -j 1
    done
    expect_exit 0 "$SAMSPIL" resume early-run -j 1
fi

# A file system without locks is said aloud; so is a lock over NFS, which refuses a file that is not open for writing.
if command -v cc >/dev/null; then
    cat >locks.c <<'C'
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
int flock(int file, int how)
{
    const int writes = (fcntl(file, F_GETFL) & O_ACCMODE) == O_RDWR;
    errno = getenv("NO_LOCKS") ? ENOLCK : EBADF;
    return getenv("NO_LOCKS") || ((how & LOCK_EX) && !writes) ? -1 : 0;
}
C
    cc -shared -fPIC -o locks.so locks.c || fail "locks.c"
    other_locks=(env "LD_PRELOAD=$here/locks.so" ASAN_OPTIONS=verify_asan_link_order=0)
    expect_exit 0 "$SAMSPIL" batch plan "$toy" -n 2 --weeks 10 --tasks 2 -o locks
    expect_exit 0 "${other_locks[@]}" "$SAMSPIL" batch worker locks --task 1 -j 1
    ! grep -q "cannot be locked" err.txt || fail "over NFS: $(cat err.txt)"
    expect_exit 0 "${other_locks[@]}" NO_LOCKS=1 "$SAMSPIL" batch worker locks --task 2 -j 1
    expect_text err.txt "warning: files in locks cannot be locked"
    expect_exit 0 "${other_locks[@]}" "$SAMSPIL" batch merge locks
    ! grep -q "cannot be locked" err.txt || fail "over NFS: $(cat err.txt)"
fi

# Nobody reads what it says: a run goes on.
mkfifo unread
exec 9<>unread
head -c 1000000 /dev/zero | timeout 2 tee /dev/fd/9 >/dev/null
"$SAMSPIL" run "$toy" -o quiet -n 3 -j 1 2>&9 &
job=$!
for _ in $(seq 300); do
    [[ -e quiet/minimal.h5 ]] && break
    sleep 0.1
done
[[ -e quiet/minimal.h5 ]] || fail "a full pipe on stderr holds a run up"
kill -KILL $job
exec 9>&-
finish
