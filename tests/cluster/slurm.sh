# SPDX-License-Identifier: MPL-2.0
# Real Slurm on this machine, with its own configuration and ports: an array of 50 tasks, some of which are killed or stopped
# by the limit of their time, submitted again until nothing is missing; the merged result has the bytes of a local run.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"
need_root
need slurmctld slurmctld
need slurmd slurmd
need sbatch slurm-client
need munged munge
more="$SAMSPIL_SOURCE_DIR/scenarios/legeby-flere-pladser.yaml"

# --- servers, below a folder of their own
slurm=$here/slurm
mkdir -p "$slurm"/{state,spool,munge}
chmod 755 "$here" "$slurm"
export SLURM_CONF=$slurm/slurm.conf
dd if=/dev/urandom of="$slurm/munge/key" bs=1024 count=1 status=none
chmod 400 "$slurm/munge/key"
chmod 755 "$slurm/munge"
chown -R munge:munge "$slurm/munge"
node=$(hostname -s)
cat >"$SLURM_CONF" <<CONF
ClusterName=samspil
SlurmctldHost=$node(127.0.0.1)
SlurmUser=root
SlurmctldPort=17817
SlurmdPort=17818
AuthInfo=socket=$slurm/munge/socket
StateSaveLocation=$slurm/state
SlurmdSpoolDir=$slurm/spool
SlurmctldPidFile=$slurm/ctld.pid
SlurmdPidFile=$slurm/d.pid
SlurmctldLogFile=$slurm/ctld.log
SlurmdLogFile=$slurm/d.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
KillWait=5
SlurmdParameters=config_overrides
SchedulerParameters=sched_interval=2
NodeName=$node NodeAddr=127.0.0.1 CPUs=4 RealMemory=500 State=UNKNOWN
PartitionName=day Nodes=$node Default=YES State=UP OverSubscribe=NO
CONF
servers=()
stop_servers() {
    scancel --me 2>/dev/null
    for pid in "${servers[@]}"; do kill "$pid" 2>/dev/null; done
    wait 2>/dev/null
    cd / && rm -rf "$here"
}
trap stop_servers EXIT
setpriv --reuid=munge --regid=munge --clear-groups munged --force --foreground --key-file="$slurm/munge/key" \
    --socket="$slurm/munge/socket" --pid-file="$slurm/munge/pid" --log-file="$slurm/munge/log" --seed-file="$slurm/munge/seed" >"$slurm/munged.txt" 2>&1 &
