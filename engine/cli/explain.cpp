// SPDX-License-Identifier: MPL-2.0
// samspil explain: every value with its label, unit, evidence and the line that set it.
#include "engine/cli/output.hpp"
#include "engine/cli/wrong_words.hpp"
#include "engine/io/likely.hpp"
#include "engine/io/shape.hpp"
#include "engine/io/values.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/intervention_notes.hpp"

#include <fmt/format.h>

namespace samspil {
namespace {

class Explainer {
public:
    Explainer(const LoadedScenario& loaded, Language language) : loaded_(loaded), language_(language) {}
    void everything() const;
    /// Every value below a path ("organisation", "centres.lc-trojborg"); false when there is none.
    bool group(const std::string& path) const;
    bool one(const std::string& path) const;

private:
    std::string_view in(std::string_view da, std::string_view en) const { return language_ == Language::da ? da : en; }
    std::string label(const std::string& path) const;
    std::string tag(const std::string& path) const;
    std::string place(const std::string& path) const;
    void goals() const;
    void line(const std::string& path) const;

    const LoadedScenario& loaded_;
    Language language_;
};

const Field* field_at(const Scenario& scenario, const std::string& path)
{
    const Shape* shape = shape_at(scenario, path);
    return shape != nullptr ? shape->field : nullptr;
}

/// A value of an intervention that nobody wrote and that says nothing of it.
bool goes_unsaid(const LoadedScenario& loaded, const std::string& path)
{
    const auto parts = split_path(path);
    const Field* field = field_at(loaded.scenario, path);
    if (parts.size() != 4 || parts[0] != "interventions" || field == nullptr || loaded.origins.contains(path)) return false;
    return says_nothing(loaded.scenario.interventions[std::stoul(std::string(parts[1])) - 1], *field);
}

/// A house by its name, an intervention by its number, then the label of the value.
std::string Explainer::label(const std::string& path) const
{
    const auto parts = split_path(path);
    const Shape* shape = shape_at(loaded_.scenario, path);
    std::string text(shape != nullptr ? shape->label.in(language_) : std::string_view{});
    if (parts[0] == "centres" && parts.size() == 5)
        text = fmt::format("{}, {}", offer_from(parts[3]) ? label_of(*offer_from(parts[3])).in(language_) : "", text);
    if (parts[0] == "centres") {
        const int index = loaded_.scenario.centre_index(parts[1]);
        if (index >= 0) text = loaded_.scenario.centres[static_cast<std::size_t>(index)].name + ", " + text;
    }
    if (parts[0] == "title" || parts[0] == "description")
        text = fmt::format("{} {}", scenario_shape().child(parts[0])->label.in(language_), text);
    return text;
}

std::string Explainer::tag(const std::string& path) const
{
    if (const auto row = loaded_.evidence.find(path); row != loaded_.evidence.end()) {
        return std::string(label_of(row->second.tag).in(language_));
    }
    if (loaded_.origins.contains(path)) return std::string(in("valgt i filen", "chosen in the file"));
    const Field* field = field_at(loaded_.scenario, path);
    return field != nullptr && !field->source.empty() ? std::string(label_of(field->tag).in(language_)) : "";
}

std::string Explainer::place(const std::string& path) const
{
    const auto found = loaded_.origins.find(path);
    if (found == loaded_.origins.end()) return std::string(in("standard", "default"));
    const Origin& origin = found->second;
    return origin.line > 0 ? fmt::format("{}:{}", origin.file, origin.line) : origin.file;
}

void Explainer::goals() const
{
    fmt::print("\n{} (goals)\n", in("mål", "goals"));
    const auto& chosen = loaded_.scenario.goals;
    for (const Kpi& kpi : kpi_table()) {
        if (chosen.empty() && kpi.headline) {
            fmt::print("  {}  {}  {}\n", kpi.label.in(language_), kpi.id, in("standard", "default"));
        }
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const Kpi& kpi = kpi_table()[*find_kpi(chosen[i].kpi)];
        const std::string path = "goals." + std::to_string(i + 1);
        fmt::print("  {}  {}  {}\n", kpi.label.in(language_), kpi.id, place(path));
    }
}

void Explainer::everything() const
{
    std::string section;
    for (const std::string& path : paths_of(loaded_.scenario)) {
        if (goes_unsaid(loaded_, path)) continue;
        const std::string top(split_path(path)[0]);
        if (top != section) {
            section = top;
            fmt::print("\n{} ({})\n", scenario_shape().child(top)->label.in(language_), top);
        }
        line(path);
    }
    goals();
    fmt::print("\n{}\n", in("tabeller og filer", "tables and files"));
    for (const InputDigest& input : loaded_.inputs)
        fmt::print("  {}  {}  {}\n", input.path, input.digest.substr(0, 12), input.dialect.in(language_));
}

void Explainer::line(const std::string& path) const
{
    const std::string evidence = tag(path);
    fmt::print("  {}: {}{}  {}  {}\n", label(path), value_in_words(loaded_.scenario, path, language_),
               evidence.empty() ? "" : " [" + evidence + "]", path, place(path));
}

bool Explainer::group(const std::string& path) const
{
    if (path == "goals") {
        goals();
        return true;
    }
    bool any = false;
    for (const std::string& one : paths_of(loaded_.scenario)) {
        if (!one.starts_with(path + ".") || goes_unsaid(loaded_, one)) continue;
        if (!any) fmt::print("{}\n", path);
        any = true;
        line(one);
    }
    return any;
}

bool Explainer::one(const std::string& path) const
{
    if (!value_at(loaded_.scenario, path)) return false;
    fmt::print("{}: {}\n  {}: {}\n", label(path), value_in_words(loaded_.scenario, path, language_), path,
               *value_at(loaded_.scenario, path));
    if (const Field* field = field_at(loaded_.scenario, path)) {
        const bool ranged = field->kind == Kind::number || field->kind == Kind::integer;
        if (ranged) fmt::print("  {}: {}\n", in("muligt", "range"), range_of(*field).in(language_));
        if (field->kind == Kind::choice) {
            std::string ids;
            for (const Choice& choice : field->choices) {
                if (choice.built) ids += (ids.empty() ? "" : ", ") + std::string(choice.id);
            }
            fmt::print("  {}: {}\n", in("muligt", "possible"), ids);
        }
        if (!path.starts_with("centres.")) {
            fmt::print("  {}: {}{}\n", in("standard", "default"), written(*field, field->fallback),
                       field->source.empty()
                           ? ""
                           : fmt::format(" [{}, {}]", label_of(field->tag).in(language_), field->source));
        }
        if (field->has_prior())
            fmt::print("  {}: {} - {}\n", in("usikkerhed", "prior"), written(field->prior_low),
                       written(field->prior_high));
    }
    fmt::print("  {}: {}\n", in("sat i", "set in"), place(path));
    if (const auto row = loaded_.evidence.find(path); row != loaded_.evidence.end()) {
        fmt::print("  {}: {}, {}\n", in("evidens", "evidence"), label_of(row->second.tag).in(language_),
                   row->second.source);
    }
    return true;
}

} // namespace

Exit explain_command(const Invocation& call)
{
    std::vector<std::string> arguments = call.arguments;
    const std::vector<Override> sets = take_overrides(arguments);
    expect_arguments(call, arguments, 1, 2, {"--set", "-s"});
    const auto loaded = load_or_print(arguments[0], sets, call.language);
    if (!loaded) return Exit::invalid_scenario;
    const Explainer explain(*loaded, call.language);
    if (arguments.size() == 1) {
        explain.everything();
        return Exit::done;
    }
    if (explain.one(arguments[1]) || explain.group(arguments[1])) return Exit::done;
    throw UsageError{with_hint(say("ingen værdi hedder {}", "no value is named {}", shown(arguments[1])), near_path(arguments[1], paths_of(loaded->scenario)))};
}

} // namespace samspil
