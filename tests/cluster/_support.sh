# SPDX-License-Identifier: MPL-2.0
# For tests that need packages setup.sh does not install, and root. 77 tells ctest that a test was skipped.
source "$SAMSPIL_SOURCE_DIR/tests/cli/_support.sh"
# These take minutes. A program that is built anew meanwhile is another one, which refuses what the older began.
mkdir "$here/program"
for program in samspil samspil-mpi; do cp "$(dirname "$SAMSPIL")/$program" "$here/program/" 2>/dev/null; done
SAMSPIL=$here/program/samspil

skip() {
    printf 'skipped: %s\n' "$*"
    exit 77
}
need_root() { [[ $EUID -eq 0 ]] || skip "this test starts servers and network namespaces: run it as root"; }
# need COMMAND PACKAGE
need() { command -v "$1" >/dev/null || skip "$1 is not here; as root: apt-get install --no-install-recommends $2"; }
need_mpi() {
    need mpirun "libopenmpi-dev openmpi-bin"
    SAMSPIL_MPI=$(dirname "$SAMSPIL")/samspil-mpi
    [[ -x $SAMSPIL_MPI ]] || skip "samspil-mpi was not built: install libopenmpi-dev, then run CMake again"
    export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
}
# same_bytes A.h5 B.h5
same_bytes() { expect_exit 0 "$SAMSPIL" verify "$1" "$2"; }
