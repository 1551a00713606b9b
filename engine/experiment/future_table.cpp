// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/future_table.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace samspil {

std::optional<Text> why_not_same_futures(const FutureTable* base, const FutureTable* option, std::size_t n)
{
    if (base == nullptr && option == nullptr) return std::nullopt;
    if (base == nullptr || option == nullptr)
        return Text{"kun det ene resultat trækker antagelser (--futures)", "only one of the results draws assumptions (--futures)"};
    for (std::size_t o = 0; o < option->keys.size(); ++o) {
        const auto in_base = std::find(base->keys.begin(), base->keys.end(), option->keys[o]);
        if (in_base == base->keys.end()) continue;
        const auto b = static_cast<std::size_t>(in_base - base->keys.begin());
        for (std::size_t r = 0; r < n; ++r) {
            if (base->at(r, b) == option->at(r, o)) continue;
            return Text{fmt::format("fremtid {} er ikke den samme: {} er {} i basis, {} i alternativet", r, *in_base, base->at(r, b), option->at(r, o)),
                        fmt::format("future {} is not the same: {} is {} in the base, {} in the option", r, *in_base, base->at(r, b), option->at(r, o))};
        }
    }
    return std::nullopt;
}

} // namespace samspil
