// SPDX-License-Identifier: MPL-2.0
#include "engine/io/scenario_file.hpp"

#include "engine/io/apply.hpp"
#include "engine/io/project.hpp"
#include "engine/io/resolved.hpp"
#include "engine/io/scenario_chain.hpp"
#include "engine/io/table_folder.hpp"
#include "engine/io/values.hpp"

#include <algorithm>
#include <set>

namespace samspil {
namespace {

namespace fs = std::filesystem;

/// A scenario with values changed on the command line must not pass for the one in the file.
void name_the_overrides(std::span<const Override> sets, Text& title)
{
    std::string changes;
    for (const Override& set : sets) {
        if (set.path.starts_with("title.")) continue;
        changes += (changes.empty() ? "" : ", ") + shown(set.path) + "=" + shown(set.value);
    }
    if (changes.empty()) return;
    title.da += " (ændret: " + changes + ")";
    title.en += " (changed: " + changes + ")";
}

class Loader {
public:
    Loader(ScenarioChain chain, LoadedScenario& loaded, Diagnostics& out) : chain_(std::move(chain)), loaded_(loaded), s_(loaded.scenario), out_(out) {}

    void finish(std::span<const Override> sets);

private:
    void required_keys();
    void checks();
    bool rests_on_broken(const std::string& path) const;
    Origin origin_of(std::string path) const;

