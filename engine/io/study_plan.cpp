// SPDX-License-Identifier: MPL-2.0
#include "engine/io/study_plan.hpp"

#include "engine/io/likely.hpp"
#include "engine/io/nearest.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/study_plan_keys.hpp"
#include "engine/io/study_plan_shape.hpp"
#include "engine/io/two_languages.hpp"
#include "engine/io/values.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <filesystem>

namespace samspil {
namespace {

using Form = Shape::Form;

bool is_text(const Node& node) { return node.kind == Node::Kind::scalar && !node.text.empty(); }

class PlanReader {
public:
    PlanReader(const std::string& file, Diagnostics& out) : file_(file), out_(out) {}

    PlannedStudy read(const Node& root)
    {
        walk(root, plan_shape(), "", [&](const Node::Entry& entry) { top(entry); });
        for (const char* key : {"samspil", "study", "base", "factors"}) {
            if (root.find(key) == nullptr) wrong({file_, 1, 1}, "", say("nøglen '{}' mangler", "the key '{}' is missing", key));
        }
        check(root);
        if (base_) plan_.scenarios.insert(plan_.scenarios.begin(), *base_);
        else plan_.scenarios.clear(); // option 0 is the base: without it nothing else can be looked at
        return std::move(plan_);
    }

private:
    void wrong(const Origin& place, const std::string& path, Text message, Text hint = {})
    {
        out_.add(error_at(place, path, std::move(message), std::move(hint)));
    }
    void wrong(const Node& node, const std::string& path, Text message, Text hint = {})
    {
        wrong(node.origin(file_), path, std::move(message), std::move(hint));
    }

    /// Every known key of a group; the others are told.
    template <class Take>
    void walk(const Node& node, const Shape& shape, const std::string& path, Take take)
    {
        if (node.kind != Node::Kind::mapping)
            return wrong(node, path, {"ventede en gruppe af nøgler", "expected a group of keys"}, {"skriv nøgle: værdi", "write key: value"});
        for (const Node::Entry& entry : node.entries) {
            if (shape.child(entry.key) != nullptr) {
                take(entry);
                continue;
            }
            const std::string_view near = nearest_key(shape, entry.key);
            std::string keys;
            for (const Shape& child : shape.children) keys += (keys.empty() ? "" : ", ") + std::string(child.key);
            wrong({file_, entry.line, entry.column}, path, say("ukendt nøgle '{}'", "unknown key '{}'", shown(entry.key)),
                  near.empty() ? say("mulige: {}", "possible: {}", keys) : did_you_mean(near));
        }
    }

    void field(const Field& field, const Node& node, const std::string& path)
    {
        if (const auto value = read_value(field, node, file_, path, out_)) field.access.write(&plan_, *value);
    }

    /// A list of words; `one` gets each.
    template <class One>
    void list(const Node& node, const std::string& path, One one)
    {
        if (node.kind != Node::Kind::sequence) return wrong(node, path, {"ventede en liste", "expected a list"}, {"skriv [en, to]", "write [one, two]"});
        for (const Node& item : node.items) {
            if (!is_text(item)) wrong(item, path, {"ventede et ord", "expected a word"});
            else one(item);
        }
    }

    void top(const Node::Entry& entry)
    {
        const Node& value = entry.value;
        const Shape& shape = *plan_shape().child(entry.key);
        if (shape.form == Form::field) return field(*shape.field, value, entry.key);
        if (entry.key == "title") {
            walk(in_two_languages(value), shape, "title", [&](const Node::Entry& part) {
                if (!is_text(part.value)) return wrong(part.value, "title." + part.key, {"ventede en tekst", "expected a text"});
                (part.key == "da" ? plan_.title.da : plan_.title.en) = part.value.text;
            });
        } else if (entry.key == "base") {
            if (!is_text(value)) wrong(value, "base", {"ventede et scenarie", "expected a scenario"});
            else base_ = NamedFile{value.text, value.origin(file_)};
        } else if (entry.key == "options") {
            list(value, "options", [&](const Node& item) { plan_.scenarios.push_back({item.text, item.origin(file_)}); });
        } else if (entry.key == "goals") {
            list(value, "goals", [&](const Node& item) { goal(item); });
        } else if (entry.key == "except") {
            list(value, "except", [&](const Node& item) { plan_.except.push_back({item.text, item.origin(file_)}); });
        } else if (entry.key == "budgets") {
            budgets(value);
        } else if (entry.key == "factors") {
            factors(value);
        } else if (entry.key == "design") {
            walk(value, shape, "design", [&](const Node::Entry& part) {
                const Shape& key = *shape.child(part.key);
                const std::string path = "design." + part.key;
                if (key.form == Form::field) field(*key.field, part.value, path);
                else if (!is_text(part.value)) wrong(part.value, path, {"ventede en fil", "expected a file"});
                else plan_.list = NamedFile{part.value.text, part.value.origin(file_)};
            });
        }
    }

