// SPDX-License-Identifier: MPL-2.0
#include "engine/io/scenario_file.hpp"

#include "engine/base/digest.hpp"
#include "engine/io/apply.hpp"
#include "engine/io/layers.hpp"
#include "engine/io/project.hpp"
#include "engine/io/resolved.hpp"
#include "engine/io/scenario_tables.hpp"
#include "engine/io/solved_table.hpp"
#include "engine/io/source_text.hpp"
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
    Loader(LoadedScenario& loaded, Diagnostics& out) : loaded_(loaded), s_(loaded.scenario), out_(out) {}

    void read_chain(const fs::path& file, const Origin* mentioned, int depth);
    void read_text(std::string text, const fs::path& file, int depth);
    void finish(std::span<const Override> sets);

private:
    void parent(const Node& root, const fs::path& file, int depth);
    void tables();
    std::optional<Table> table(const TableInfo& info);
    void check_solved(const Table& solved);
    void required_keys();
    void checks();
    bool rests_on_broken(const std::string& path) const;
    Origin origin_of(std::string path) const;

    LoadedScenario& loaded_;
    Scenario& s_;
    Diagnostics& out_;
    Layers layers_;
    std::string top_file_;
    bool whole_interventions_ = true;  ///< every one of them could be read whole
    bool unread_ = false;              ///< a file of the chain could not be read: what is missing may stand there
    std::set<std::string> incomplete_; ///< tables that were not read whole
    std::vector<std::string> read_;    ///< real paths of scenario files on the way, against cycles
};

void Loader::read_chain(const fs::path& file, const Origin* mentioned, int depth)
{
    const std::string name = file.string();
    if (depth == 0) top_file_ = name;
    unread_ = true;
    if (mentioned != nullptr && !lies_below(file, loaded_.project)) {
        out_.add(error_at(*mentioned, "extends",
                          say("{} ligger uden for projektets mappe", "{} lies outside the project folder", name)));
        return;
    }
    std::error_code ignored;
    const std::string real = fs::weakly_canonical(file, ignored).string();
    if (std::find(read_.begin(), read_.end(), real) != read_.end()) {
        out_.add(error_at(*mentioned, "extends",
                          say("filerne arver fra hinanden i ring: {} igen",
                              "the files extend each other in a ring: {} again", name)));
        return;
    }
    if (depth > deepest_extends) {
        out_.add(error_at(
            *mentioned, "extends",
            say("mere end {} filer arver fra hinanden", "more than {} files extend each other", deepest_extends)));
        return;
    }
    auto text = read_input(file, name, mentioned, out_);
    if (!text) return;
    unread_ = false;
    read_text(std::move(*text), file, depth);
}

void Loader::read_text(std::string text, const fs::path& file, int depth)
{
    const std::string name = file.string();
    if (depth == 0) top_file_ = name;
    std::error_code ignored;
    read_.push_back(fs::weakly_canonical(file, ignored).string());
    loaded_.inputs.push_back(
        {fs::absolute(file).lexically_normal().lexically_relative(loaded_.project).generic_string(), sha256(text), {}});
    if (!decode(text, name, false, out_)) {
        unread_ = true;
        return;
    }
    if (const std::size_t cpr = find_cpr(text, false); cpr != std::string::npos) {
        out_.add(cpr_refused(place_of(text, cpr, name), ""));
        unread_ = true;
        return;
    }
    const auto root = parse_yaml(text, name, out_);
    if (!root) {
        unread_ = true;
        return;
    }
    parent(*root, file, depth);
    // A description answers for the one file it stands in: that of the parent would speak of another scenario.
    for (const char* key : {"description.da", "description.en"})
        layers_.values.erase(key);
    take_layer(*root, name, file.parent_path(), layers_, out_);
}

void Loader::parent(const Node& root, const fs::path& file, int depth)
{
    const Node::Entry* extends = root.find("extends");
    if (extends == nullptr || extends->value.kind != Node::Kind::scalar) return;
    const Origin place = extends->value.origin(file.string());
    const fs::path named(extends->value.text);
    if (named.is_absolute()) {
        out_.add(error_at(place, "extends",
                          {"stien skal være i forhold til filen", "the path must be relative to the file"}));
        unread_ = true;
        return;
    }
    read_chain((file.parent_path() / named).lexically_normal(), &place, depth + 1);
}

