// SPDX-License-Identifier: MPL-2.0
#include "viewer/live/bench_reading.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

Diagnostics told(const IoError& error)
{
    Diagnostics found;
    found.add({Severity::error, error.path(), 0, 0, "", {error.message(Language::da), error.message(Language::en)}, {}});
    return found;
}

} // namespace

Diagnostics told(const std::string& path, const std::exception& error)
{
    Diagnostics found;
    found.add({Severity::error, path, 0, 0, "", {error.what(), error.what()}, {}});
    return found;
}

std::shared_ptr<const LoadedScenario> read_base(const std::string& path, Diagnostics& found)
{
    try {
        std::optional<LoadedScenario> loaded = load_scenario(path, {}, found);
        return loaded ? std::make_shared<const LoadedScenario>(std::move(*loaded)) : nullptr;
    } catch (const IoError& error) {
        found.append(told(error));
        return nullptr;
    } catch (const std::exception& error) {
        found.append(told(path, error));
        return nullptr;
    }
}

std::shared_ptr<const LoadedScenario> read_draft(const Draft& draft, const Scenario& base, Diagnostics& found)
{
    try {
        const OptionFile option = with_houses(draft.option, base, draft.houses, found);
        std::optional<LoadedScenario> loaded = load(option, found);
        return loaded ? std::make_shared<const LoadedScenario>(std::move(*loaded)) : nullptr;
    } catch (const IoError& error) {
        found.append(told(error));
        return nullptr;
    } catch (const std::exception& error) {
        found.append(told(draft.option.path.string(), error));
        return nullptr;
    }
}

bool same_files(const LoadedScenario& a, const LoadedScenario& b, std::ptrdiff_t skipped)
{
    const auto same = [](const InputDigest& one, const InputDigest& other) { return one.digest == other.digest; };
    return std::equal(a.inputs.begin() + skipped, a.inputs.end(), b.inputs.begin(), b.inputs.end(), same);
}

bool rests_on(const LoadedScenario& option, const LoadedScenario& base) { return same_files(option, base, 1); }

bool other_on_disk(const std::string& path, const LoadedScenario& base)
{
    Diagnostics of_the_option; // which has them
    const std::shared_ptr<const LoadedScenario> now = read_base(path, of_the_option);
    return now != nullptr && !same_files(*now, base);
}

std::vector<std::string> files_of(const std::string& path, const LoadedScenario* base, const Diagnostics& found)
{
    std::vector<std::string> files{path};
    if (base != nullptr)
        for (const InputDigest& input : base->inputs) files.push_back((base->project / input.path).string());
    else
        for (const Diagnostic& one : found.items()) files.push_back(one.file);
    return files;
}

Diagnostic base_unreadable(const std::string& path)
{
    return {Severity::error, path, 0, 0, "",
            {"basis er ændret på disken og kan ikke læses igen", "the base was changed on disk and cannot be read again"},
            {"ret den: den læses igen af sig selv", "mend it: it is read again by itself"}};
}

} // namespace samspil::viewer