    void goal(const Node& item)
    {
        if (!find_kpi(item.text))
            return wrong(item, "goals", say("intet måltal hedder '{}'", "no indicator is named '{}'", shown(item.text)), near_indicator(item.text));
        if (std::find(plan_.goals.begin(), plan_.goals.end(), item.text) != plan_.goals.end())
            return wrong(item, "goals", say("måltallet '{}' står to gange", "the indicator '{}' stands twice", item.text));
        plan_.goals.push_back(item.text);
    }

    void budgets(const Node& node)
    {
        if (node.kind != Node::Kind::sequence)
            return wrong(node, "budgets", {"ventede en liste", "expected a list"}, {"skriv - {kpi: cost.net, at_most: 1000000}", "write - {kpi: cost.net, at_most: 1000000}"});
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            const std::string path = "budgets." + std::to_string(i + 1);
            PlannedBudget budget;
            int bounds = 0;
            walk(node.items[i], budget_shape(), path, [&](const Node::Entry& entry) {
                if (!is_text(entry.value)) return wrong(entry.value, path + "." + entry.key, {"ventede én værdi", "expected one value"});
                if (entry.key == "kpi") budget.kpi = entry.value.text;
                else if (const auto bound = parse_number(entry.value.text)) {
                    budget.bound = *bound;
                    budget.at_least = entry.key == "at_least";
                    ++bounds;
                } else wrong(entry.value, path + "." + entry.key, {"ventede et tal", "expected a number"});
            });
            if (!find_kpi(budget.kpi)) wrong(node.items[i], path, say("intet måltal hedder '{}'", "no indicator is named '{}'", shown(budget.kpi)));
            if (bounds != 1) wrong(node.items[i], path, {"ventede enten at_most eller at_least", "expected either at_most or at_least"});
            plan_.budgets.push_back(std::move(budget));
        }
    }

    void factors(const Node& node)
    {
        if (is_text(node) && node.text == "assumed") {
            plan_.assumed = true;
            return;
        }
        if (node.kind != Node::Kind::sequence || node.items.empty())
            return wrong(node, "factors", {"ventede en liste af faktorer, eller ordet assumed", "expected a list of factors, or the word assumed"},
                         {"skriv - {path: assumptions.h_c, low: 2, high: 10}", "write - {path: assumptions.h_c, low: 2, high: 10}"});
        for (std::size_t i = 0; i < node.items.size(); ++i) factor(node.items[i], "factors." + std::to_string(i + 1));
    }

    void factor(const Node& node, const std::string& path)
    {
        PlannedFactor made;
        made.place.line = node.line;
        made.place.column = node.column;
        walk(node, factor_shape(), path, [&](const Node::Entry& entry) {
            const Node& value = entry.value;
            if (entry.key == "values") list(value, path + ".values", [&](const Node& item) { made.values.push_back(item); });
            else if (entry.key == "only") list(value, path + ".only", [&](const Node& item) { made.only.push_back(item.text); });
            else if (!is_text(value)) wrong(value, path + "." + entry.key, {"ventede én værdi", "expected one value"});
            else if (entry.key == "low") made.low = value;
            else if (entry.key == "high") made.high = value;
            else {
                made.path = value.text;
                made.place = value;
            }
        });
        if (node.kind != Node::Kind::mapping) return;
        if (made.path.empty()) return wrong(node, path, {"nøglen 'path' mangler", "the key 'path' is missing"});
        if (!made.values.empty() && (made.low || made.high))
            wrong(node, path, {"skriv enten values eller low og high", "write either values or low and high"});
        for (const PlannedFactor& other : plan_.factors) {
            if (other.path == made.path) wrong(made.place, path, say("{} står to gange", "{} stands twice", shown(made.path)));
        }
        plan_.factors.push_back(std::move(made));
    }

