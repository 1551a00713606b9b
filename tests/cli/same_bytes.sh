# SPDX-License-Identifier: MPL-2.0
# One scenario gives one result: whatever the threads, the block size, the number of replications and the company.
source "$(dirname "${BASH_SOURCE[0]}")/_support.sh"

expect_exit 0 "$SAMSPIL" run "$toy" -o one -n 6 -j 1
for threads in 2 7; do
    expect_exit 0 "$SAMSPIL" run "$toy" -o "threads-$threads" -n 6 -j $threads
    expect_exit 0 "$SAMSPIL" verify one/minimal.h5 "threads-$threads/minimal.h5"
done
expect_exit 0 "$SAMSPIL" run "$toy" -o blocks -n 6 -j 2 --block 7
expect_exit 0 "$SAMSPIL" verify one/minimal.h5 blocks/minimal.h5
expect_exit 0 "$SAMSPIL" run "$toy" -o more -n 9
expect_exit 0 "$SAMSPIL" verify one/minimal.h5 more/minimal.h5 --first 6
expect_exit 6 "$SAMSPIL" verify one/minimal.h5 more/minimal.h5
expect_text out.txt replication
expect_exit 0 "$SAMSPIL" verify one/minimal.h5 --rerun 5

mkdir -p project/scenarios && cp -r "$SAMSPIL_SOURCE_DIR/data" project/data
cp "$toy" project/scenarios/a.yaml
sed "s/visitation_rule: minimum/visitation_rule: exact/" "$toy" >project/scenarios/b.yaml
expect_exit 0 "$SAMSPIL" run project/scenarios/a.yaml project/scenarios/b.yaml -o pair -n 6
expect_exit 0 "$SAMSPIL" verify one/minimal.h5 pair/a.h5

expect_exit 0 "$SAMSPIL" run "$toy" -o seed -n 6 --seed 2
expect_exit 6 "$SAMSPIL" verify one/minimal.h5 seed/minimal.h5
expect_text out.txt "not the same"
finish
