// SPDX-License-Identifier: MPL-2.0
#include "tests/support/scenario_maker.hpp"

#include "engine/io/resolved.hpp"
#include "engine/io/shape.hpp"
#include "engine/random/stream.hpp"
#include "tests/support/worlds.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

namespace samspil::made {
namespace {

constexpr int most_repairs = 200;
constexpr double most_persons = 400, least_persons = 50;
constexpr int small_number = 60; ///< houses stay small where a table allows a hundred thousand

class Maker {
public:
    explicit Maker(std::uint32_t number) : number_(number) {}

    Scenario make()
    {
        s_ = default_scenario();
        s_.id = "made-" + std::to_string(number_);
        s_.title = {s_.id, s_.id};
        s_.run.seed = number_;
        const int burn_in = chance("burn-in") < 0.3 ? 0 : between("burn-in weeks", 1, 52);
        s_.period = {*parse_date("2021-01-04") + between("start", 0, 400), between("weeks", 26, 104), burn_in};
        neighbourhoods();
        people();
        organisation();
        centres();
        fields("policy", policy_fields(), &s_.policy);
        fields("organisation", organisation_fields(), &s_.organisation);
        fields("assumptions", parameter_fields(), &s_.assumptions);
        shares_of_levels();
        busy();
        for (const Field& field : mechanism_fields()) {
            if (chance("mechanism", field.key) < 0.15) field.access.write(&s_.mechanisms, 0);
        }
        interventions();
        mend();
        return std::move(s_);
    }

private:
    /// A uniform number for what the words name.
    double chance(std::string_view what, std::string_view which = "", int index = 0) const
    {
        std::uint64_t hash = 14695981039346656037ULL;
        for (const std::string_view word : {what, std::string_view("/"), which}) {
            for (const char letter : word) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
        }
        return uniform({number_, 0}, Purpose::futures, hash, static_cast<std::uint32_t>(index));
    }

    int between(std::string_view what, int low, int high, int index = 0) const
    {
        return low + static_cast<int>(chance(what, "", index) * (high - low + 1));
    }

    void neighbourhoods()
    {
        const int count = between("neighbourhoods", 1, 4);
        for (int i = 0; i < count; ++i) {
            const std::string id = "n" + std::to_string(i + 1);
            s_.neighbourhoods.push_back({between("neighbourhood key", 0, 190000, i) * 5 + i + 2, id, id,
                                         between("x", -9000, 9000, i), between("y", -9000, 9000, i),
                                         between("radius", 0, 3000, i), 1.0 / count, chance("ring road", "", i) < 0.5, {}});
        }
        if (count < 2 || chance("roads") < 0.7) return;
        for (int i = 1; i < count; ++i) s_.roads.push_back({i - 1, i, 0.1 + 12 * chance("km", "", i)});
    }

    void people()
    {
        const int year = civil_date(s_.calendar().first_day).year - between("table's age", 0, 2);
        for (int age = 60; age <= 99; ++age) {
            for (const Sex sex : {Sex::male, Sex::female}) s_.population.push_back({year, -1, sex, age, 0});
        }
        const auto persons = static_cast<int>(least_persons + (most_persons - least_persons) * chance("persons"));
        const bool by_place = chance("people by neighbourhood") < 0.5;
        for (int i = 0; i < persons; ++i) {
            const double old = chance("age", "", i);
            const int age = 60 + static_cast<int>(40 * old * old);
            const auto row = static_cast<std::size_t>(2 * (age - 60) + between("sex", 0, 1, i));
            if (by_place && s_.population[row].persons == 0) {
                s_.population[row].neighbourhood = between("home", 0, static_cast<int>(s_.neighbourhoods.size()) - 1, i);
            }
            ++s_.population[row].persons;
        }
        const double deadly = 3 * chance("mortality");
        s_.lifetable = worlds::gompertz_table();
        for (DeathProbability& row : s_.lifetable) row.q = std::min(0.9, row.q * deadly);
        for (const Sex sex : {Sex::male, Sex::female}) {
            const int index = static_cast<int>(sex);
            s_.net_migration.push_back({sex, 65, 110, 0.2 * chance("leaving", "", index) - 0.1});
            s_.cohort_change.push_back({sex, 50, 64, 0.9 + 0.15 * chance("cohorts", "", index)});
        }
    }