std::optional<Table> Loader::table(const TableInfo& info)
{
    const Setting& data = layers_.values.at("data");
    const auto named = layers_.values.find("tables." + std::string(info.name));
    const bool is_named = named != layers_.values.end();
    const Origin& mentioned = is_named ? named->second.origin : data.origin;
    const fs::path file =
        (fs::path(data.text) / (is_named ? named->second.text : std::string(info.name) + ".csv")).lexically_normal();
    const std::string path = is_named ? named->first : "data";
    if (!lies_below(file, loaded_.project) || (is_named && fs::path(named->second.text).is_absolute())) {
        out_.add(
            error_at(mentioned, path,
                     say("{} ligger uden for projektets mappe", "{} lies outside the project folder", file.string())));
        return std::nullopt;
    }
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        if (!info.required && !is_named) return Table{&info, "", {}, {}, {}, true};
        out_.add(
            error_at(mentioned, path, say("tabellen {} findes ikke", "the table {} does not exist", file.string())));
        return std::nullopt;
    }
    auto text = read_input(file, file.string(), &mentioned, out_);
    if (!text) return std::nullopt;
    InputDigest input{
        fs::absolute(file).lexically_normal().lexically_relative(loaded_.project).generic_string(), sha256(*text), {}};
    auto read = read_table(info, std::move(*text), file.string(), out_);
    if (read) input.dialect = describe(read->dialect);
    loaded_.inputs.push_back(std::move(input));
    return read;
}

void Loader::tables()
{
    const auto data = layers_.values.find("data");
    std::error_code ignored;
    const bool folder = data != layers_.values.end() && fs::is_directory(data->second.text, ignored) &&
                        lies_below(data->second.text, loaded_.project);
    if (!folder) {
        for (const TableInfo& info : table_infos())
            incomplete_.emplace(info.name);
        if (data == layers_.values.end()) {
            if (!layers_.broken.contains("data") && !unread_) {
                out_.add(error_at({top_file_, 1, 1}, "", {"nøglen 'data' mangler", "the key 'data' is missing"},
                                  {"skriv mappen med tabellerne: data: ../data/aarhus",
                                   "write the folder of the tables: data: ../data/aarhus"}));
            }
        } else if (!lies_below(data->second.text, loaded_.project)) {
            out_.add(error_at(
                data->second.origin, "data",
                say("{} ligger uden for projektets mappe", "{} lies outside the project folder", data->second.text)));
        } else {
            out_.add(error_at(data->second.origin, "data",
                              say("mappen {} findes ikke", "the folder {} does not exist", data->second.text)));
        }
        return;
    }
    std::map<std::string_view, std::optional<Table>> read;
    for (const TableInfo& info : table_infos()) {
        auto& one = read[info.name] = table(info);
        if (!one || !one->complete) incomplete_.emplace(info.name);
        if (one) loaded_.tables.push_back(footing_of(*one));
    }
    const TableTarget target{s_,
                             loaded_.origins,
                             loaded_.evidence,
                             out_,
                             !incomplete_.contains("neighbourhoods"),
                             !incomplete_.contains("centres")};
    const auto take = [&](std::string_view name) {
        const auto& one = read[name];
        if (one && !one->file.empty()) take_table(*one, target);
    };
    constexpr std::array first{"neighbourhoods", "organisation", "centres"};
    for (const auto name : first)
        take(name);
    for (const TableInfo& info : table_infos()) {
        if (std::find(first.begin(), first.end(), info.name) == first.end()) take(info.name);
    }
    if (const auto& outlines = read["outlines"]; outlines && !outlines->file.empty())
        loaded_.outlines = outlines_of(*outlines, s_.neighbourhoods, target.neighbourhoods_known, out_);
    loaded_.data = data->second.text;
    if (const auto& solved = read["solved"]; solved) check_solved(*solved);
}

/// Constants solved on other tables than those that stand there now still hold, but no longer hit their targets.
void Loader::check_solved(const Table& solved)
{
    std::string here;
    for (const TableRow& row : solved.rows) {
        const std::string named = digest_named_in(row.texts[solved.column("source")]);
        if (named.empty()) continue;
        if (here.empty()) here = digest_of_tables(loaded_.data);
        if (named == here) continue;
        const Origin place = solved.origin(row, "source");
        out_.add({Severity::warning, place.file, place.line, place.column, "solved",
                  {"konstanterne er løst på andre tabeller end dem der står her nu",
                   "the constants were solved on other tables than those that stand here now"},
                  {"kør: samspil balance SCENARIE --write", "run: samspil balance SCENARIO --write"}});
        return;
    }
}

