// SPDX-License-Identifier: MPL-2.0
// The factors of a plan, looked up in its scenarios; and points from a list.
#include "engine/experiment/futures.hpp"
#include "engine/io/csv.hpp"
#include "engine/io/nearest.hpp"
#include "engine/io/solved_table.hpp"
#include "engine/io/study_plan.hpp"
#include "engine/io/values.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace samspil {
namespace {

using Form = Shape::Form;

bool may_vary(const std::string& path)
{
    const std::string_view section = split_path(path)[0];
    for (const char* known : {"policy", "organisation", "centres", "assumptions", "mechanisms", "interventions"}) {
        if (section == known) return true;
    }
    return false;
}

class Binder {
public:
    Binder(const std::string& file, std::span<const LoadedScenario> scenarios, Diagnostics& out) : file_(file), scenarios_(scenarios), out_(out) {}

    std::optional<StudyFactor> bind(const PlannedFactor& planned, const std::string& where)
    {
        const Origin place = planned.place.origin(file_);
        StudyFactor factor;
        factor.path = planned.path;
        const Shape* shape = nullptr;
        for (const LoadedScenario& loaded : scenarios_) {
            const bool has = may_vary(planned.path) && value_at(loaded.scenario, planned.path).has_value();
            const std::string& stem = loaded.scenario.id;
            const bool asked = planned.only.empty() || std::find(planned.only.begin(), planned.only.end(), stem) != planned.only.end();
            factor.acts_on.push_back(has && asked);
            if (has && shape == nullptr) shape = shape_at(loaded.scenario, planned.path);
        }
        if (shape == nullptr) return unknown(planned, place, where);
        for (const std::string& stem : planned.only) {
            std::vector<std::string_view> stems;
            for (const LoadedScenario& loaded : scenarios_) stems.push_back(loaded.scenario.id);
            if (std::find(stems.begin(), stems.end(), stem) != stems.end()) continue;
            out_.add(error_at(place, where + ".only", say("intet alternativ hedder '{}'", "no option is named '{}'", shown(stem)), did_you_mean(nearest(stem, stems))));
        }
        if (std::find(factor.acts_on.begin(), factor.acts_on.end(), char{1}) == factor.acts_on.end()) {
            out_.add(error_at(place, where, say("{} findes ikke i de alternativer der er nævnt", "{} is in none of the options named", factor.path)));
            return std::nullopt;
        }
        factor.label = shape->label;
        if (shape->form == Form::field) return of_field(*shape->field, planned, std::move(factor), place, where);
        if (shape->form != Form::name && shape->form != Form::date) {
            out_.add(error_at(place, where, say("{} er ikke én værdi", "{} is not one value", factor.path)));
            return std::nullopt;
        }
        for (const Node& node : planned.values) factor.words.push_back(node.text);
        return of_words(std::move(factor), place, where);
    }

    std::vector<StudyFactor> assumed(const PlannedStudy& plan)
    {
        std::set<std::string> left_out;
        for (const NamedFile& path : plan.except) {
            left_out.insert(path.path);
            if (shape_at(path.path) == nullptr) unknown({path.path, {}, {}, {}, {}, {}}, path.origin, "except");
        }
        std::vector<StudyFactor> factors;
        std::string solved, beyond_prior; // as futures: what stays there is no factor here
        const LoadedScenario& base = scenarios_.front();
        for (const Field& field : parameter_fields()) {
            const std::string path = "assumptions." + std::string(field.key);
            const auto own = base.evidence.find(path);
            const Evidence tag = own == base.evidence.end() ? field.tag : own->second.tag;
            if (!field.has_prior() || tag != Evidence::assumed || field.prior_low == field.prior_high || left_out.contains(path)) continue;
            const bool beyond = is_beyond_prior(field, field.access.read(&base.scenario.assumptions));
            if (is_solved(base, path)) solved += (solved.empty() ? "" : ", ") + std::string(field.key);
            else if (beyond) beyond_prior += (beyond_prior.empty() ? "" : ", ") + std::string(field.key);
            if (beyond || is_solved(base, path)) continue;
            StudyFactor factor;
            factor.path = path;
            factor.low = field.prior_low;
            factor.high = field.prior_high;
            factor.integer = field.kind == Kind::integer;
            factor.acts_on.assign(scenarios_.size(), 1);
            factor.label = field.label;
            factor.unit = field.unit;
            factors.push_back(std::move(factor));
        }
        say_left_out(Stays::solved, solved);
        say_left_out(Stays::own_value, beyond_prior);
        return factors;
    }

private:
    void say_left_out(Stays why, const std::string& keys)
    {
        if (keys.empty()) return;
        out_.add({Severity::note, file_, 1, 1, "factors",
                  {fmt::format("ikke blandt de antagne ({}): {}", label_of(why).da, keys), fmt::format("not among the assumed ({}): {}", label_of(why).en, keys)}, {}});
    }