    /// Three models of the same areas: straight under the top twice, with other leaders, and under districts.
    void organisation()
    {
        const int areas = between("areas", 1, 3), districts = between("districts", 1, 2);
        const auto add = [&](const std::string& model, int key, const std::string& id, const char* level, const std::string& parent) {
            const int leaders = static_cast<int>(4 * chance("leaders " + model, id));
            s_.organisation_units.push_back({model, key, id, id, level, parent, leaders, {}});
        };
        for (const std::string model : {"flat", "districts", "other"}) {
            int key = 0;
            add(model, ++key, "top", "municipality", "");
            for (int d = 0; model == "districts" && d < districts; ++d) add(model, ++key, "d" + std::to_string(d), "district", "top");
            for (int a = 0; a < areas; ++a) {
                const std::string id = "a" + std::to_string(a);
                add(model, ++key, id, "area", model == "districts" ? "d" + std::to_string(a % districts) : "top");
            }
        }
        s_.organisation.model = some_model("model", 0);
        areas_ = areas;
    }

    std::string some_model(std::string_view what, int index) const
    {
        constexpr std::array models{"flat", "districts", "other"};
        return models[static_cast<std::size_t>(between(what, 0, 2, index))];
    }

    void centres()
    {
        const int count = between("centres", 1, 6);
        for (int j = 0; j < count; ++j) {
            Centre centre;
            centre.key = between("centre key", 0, 1000, j) * 8 + j + 1;
            centre.id = "c" + std::to_string(j + 1);
            centre.name = centre.id;
            centre.kind = static_cast<CentreKind>(between("kind", 0, 2, j));
            centre.area = "a" + std::to_string(between("area", 0, areas_ - 1, j));
            centre.neighbourhood = between("centre's neighbourhood", 0, static_cast<int>(s_.neighbourhoods.size()) - 1, j);
            const Neighbourhood& place = s_.neighbourhoods[static_cast<std::size_t>(centre.neighbourhood)];
            centre.x_m = place.x_m + between("centre x", -1500, 1500, j);
            centre.y_m = place.y_m + between("centre y", -1500, 1500, j);
            centre.nursing_home_side = chance("nursing-home side", "", j) < 0.3;
            if (j > 0 && chance("roof", "", j) < 0.3) centre.same_roof_as = "c" + std::to_string(between("under", 1, j, j));
            for (const Field& field : centre_fields()) small_value("centre", field, &centre, j);
            for (const Field& field : centre_place_fields()) {
                if (chance("holds", field.key, j) < 0.7) small_value("places", field, &centre, j);
            }
            centre.open = chance("open", "", j) < 0.8;
            s_.centres.push_back(centre);
        }
    }

    /// Few of what a table may hold very many of.
    void small_value(const std::string& what, const Field& field, void* object, int index) const
    {
        if (field.kind != Kind::integer || field.maximum <= small_number) return value(what, field, object, index);
        const double u = chance(what, field.key, index);
        field.access.write(object, std::floor(field.minimum + u * u * small_number));
    }

    /// Half the time the default, else from the prior, now and then from the whole range or its ends.
    void value(const std::string& what, const Field& field, void* object, int index) const
    {
        const double way = chance(what + "?", field.key, index), u = chance(what, field.key, index);
        double drawn = field.fallback;
        if (field.kind == Kind::choice) {
            const auto count = static_cast<double>(field.choices.size());
            if (way < 0.5 || !field.choices[static_cast<std::size_t>(u * count)].built) return;
            drawn = std::floor(u * count);
        } else if (field.kind == Kind::flag) {
            drawn = u < 0.5 ? 1 : 0;
        } else if (way < 0.5) {
            return;
        } else if (way < 0.85 && field.has_prior()) {
            drawn = field.prior_low + u * (field.prior_high - field.prior_low);
        } else if (way < 0.96) {
            const double skew = chance(what + " skew", field.key, index) < 0.5 ? u : u * u * u * u;
            drawn = field.minimum + skew * (field.maximum - field.minimum);
        } else {
            drawn = u < 0.5 ? field.minimum : field.maximum;
        }
        if (field.kind == Kind::integer) drawn = std::floor(drawn);
        field.access.write(object, std::clamp(drawn, field.minimum, field.maximum));
    }