void Loader::required_keys()
{
    if (unread_) return;
    for (const Shape& section : scenario_shape().children) {
        for (const Shape& child : section.children) {
            const std::string path = std::string(section.key) + "." + std::string(child.key);
            if (section.form != Shape::Form::section || !child.required || layers_.values.contains(path) ||
                layers_.broken.contains(path))
                continue;
            out_.add(error_at({top_file_, 1, 1}, std::string(section.key),
                              say("nøglen '{}' mangler", "the key '{}' is missing", child.key)));
            layers_.broken.insert(path);
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
    return {top_file_, 1, 1};
}

/// Whether a finding may only echo an error that is already reported.
bool Loader::rests_on_broken(const std::string& path) const
{
    if (layers_.broken.contains(path)) return true;
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
            if (layers_.broken.contains(above)) return true;
        }
        const bool period = !layers_.values.contains("period.start") || layers_.broken.contains("period.weeks");
        return incomplete({"organisation", "centres"}) ||
               (period && path.size() > 5 && path.compare(path.size() - 5, 5, ".date") == 0);
    }
    if (section == "agreements") return incomplete({"agreements", "organisation", "centres"});
    if (section == "travel") return incomplete({"travel", "neighbourhoods", "centres"});
    if (section == "population" || section == "residents")
        return incomplete({"population", "residents", "neighbourhoods"}) || !layers_.values.contains("period.start") ||
               layers_.broken.contains("period.burn_in_weeks");
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
        if (finding.path.ends_with(".target.centre") || finding.path.ends_with(".same_roof_as"))
            finding.hint = near_centre(s_, value_at(s_, finding.path).value_or(""));
        if (!whole_interventions_) finding.path = path_in_file(layers_, finding.path);
        out_.add(std::move(finding));
    }
}

void Loader::finish(std::span<const Override> sets)
{
    sort_by_date(layers_.interventions);
    for (const Override& set : sets)
        take_override(set.path, set.value, layers_, out_);
    sort_by_date(layers_.interventions);
    whole_interventions_ = number_the_broken(layers_);
    required_keys();
    tables();
    apply_layers(layers_, !incomplete_.contains("centres"), loaded_, out_);
    name_the_overrides(sets, s_.title);
    checks();
    const auto data = layers_.values.find("data");
    if (data == layers_.values.end()) return;
    const auto below_project = [&](const std::string& path) {
        return fs::absolute(path).lexically_normal().lexically_relative(loaded_.project).generic_string();
    };
    std::map<std::string, std::string> named;
    for (const TableInfo& info : table_infos()) {
        const auto table = layers_.values.find("tables." + std::string(info.name));
        if (table != layers_.values.end()) named[std::string(info.name)] = table->second.text;
    }
    std::set<std::string> centre_paths;
    for (const auto& [path, setting] : layers_.values) {
        if (path.rfind("centres.", 0) == 0) centre_paths.insert(path);
    }
    loaded_.places = {below_project(data->second.text), std::move(named), std::move(centre_paths)};
    loaded_.resolved_text = resolve(s_, loaded_.places);
}

/// `read` gives the loader its first text.
template <class Read>
std::optional<LoadedScenario> load(const std::string& id, fs::path project, std::span<const Override> sets,
                                   Diagnostics& out, Read read)
{
    LoadedScenario loaded;
    loaded.scenario = default_scenario();
    loaded.scenario.id = id;
    loaded.project = std::move(project);
    Diagnostics mine;
    Loader loader(loaded, mine);
    read(loader);
    loader.finish(sets);
    out.append(mine);
    if (mine.has_errors()) return std::nullopt;
    return loaded;
}

} // namespace

std::optional<LoadedScenario> load_scenario(const fs::path& path, std::span<const Override> sets, Diagnostics& out)
{
    return load(path.stem().string(), project_of(path), sets, out,
                [&](Loader& loader) { loader.read_chain(path.lexically_normal(), nullptr, 0); });
}

std::optional<LoadedScenario> load_scenario_text(const std::string& text, const fs::path& path,
                                                 std::span<const Override> sets, Diagnostics& out)
{
    return load(path.stem().string(), project_of(path), sets, out,
                [&](Loader& loader) { loader.read_text(text, path.lexically_normal(), 0); });
}

std::optional<LoadedScenario> load_resolved(const std::string& text, const fs::path& project, const std::string& id,
                                            std::span<const Override> sets, Diagnostics& out)
{
    const fs::path below = fs::absolute(project).lexically_normal();
    return load(id, below, sets, out, [&](Loader& loader) { loader.read_text(text, below / (id + ".yaml"), 0); });
}

} // namespace samspil