    std::optional<StudyFactor> unknown(const PlannedFactor& planned, const Origin& place, const std::string& where)
    {
        std::vector<std::string> paths;
        for (const LoadedScenario& loaded : scenarios_) {
            for (std::string& path : paths_of(loaded.scenario)) {
                if (may_vary(path)) paths.push_back(std::move(path));
            }
        }
        const std::vector<std::string_view> known(paths.begin(), paths.end());
        const bool fixed = !may_vary(planned.path) && shape_at(planned.path) != nullptr;
        out_.add(error_at(place, where,
                          fixed ? say("{} kan ikke være en faktor: alle punkter har samme periode og frø", "{} cannot be a factor: all points share period and seed", shown(planned.path))
                                : say("ingen af scenarierne har stien '{}'", "none of the scenarios has the path '{}'", shown(planned.path)),
                          fixed ? Text{} : did_you_mean(nearest(planned.path, known))));
        return std::nullopt;
    }

    std::optional<StudyFactor> of_words(StudyFactor factor, const Origin& place, const std::string& where)
    {
        if (factor.words.size() < 2) {
            out_.add(error_at(place, where, say("{} er et ord: skriv mindst to under values", "{} is a word: write at least two under values", factor.path)));
            return std::nullopt;
        }
        factor.low = 0;
        factor.high = static_cast<double>(factor.words.size()) - 1;
        factor.integer = true;
        return factor;
    }

    std::optional<StudyFactor> of_field(const Field& field, const PlannedFactor& planned, StudyFactor factor, const Origin& place, const std::string& where)
    {
        factor.unit = field.unit;
        factor.tag = tag_of(factor.path, field);
        std::vector<double> values;
        for (const Node& node : planned.values) {
            const auto value = read_value(field, node, file_, where + ".values", out_);
            if (!value) return std::nullopt;
            values.push_back(*value);
        }
        if (field.kind == Kind::choice || field.kind == Kind::flag) {
            for (const double value : values) factor.words.push_back(written(field, value));
            if (values.empty() && field.kind == Kind::flag) factor.words = {"false", "true"};
            for (const Choice& choice : field.choices) {
                if (values.empty() && choice.built) factor.words.emplace_back(choice.id);
            }
            return of_words(std::move(factor), place, where);
        }
        factor.integer = field.kind == Kind::integer;
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        factor.values = std::move(values);
        if (!factor.values.empty()) {
            factor.low = factor.values.front();
            factor.high = factor.values.back();
            return factor;
        }
        const auto end = [&](const std::optional<Node>& written_end, double prior, const char* key) {
            if (written_end) return read_value(field, *written_end, file_, where + "." + key, out_);
            if (field.has_prior()) return std::optional(prior);
            out_.add(error_at(place, where, say("{} har ingen prior: skriv low og high", "{} has no prior: write low and high", factor.path)));
            return std::optional<double>();
        };
        const auto low = end(planned.low, field.prior_low, "low");
        const auto high = low ? end(planned.high, field.prior_high, "high") : std::nullopt;
        if (!low || !high) return std::nullopt;
        if (*low >= *high) {
            out_.add(error_at(place, where, say("low ({}) skal være mindre end high ({})", "low ({}) must be less than high ({})", written(*low), written(*high))));
            return std::nullopt;
        }
        factor.low = *low;
        factor.high = *high;
        return factor;
    }