    ScenarioChain chain_;
    LoadedScenario& loaded_;
    Scenario& s_;
    Diagnostics& out_;
    bool whole_interventions_ = true;  ///< every one of them could be read whole
    std::set<std::string> incomplete_; ///< tables that were not read whole
};

void Loader::required_keys()
{
    if (chain_.unread) return;
    for (const Shape& section : scenario_shape().children) {
        for (const Shape& child : section.children) {
            const std::string path = std::string(section.key) + "." + std::string(child.key);
            if (section.form != Shape::Form::section || !child.required || chain_.layers.values.contains(path) ||
                chain_.layers.broken.contains(path))
                continue;
            out_.add(error_at({chain_.top_file, 1, 1}, std::string(section.key),
                              say("nøglen '{}' mangler", "the key '{}' is missing", child.key)));
            chain_.layers.broken.insert(path);
        }
    }
}

Origin Loader::origin_of(std::string path) const
{
    while (!path.empty()) {
        if (const auto found = loaded_.origins.find(path); found != loaded_.origins.end()) return found->second;
        const std::size_t dot = path.rfind('.');
        path.resize(dot == std::string::npos ? 0 : dot);
    }
    return {chain_.top_file, 1, 1};
}

/// Whether a finding may only echo an error that is already reported.
bool Loader::rests_on_broken(const std::string& path) const
{
    if (chain_.layers.broken.contains(path)) return true;
    const std::string section(split_path(path)[0]);
    const auto incomplete = [&](std::initializer_list<const char*> names) {
        return std::any_of(names.begin(), names.end(), [&](const char* n) { return incomplete_.contains(n); });
    };
    if (section == "centres") return incomplete({"centres", "organisation", "neighbourhoods", "offers", "volunteers", "rooms"});
    if (section == "organisation" || section == "organisation_units")
        return incomplete({"organisation"}) || s_.organisation.model.empty();
    if (section == "interventions") {
        // Of order and clashes nothing is said while one of them is not known whole.
        const bool alone = path.ends_with(".date") || path.ends_with(".model") || path.ends_with(".area") ||
                           (path.find(".target.") != std::string::npos && s_.centre_index(value_at(s_, path).value_or("")) < 0);
        if (!whole_interventions_ && !alone) return true;
        for (std::string above = path; std::count(above.begin(), above.end(), '.') > 2;) { // target.centre of a target that is missing
            above.resize(above.rfind('.'));
            if (chain_.layers.broken.contains(above)) return true;
        }
        const bool period = !chain_.layers.values.contains("period.start") || chain_.layers.broken.contains("period.weeks");
        return incomplete({"organisation", "centres", "pools"}) ||
               (period && path.size() > 5 && path.compare(path.size() - 5, 5, ".date") == 0);
    }
    if (section == "agreements") return incomplete({"agreements", "organisation", "centres"});
    if (section == "travel") return incomplete({"travel", "neighbourhoods", "centres"});
    if (section == "population" || section == "residents")
        return incomplete({"population", "residents", "neighbourhoods"}) || !chain_.layers.values.contains("period.start") ||
               chain_.layers.broken.contains("period.burn_in_weeks");
    return incomplete_.contains(section);
}

void Loader::checks()
{
    const Diagnostics found = check_scenario(s_);
    const bool whole = !out_.has_errors(); // else a warning may only echo what could not be read
    for (Diagnostic finding : found.items()) {
        if (finding.severity != Severity::error && !whole) continue;
        if (rests_on_broken(finding.path)) continue;
        const Origin place = origin_of(finding.path);
        finding.file = place.file;
        finding.line = place.line;
        finding.column = place.column;
        const bool house = finding.path.ends_with(".target.centre") || finding.path.ends_with(".target.to") || finding.path.ends_with(".same_roof_as");
        if (house) finding.hint = near_centre(s_, value_at(s_, finding.path).value_or(""));
        if (finding.path.ends_with(".target.pool")) finding.hint = near_pool(s_, value_at(s_, finding.path).value_or(""));
        if (!whole_interventions_) finding.path = path_in_file(chain_.layers, finding.path);
        out_.add(std::move(finding));
    }
}

void Loader::finish(std::span<const Override> sets)
{
    sort_by_date(chain_.layers.interventions);
    for (const Override& set : sets)
        take_override(set.path, set.value, chain_.layers, out_);
    sort_by_date(chain_.layers.interventions);
    whole_interventions_ = number_the_broken(chain_.layers);
    required_keys();
    loaded_.inputs = std::move(chain_.inputs);
    incomplete_ = read_table_folder(chain_, loaded_, out_);
    apply_layers(chain_.layers, !incomplete_.contains("centres"), loaded_, out_);
    name_the_overrides(sets, s_.title);
    checks();
    const auto data = chain_.layers.values.find("data");
    if (data == chain_.layers.values.end()) return;
    const auto below_project = [&](const std::string& path) {
        return fs::absolute(path).lexically_normal().lexically_relative(loaded_.project).generic_string();
    };
    std::map<std::string, std::string> named;
    for (const TableInfo& info : table_infos()) {
        const auto table = chain_.layers.values.find("tables." + std::string(info.name));
        if (table != chain_.layers.values.end()) named[std::string(info.name)] = table->second.text;
    }
    std::set<std::string> centre_paths;
    for (const auto& [path, setting] : chain_.layers.values) {
        if (path.rfind("centres.", 0) == 0) centre_paths.insert(path);
    }
    loaded_.places = {below_project(data->second.text), std::move(named), std::move(centre_paths)};
    loaded_.resolved_text = resolve(s_, loaded_.places);
}

/// `read` gives what the files say.
template <class Read>
std::optional<LoadedScenario> load(const std::string& id, fs::path project, std::span<const Override> sets,
                                   Diagnostics& out, Read read)
{
    LoadedScenario loaded;
    loaded.scenario = default_scenario();
    loaded.scenario.id = id;
    loaded.project = std::move(project);
    Diagnostics mine;
    Loader(read(loaded.project, mine), loaded, mine).finish(sets);
    out.append(mine);
    if (mine.has_errors()) return std::nullopt;
    return loaded;
}

} // namespace

std::optional<LoadedScenario> load_scenario(const fs::path& path, std::span<const Override> sets, Diagnostics& out)
{
    return load(path.stem().string(), project_of(path), sets, out, [&](const fs::path& project, Diagnostics& found) {
        return read_scenario_chain(path.lexically_normal(), project, found);
    });
}

std::optional<LoadedScenario> load_scenario_text(const std::string& text, const fs::path& path,
                                                 std::span<const Override> sets, Diagnostics& out)
{
    return load(path.stem().string(), project_of(path), sets, out, [&](const fs::path& project, Diagnostics& found) {
        return read_scenario_chain(text, path.lexically_normal(), project, found);
    });
}

std::optional<LoadedScenario> load_resolved(const std::string& text, const fs::path& project, const std::string& id,
                                            std::span<const Override> sets, Diagnostics& out)
{
    return load(id, fs::absolute(project).lexically_normal(), sets, out, [&](const fs::path& below, Diagnostics& found) {
        return read_scenario_chain(text, below / (id + ".yaml"), below, found);
    });
}

} // namespace samspil
