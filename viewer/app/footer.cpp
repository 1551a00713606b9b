// SPDX-License-Identifier: MPL-2.0
#include "viewer/app/footer.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/state/actions.hpp"

#include "engine/base/version.hpp"

namespace samspil::viewer {
namespace {

std::string footer_of_results(const Library& library, const State& state)
{
    const Result* base = base_of(library, state);
    if (base == nullptr) return "";
    const Language language = state.habits.language;
    std::string words = "Samspil " + base->metadata.origin.program_version + " · " + title_of(*base, language);
    for (const Result* option : options_of(library, state)) words += " / " + title_of(*option, language);
    return words + " · " + run_words(*base, language);
}

std::string footer_of_houses(const BenchView& bench, const State& state)
{
    if (bench.base == nullptr) return "";
    const Language language = state.habits.language;
    const std::string words = "Samspil " + std::string(program_version) + " · " + bench.base->scenario.title.in(language);
    const Draft* draft = state.bench.draft();
    return draft == nullptr ? words : words + " / " + draft->option.title.in(language);
}

} // namespace

std::string footer_of(const Library& library, const Library& live, const BenchView& bench, const State& state)
{
    if (state.screen == Screen::houses) return footer_of_houses(bench, state);
    if (state.screen != Screen::whatif) return footer_of_results(library, state);
    State own = state;
    own.base.clear();
    own.hidden.clear();
    return footer_of_results(live, own);
}

} // namespace samspil::viewer