    /// What belongs together.
    void check(const Node& root)
    {
        const Node::Entry* design = root.find("design");
        const Origin place = design ? Origin{file_, design->line, design->column} : Origin{file_, 1, 1};
        const bool has_points = design && design->value.find("points") != nullptr;
        const bool sweep = plan_.kind == StudyKind::sweep;
        if (sweep && plan_.design == DesignKind::list && !plan_.list)
            wrong(place, "design", {"listen mangler: file", "the list is missing: file"}, {"skriv file: punkter.csv", "write file: points.csv"});
        const bool needs = plan_.kind == StudyKind::sobol || (sweep && (plan_.design == DesignKind::latin_hypercube || plan_.design == DesignKind::sobol));
        if (needs && !has_points) wrong(place, "design", {"nøglen 'points' mangler", "the key 'points' is missing"});
        if (plan_.kind == StudyKind::morris && plan_.levels % 2 != 0)
            wrong(place, "design.levels", {"ventede et lige tal", "expected an even number"});
        if (!plan_.budgets.empty() && plan_.kind != StudyKind::optimise)
            wrong({file_, 1, 1}, "budgets", {"hører til study: optimise", "belongs to study: optimise"});
        if (plan_.kind == StudyKind::optimise && plan_.population % 4 != 0)
            wrong(place, "design.population", {"ventede et tal der går op i fire", "expected a multiple of four"});
        check_readers(root, design);
        if (!plan_.except.empty() && !plan_.assumed)
            wrong(plan_.except.front().origin, "except", {"hører til factors: assumed", "belongs to factors: assumed"});
    }

    /// What this kind of study would pass over in silence.
    void check_readers(const Node& root, const Node::Entry* design)
    {
        const auto foreign = [&](const Node::Entry& entry, const std::string& path, const Text& where) {
            wrong({file_, entry.line, entry.column}, path,
                  {"læses ikke her; hører til " + where.da, "is not read here; belongs to " + where.en}, {"slet nøglen, eller ret planen", "delete the key, or change the plan"});
        };
        if (plan_.kind == StudyKind::calibrate)
            for (const char* key : {"options", "goals"})
                if (const Node::Entry* entry = root.find(key))
                    foreign(*entry, key, {"de andre studier; en kalibrering har base og dens targets.csv", "the other studies; a calibration has the base and its targets.csv"});
        if (design == nullptr || design->value.kind != Node::Kind::mapping) return;
        for (const Reads& reads : design_readers())
            if (const Node::Entry* entry = design->value.find(reads.key); entry != nullptr && !reads.by(plan_))
                foreign(*entry, "design." + std::string(reads.key), reads.where);
    }

    const std::string& file_;
    Diagnostics& out_;
    PlannedStudy plan_;
    std::optional<NamedFile> base_;
};

} // namespace

bool looks_like_plan(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with("study:")) return true;
        const std::size_t end = text.find('\n', at);
        if (end == std::string_view::npos) break;
        at = end + 1;
    }
    return false;
}

bool is_plan_file(const std::string& path)
{
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored) || std::filesystem::file_size(path, ignored) > largest_input) return false;
    return looks_like_plan(read_whole_file(path));
}

std::optional<PlannedStudy> read_plan(const std::string& text, const std::string& file, Diagnostics& out)
{
    std::string decoded = text;
    Diagnostics mine;
    std::optional<PlannedStudy> plan;
    if (decode(decoded, file, false, mine)) {
        if (const std::size_t cpr = find_cpr(decoded, false); cpr != std::string::npos) {
            mine.add(cpr_refused(place_of(decoded, cpr, file), ""));
        } else if (const auto root = parse_yaml(decoded, file, mine)) {
            if (root->kind == Node::Kind::null) mine.add(error_at({file, 1, 1}, "", {"filen er tom", "the file is empty"}));
            else plan = PlanReader(file, mine).read(*root);
        }
    }
    out.append(mine);
    return plan;
}

} // namespace samspil