    void fields(const std::string& section, std::span<const Field> table, void* object) const
    {
        for (const Field& field : table) value(section, field, object, 0);
    }

    void shares_of_levels()
    {
        double sum = 0;
        for (const double share : s_.assumptions.level65) sum += share;
        if (!(sum > 0)) s_.assumptions.level65[0] = sum = 1;
        for (double& share : s_.assumptions.level65) share /= sum;
    }

    /// In most towns more people know and ask than there are places for.
    void busy()
    {
        if (chance("busy") > 0.7) return;
        Parameters& p = s_.assumptions;
        p.consider = std::max(p.consider, 3.0);
        for (double& share : p.information.media_reach) share = std::max(share, 0.9);
        p.information.lam_media = std::max(p.information.lam_media, 0.5);
        for (double& appeal : p.asc) appeal = std::min(20.0, appeal + 2.5);
        for (Centre& centre : s_.centres) {
            for (int& places : centre.places) places = (places + 3) / 4;
        }
    }

    void interventions()
    {
        const auto kinds = intervention_kinds();
        const int count = between("interventions", 0, 5);
        for (int n = 0; n < count; ++n) {
            const InterventionKind& kind = kinds[static_cast<std::size_t>(between("kind of intervention", 0, static_cast<int>(kinds.size()) - 1, n))];
            Intervention made;
            made.type = kind.type;
            made.organisation = s_.organisation;
            set_defaults(kind.params, &made);
            made.date = s_.period.start + 1 + between("date", 0, 7 * s_.period.weeks - 2, n);
            if (kind.needs_centre || (kind.takes_centre && chance("at a house", "", n) < 0.6)) made.centre = target(kind, n);
            if (kind.needs_to) made.to = s_.centres[static_cast<std::size_t>(between("to", 0, static_cast<int>(s_.centres.size()) - 1, n))].id;
            if (kind.takes_area && chance("in an area", "", n) < 0.5) made.area = "a" + std::to_string(between("target area", 0, areas_ - 1, n));
            if (chance("has an id", "", n) < 0.4) made.id = "step-" + std::to_string(n);
            if (n > 0 && chance("requires", "", n) < 0.15) made.requires_ids.push_back("step-" + std::to_string(between("required", 0, n - 1, n)));
            if (kind.needs_model) made.organisation.model = some_model("changed model", n);
            for (const Field& field : kind.params) {
                if (field.kind == Kind::integer && field.maximum > 1000) small_value(std::string(kind.id), field, &made, n);
                else value(std::string(kind.id), field, &made, n);
            }
            s_.interventions.push_back(std::move(made));
        }
        std::stable_sort(s_.interventions.begin(), s_.interventions.end(),
                         [](const Intervention& a, const Intervention& b) { return a.date < b.date; });
    }

    /// A house; one that is closed where it is to open.
    std::string target(const InterventionKind& kind, int n) const
    {
        const bool opens = kind.type == InterventionType::open_centre || kind.type == InterventionType::satellite;
        const auto count = s_.centres.size();
        const auto first = static_cast<std::size_t>(between("target", 0, static_cast<int>(count) - 1, n));
        for (std::size_t k = 0; k < count; ++k) {
            const Centre& centre = s_.centres[(first + k) % count];
            if (centre.open != opens) return centre.id;
        }
        return s_.centres[first].id;
    }

