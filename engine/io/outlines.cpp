// SPDX-License-Identifier: MPL-2.0
#include "engine/io/outlines.hpp"

#include "engine/io/nearest.hpp"
#include "engine/io/say.hpp"
#include "engine/io/tables.hpp"

#include <map>
#include <set>
#include <tuple>

namespace samspil {
namespace {

constexpr std::size_t fewest_points = 3;

void report_unknown(const Table& table, const TableRow& row, const std::string& id, std::span<const Neighbourhood> known,
                    Diagnostics& out)
{
    std::vector<std::string_view> ids;
    for (const Neighbourhood& n : known) ids.push_back(n.id);
    out.add(error_at(table.origin(row, "neighbourhood"), "neighbourhood",
                     say("intet lokalsamfund hedder '{}'", "no neighbourhood is named '{}'", id), did_you_mean(nearest(id, ids))));
}

/// Many formats say the first point again at the end.
void open_ring(std::vector<MapPoint>& points)
{
    if (points.size() > 1 && points.front() == points.back()) points.pop_back();
}

} // namespace

std::vector<Outline> outlines_of(const Table& table, std::span<const Neighbourhood> neighbourhoods, bool neighbourhoods_known,
                                 Diagnostics& out)
{
    const std::size_t ring = table.column("ring"), point = table.column("point"), x = table.column("x_m"), y = table.column("y_m"),
                      id = table.column("neighbourhood"), source = table.column("source");
    std::map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < neighbourhoods.size(); ++i) index[neighbourhoods[i].id] = i;
    std::map<std::tuple<std::size_t, double, double>, const TableRow*> ordered; // neighbourhood, ring, point
    std::set<std::string_view> unknown;
    for (const TableRow& row : table.rows) {
        const auto found = index.find(row.texts[id]);
        if (found != index.end()) ordered[{found->second, row.numbers[ring], row.numbers[point]}] = &row;
        else if (unknown.insert(row.texts[id]).second && neighbourhoods_known)
            report_unknown(table, row, row.texts[id], neighbourhoods, out);
    }
    std::vector<Outline> outlines;
    for (auto at = ordered.begin(); at != ordered.end();) {
        const auto [where, number, first] = at->first;
        const TableRow& head = *at->second;
        Outline outline{neighbourhoods[where].key, {}, head.texts[source]};
        for (; at != ordered.end() && std::get<0>(at->first) == where && std::get<1>(at->first) == number; ++at)
            outline.points.push_back({static_cast<int>(at->second->numbers[x]), static_cast<int>(at->second->numbers[y])});
        open_ring(outline.points);
        if (outline.points.size() >= fewest_points) {
            outlines.push_back(std::move(outline));
        } else if (table.complete) { // else the missing points have been reported
            out.add(error_at(table.origin(head, "ring"), "ring",
                             say("ringen om '{}' har {} punkter", "the ring round '{}' has {} points", head.texts[id], outline.points.size()),
                             {"en ring har mindst tre punkter", "a ring has at least three points"}));
        }
    }
    return outlines;
}

} // namespace samspil