    Evidence tag_of(const std::string& path, const Field& field) const
    {
        const auto own = scenarios_.front().evidence.find(path);
        return own == scenarios_.front().evidence.end() ? field.tag : own->second.tag;
    }

    const std::string& file_;
    std::span<const LoadedScenario> scenarios_;
    Diagnostics& out_;
};

/// What a cell of a list says, or nothing.
std::optional<double> cell_value(const StudyFactor& factor, const std::string& text, const Dialect& dialect)
{
    if (!factor.words.empty()) {
        const auto found = std::find(factor.words.begin(), factor.words.end(), text);
        if (found == factor.words.end()) return std::nullopt;
        return static_cast<double>(found - factor.words.begin());
    }
    const auto number = read_number(text, dialect).value;
    if (!number || (factor.integer && *number != std::round(*number))) return std::nullopt;
    return number;
}

bool names(const std::string& header, const StudyFactor& factor)
{
    return header == factor.path || header == factor.path.substr(factor.path.rfind('.') + 1);
}

} // namespace

std::vector<StudyFactor> bind_factors(const PlannedStudy& plan, const std::string& file, std::span<const LoadedScenario> scenarios, Diagnostics& out)
{
    Binder binder(file, scenarios, out);
    if (plan.assumed) return binder.assumed(plan);
    std::vector<StudyFactor> factors;
    for (std::size_t i = 0; i < plan.factors.size(); ++i) {
        if (auto factor = binder.bind(plan.factors[i], "factors." + std::to_string(i + 1))) factors.push_back(std::move(*factor));
    }
    return factors;
}

StudyPoint base_point(std::span<const StudyFactor> factors, const Scenario& base)
{
    StudyPoint point;
    for (const StudyFactor& factor : factors) {
        const std::string text = value_at(base, factor.path).value_or("");
        const auto word = std::find(factor.words.begin(), factor.words.end(), text);
        const auto number = parse_number(text);
        if (word != factor.words.end()) point.values.push_back(static_cast<double>(word - factor.words.begin()));
        else if (factor.words.empty() && number) point.values.push_back(*number);
        else point.values.push_back(value_at_share(factor, 0.5));
    }
    return point;
}

std::vector<StudyPoint> read_points(const std::string& text, const std::string& file, std::span<const StudyFactor> factors, Diagnostics& out)
{
    std::vector<StudyPoint> points;
    const auto csv = parse_csv(text, file, out);
    if (!csv) return points;
    std::vector<std::size_t> column(factors.size(), csv->header.size());
    for (std::size_t c = 0; c < csv->header.size(); ++c) {
        const auto found = std::find_if(factors.begin(), factors.end(), [&](const StudyFactor& f) { return names(csv->header[c].text, f); });
        if (found == factors.end()) {
            std::vector<std::string_view> known;
            for (const StudyFactor& factor : factors) known.push_back(factor.path);
            out.add(error_at({file, csv->header[c].line, csv->header[c].column}, "",
                             say("kolonnen '{}' er ingen faktor i planen", "the column '{}' is no factor of the plan", shown(csv->header[c].text)),
                             did_you_mean(nearest(csv->header[c].text, known))));
        } else {
            column[static_cast<std::size_t>(found - factors.begin())] = c;
        }
    }
    for (std::size_t f = 0; f < factors.size(); ++f) {
        if (column[f] == csv->header.size()) out.add(error_at({file, 1, 1}, "", say("kolonnen '{}' mangler", "the column '{}' is missing", factors[f].path)));
    }
    if (out.has_errors()) return points;
    for (const auto& row : csv->rows) {
        StudyPoint point;
        for (std::size_t f = 0; f < factors.size(); ++f) {
            const Cell& cell = row[column[f]];
            const auto value = cell_value(factors[f], cell.text, csv->dialect);
            if (!value) out.add(error_at({file, cell.line, cell.column}, factors[f].path, say("'{}' er ikke en værdi af faktoren", "'{}' is not a value of the factor", shown(cell.text))));
            point.values.push_back(value.value_or(0));
        }
        points.push_back(std::move(point));
    }
    if (points.empty() && !out.has_errors()) out.add(error_at({file, 1, 1}, "", {"listen har ingen punkter", "the list has no points"}));
    return points;
}

} // namespace samspil