servers+=($!)
for _ in $(seq 50); do [[ -S $slurm/munge/socket ]] && break || sleep 0.1; done
[[ -S $slurm/munge/socket ]] || { cat "$slurm/munged.txt" "$slurm/munge/log"; echo "munged does not start"; exit 1; }
slurmctld -D >"$slurm/ctld.txt" 2>&1 &
servers+=($!)
slurmd -D -N "$node" >"$slurm/d.txt" 2>&1 &
servers+=($!)
for _ in $(seq 100); do sinfo -h -o %T 2>/dev/null | grep -q idle && break || sleep 0.2; done
sinfo -h -o %T | grep -q idle || { sinfo; tail -n 8 "$slurm"/*.log "$slurm"/*.txt; echo "Slurm does not start"; exit 1; }
echo "Slurm $(sinfo --version | cut -d' ' -f2) is ready after $SECONDS s"

# queue_is_empty SECONDS
queue_is_empty() {
    local empty=0 jobs
    for _ in $(seq $((2 * $1))); do
        if jobs=$(squeue -h) && [[ -z $jobs ]]; then empty=$((empty + 1)); else empty=0; fi
        [[ $empty -eq 3 ]] && return # a job on its way back into the queue may be in none for a moment
        sleep 0.5
    done
    fail "jobs are still there: $(squeue)"
}

# queued_again JOB: a job that is queued again rests for two minutes, but not here. Within the second it ended in, slurmd takes a
# new start for the old one, whose credential is revoked, and Slurm kills the job for good.
queued_again() {
    for _ in $(seq 300); do
        scontrol show job "$1" | grep -q 'Restarts=1' && break
        sleep 0.2
    done
    scontrol show job "$1" | grep -q 'Restarts=1' || return 1
    sleep 3
    scontrol update jobid="$1" starttime=now 2>/dev/null
    return 0
}

expect_exit 0 "$SAMSPIL" run "$toy" "$more" -o whole -n 100
expect_exit 0 "$SAMSPIL" batch plan "$toy" "$more" -n 100 --tasks 50 -o fifty --time 10m
begin=$SECONDS
expect_exit 0 "$SAMSPIL" batch submit fifty
expect_text out.txt "Submitted batch job"
# Again while they wait and run: nothing is queued twice. A queue that gives no answer is no empty queue.
expect_exit 0 "$SAMSPIL" batch submit fifty
expect_text err.txt "wait or run already: "
! grep -q "Submitted" out.txt || fail "queued twice: $(cat out.txt)"
mkdir silent && printf '#!/bin/sh\nexit 1\n' >silent/squeue && chmod +x silent/squeue
expect_exit 4 env PATH="$here/silent:$PATH" "$SAMSPIL" batch submit fifty
expect_text err.txt "samspil batch submit fifty --force"
# Six of the array's workers are killed as they work.
killed=0
for _ in $(seq 3000); do
    pid=$(pgrep -f "batch worker $here/fifty" | head -1)
    if [[ -n $pid ]] && kill -KILL "$pid" 2>/dev/null; then killed=$((killed + 1)); fi
    [[ $killed -ge 6 || -z $(squeue -h) ]] && break
    sleep 0.2
done
[[ $killed -eq 6 ]] || fail "only $killed workers were killed"
expect_exit 5 "$SAMSPIL" batch merge fifty
# While others still wait, those that were killed are queued again, and only those.
for _ in $(seq 100); do
    "$SAMSPIL" batch submit fifty >out.txt 2>err.txt || fail "submit: $(cat err.txt)"
    [[ $(squeue -h -o %F | sort -u | wc -l) -ge 2 ]] && break
    sleep 0.2
done
grep -q Submitted out.txt || fail "the killed were not queued again: $(cat out.txt err.txt)"
squeue -h -r -o %K | sort -n | uniq -d | grep . && fail "tasks are in the queue twice: $(squeue -r)"
queue_is_empty 600
expect_exit 0 "$SAMSPIL" batch submit fifty
queue_is_empty 300
[[ $(grep -l "task [0-9]* is done" fifty/batch/task-*.log | wc -l) -eq 50 ]] || fail "not every task is done"
[[ $(cat fifty/batch/task-*.log | grep -c "task [0-9]* is done") -eq 50 ]] || fail "tasks were done twice"
expect_exit 0 "$SAMSPIL" status fifty
expect_text out.txt "samspil batch merge fifty"
expect_exit 0 "$SAMSPIL" batch merge fifty
for name in minimal legeby-flere-pladser; do same_bytes whole/$name.h5 fifty/$name.h5; done
echo "50 tasks, $killed killed: $((SECONDS - begin)) s"

# Slurm's signal: the task ends with 75, is queued again by its script, and goes on where it was.
expect_exit 0 "$SAMSPIL" batch plan "$toy" "$more" -n 100 --tasks 1 -o long
expect_exit 0 "$SAMSPIL" batch submit long
job=$(grep -o '[0-9]*' out.txt | head -1)
for _ in $(seq 600); do
    [[ $(find long/.parts -name '*.h5' | wc -l) -ge 6 ]] && break
    sleep 0.05
done
scancel --batch --signal=USR1 "${job}_1"
queued_again "$job" || fail "it was not queued again: $(scontrol show job "$job") $(cat long/batch/*.log)"
expect_text long/batch/task-1.log "samspil batch worker"
[[ $(find long/.parts -name '*.h5' | wc -l) -lt 200 ]] || fail "it was not stopped midway"
queue_is_empty 400
expect_exit 0 "$SAMSPIL" batch merge long
[[ -e long/minimal.h5 ]] || cat long/batch/*.log "$slurm/ctld.log"
for name in minimal legeby-flere-pladser; do same_bytes whole/$name.h5 long/$name.h5; done

# An MPI job below Slurm.
if [[ -x $(dirname "$SAMSPIL")/samspil-mpi ]]; then
    cat >mpi.sbatch <<JOB
#!/bin/bash
#SBATCH --ntasks=4
#SBATCH --output=mpi.log
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
srun --mpi=pmix "$(dirname "$SAMSPIL")/samspil-mpi" run "$toy" "$more" -o srun -n 100
JOB
    expect_exit 0 sbatch mpi.sbatch
    queue_is_empty 300
    [[ -e srun/minimal.h5 ]] || fail "srun: $(cat mpi.log)"
    for name in minimal legeby-flere-pladser; do same_bytes whole/$name.h5 srun/$name.h5; done

    # A study as a job that is stopped in time, queued again and goes on, as docs/cluster.md has it.
    printf 'samspil: 1\nstudy: sweep\nbase: %s\noptions: [%s]\nweeks: 4\nreplications: 30\ngoals: [reach.municipal]\nfactors: [{path: assumptions.consider}]\ndesign: {kind: latin_hypercube, points: 16}\n' "$toy" "$more" >plan.yaml
    cat >study.sbatch <<JOB
#!/bin/bash
#SBATCH --ntasks=2
#SBATCH --signal=USR1@60 --requeue --open-mode=append
#SBATCH --output=study.log
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
DIR=studied
if [ -d "\$DIR/.study" ]; then what=(resume "\$DIR"); else what=(sweep plan.yaml -o "\$DIR"); fi
srun --mpi=pmix "$(dirname "$SAMSPIL")/samspil-mpi" "\${what[@]}"
[ \$? -ne 75 ] || scontrol requeue "\$SLURM_JOB_ID"
JOB
    expect_exit 0 "$SAMSPIL" sweep plan.yaml -o study
    expect_exit 0 sbatch study.sbatch
    job=$(grep -o '[0-9]*' out.txt | head -1)
    for _ in $(seq 1200); do
        [[ $(stat -c %s studied/.study/journal 2>/dev/null || echo 0) -gt 60000 ]] && break
        sleep 0.05
    done
    scancel --signal=USR1 "$job"
    queued_again "$job" || fail "the study was not queued again: $(scontrol show job "$job") $(cat study.log)"
    queue_is_empty 400
    expect_text study.log "runs are remembered"
    same_bytes study/study.h5 studied/study.h5
fi
finish