    /// Takes away what the checks of a scenario refuse: the intervention, or the value, that they name.
    void mend()
    {
        for (int repair = 0; repair < most_repairs; ++repair) {
            const Diagnostics found = check_scenario(s_);
            if (!found.has_errors()) return;
            const auto wrong = std::find_if(found.items().begin(), found.items().end(),
                                            [](const Diagnostic& d) { return d.severity == Severity::error; });
            if (!mend(split_path(wrong->path)))
                throw std::runtime_error(fmt::format("scenario {}: {}: {}", number_, wrong->path, wrong->message.en));
        }
        throw std::runtime_error(fmt::format("scenario {} cannot be mended", number_));
    }

    bool mend(const std::vector<std::string_view>& path)
    {
        if (path[0] == "travel") return s_.roads.clear(), true;
        if (path.size() < 2) return false;
        if (path[0] == "interventions") {
            std::size_t n = 0;
            std::from_chars(path[1].data(), path[1].data() + path[1].size(), n);
            if (n < 1 || n > s_.interventions.size()) return false;
            s_.interventions.erase(s_.interventions.begin() + static_cast<std::ptrdiff_t>(n) - 1);
            return true;
        }
        if (path[0] == "assumptions") return reset(parameter_fields(), path[1], &s_.assumptions);
        if (path[0] == "policy") return reset(policy_fields(), path[1], &s_.policy);
        if (path[0] == "organisation") return reset(organisation_fields(), path[1], &s_.organisation);
        return false;
    }

    static bool reset(std::span<const Field> table, std::string_view key, void* object)
    {
        const Field* field = find_field(table, key);
        if (field == nullptr || field->access.read(object) == field->fallback) return false;
        field->access.write(object, field->fallback);
        return true;
    }

    std::uint32_t number_;
    Scenario s_;
    int areas_ = 1;
};

Intervention first_day(const Scenario& scenario, InterventionType type)
{
    Intervention made;
    made.type = type;
    made.date = scenario.period.start;
    set_defaults(kind_of(type).params, &made);
    return made;
}

} // namespace

Scenario scenario(std::uint32_t number) { return Maker(number).make(); }

std::string as_yaml(const Scenario& scenario)
{
    ResolvedPlaces places{tables_folder, {}, {}};
    for (const Centre& centre : scenario.centres) {
        const std::string path = "centres." + centre.id;
        for (const Field& field : centre_fields()) places.centre_paths.insert(fmt::format("{}.{}", path, field.key));
        for (const Field& field : centre_place_fields()) places.centre_paths.insert(fmt::format("{}.offers.{}.places", path, field.key));
    }
    return resolve(scenario, places);
}

std::string in_words(std::uint32_t number, const Scenario& scenario)
{
    int persons = 0;
    for (const PopulationCount& row : scenario.population) persons += row.persons;
    return fmt::format("made::scenario({}): {} neighbourhoods, {} persons\n{}", number, scenario.neighbourhoods.size(), persons,
                       as_yaml(scenario));
}

void add_neutral_interventions(Scenario& scenario)
{
    std::vector<Intervention> first;
    Intervention change = first_day(scenario, InterventionType::organisation_change);
    change.organisation = scenario.organisation;
    change.shock_weeks = 0;
    change.parts = {true, true, true, true};
    first.push_back(change);
    Intervention rule = first_day(scenario, InterventionType::visitation_rule);
    rule.rule = scenario.policy.visitation_rule;
    rule.core_k = scenario.policy.core_k;
    first.push_back(rule);
    for (const Centre& centre : scenario.centres) {
        for (std::size_t offer = 0; offer < offer_count; ++offer) {
            if (centre.places[offer] == 0) continue;
            Intervention places = first_day(scenario, InterventionType::change_places);
            places.centre = centre.id;
            places.offer = static_cast<int>(offer);
            places.places = centre.places[offer];
            first.push_back(places);
        }
    }
    scenario.interventions.insert(scenario.interventions.begin(), first.begin(), first.end());
}

} // namespace samspil::made
