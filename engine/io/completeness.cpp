// SPDX-License-Identifier: MPL-2.0
#include "engine/io/completeness.hpp"

#include "engine/io/scenario_file.hpp"
#include "engine/io/table_guide.hpp"

#include <algorithm>

namespace samspil {

Footing footing_of(Evidence tag, std::string_view source)
{
    if (tag == Evidence::assumed || tag == Evidence::recalled) return Footing::assumed;
    for (const std::string_view word : {"lånt", "Lånt", "borrowed", "Borrowed"})
        if (source.starts_with(word)) return Footing::borrowed;
    return Footing::own;
}

void FootingCount::add(Footing footing)
{
    if (footing == Footing::own) ++own;
    if (footing == Footing::borrowed) ++borrowed;
    if (footing == Footing::assumed) ++assumed;
}

TableFooting footing_of(const Table& table)
{
    TableFooting footing{table.info, {}, table.dialect};
    const std::size_t tag = table.column("tag"), source = table.column("source");
    for (const TableRow& row : table.rows)
        footing.rows.add(footing_of(static_cast<Evidence>(row.numbers[tag]), row.texts[source]));
    return footing;
}

FootingCount register_footing(const LoadedScenario& loaded)
{
    FootingCount count;
    for (const Field& field : parameter_fields()) {
        const std::string path = "assumptions." + std::string(field.key);
        const auto solved = loaded.evidence.find(path);
        if (solved != loaded.evidence.end()) {
            count.add(footing_of(solved->second.tag, solved->second.source));
        } else if (loaded.origins.contains(path)) {
            count.add(Footing::own);
        } else {
            const bool assumed = footing_of(field.tag, "") == Footing::assumed;
            count.add(assumed ? Footing::assumed : Footing::borrowed);
        }
    }
    return count;
}

std::vector<const TableFooting*> replace_first(std::span<const TableFooting> tables, std::size_t most)
{
    const auto rank = [](const TableFooting* table) {
        const TableGuide* guide = find_guide(table->info->name);
        return guide != nullptr ? guide - table_guides().data() : static_cast<std::ptrdiff_t>(table_guides().size());
    };
    std::vector<const TableFooting*> found;
    for (const TableFooting& table : tables) {
        const bool foreign = table.rows.borrowed + table.rows.assumed > 0;
        const bool computed_with = table.info->name != "solved" && table.info->name != "facts" && table.info->name != "outlines";
        if (foreign && computed_with) found.push_back(&table);
    }
    std::stable_sort(found.begin(), found.end(),
                     [&](const TableFooting* a, const TableFooting* b) { return rank(a) < rank(b); });
    found.resize(std::min(found.size(), most));
    return found;
}

} // namespace samspil
