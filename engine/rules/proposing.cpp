// SPDX-License-Identifier: MPL-2.0
#include "engine/rules/proposing.hpp"

#include "engine/base/errors.hpp"

namespace samspil {
void append_wishes(Proposals& to, const Proposals& from)
{
    to.information.append(from.information);
    to.access.append(from.access);
    to.places.append(from.places);
    to.people.append(from.people);
    to.volunteering.append(from.volunteering);
    to.money.append(from.money);
}

void propose_in_blocks(Moment& moment, const Workers& workers, std::size_t n, std::size_t block,
                       FunctionRef<void(Moment& own, std::size_t block_index, std::size_t begin, std::size_t end)> body)
{
    const std::size_t count = block_count(workers, n, block);
    if (count == 0) return;
    if (count == 1) return body(moment, 0, 0, n);
    World& world = moment.world;
    std::vector<Proposals> parts(count);
    for (Proposals& part : parts) {
        part.change.resize(moment.scenario().neighbourhoods.size(), world.units.size(), world.centres.size());
    }
    for_blocks(workers, n, block, [&](std::size_t index, std::size_t begin, std::size_t end) {
        Moment own{moment.premises, world, moment.chance, moment.week, parts[index]};
        body(own, index, begin, end);
    });
    for (const Proposals& part : parts) {
        SAMSPIL_EXPECT(part.applications.empty() && part.leaves.empty(), "no queue changes while blocks of an ordered rule propose");
        moment.out.change.add(part.change);
        moment.out.events.insert(moment.out.events.end(), part.events.begin(), part.events.end());
        append_wishes(moment.out, part);
    }
}

} // namespace samspil
