// SPDX-License-Identifier: MPL-2.0
// Rules that need the whole scenario. Paths only, so that a scenario made in code is checked like one from a file.
#include "engine/model/check.hpp"
#include "engine/model/check_ages.hpp"
#include "engine/model/check_positions.hpp"
#include "engine/model/check_sizes.hpp"
#include "engine/model/rates.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <fmt/format.h>

namespace samspil {
namespace {

constexpr int most_places = 1000; ///< of one offer in one house before we wonder

class Checker {
public:
    explicit Checker(const Scenario& scenario) : s_(scenario) {}
    Diagnostics found;

    void identities();
    void organisation();
    void centres();
    void shares();
    void travel();
    void worth_saying();

private:
    using Units = std::vector<const OrganisationUnit*>;
    void error(std::string path, Text message, Text hint = {})
    {
        mention(Severity::error, std::move(path), std::move(message), std::move(hint));
    }
    void mention(Severity severity, std::string path, Text message, Text hint = {})
    {
        found.add({severity, "", 0, 0, std::move(path), std::move(message), std::move(hint)});
    }
    void unlikely_places(const Centre& centre);
    Units units_of(const std::string& model) const;
    void one_model(const std::string& model);
    void known_model(const std::string& path, const std::string& model);
    template <class Items, class Key>
    void unique(const Items& items, const char* section, const char* what, Key key);
    const Scenario& s_;
};

template <class Items, class Key>
void Checker::unique(const Items& items, const char* section, const char* what, Key key)
{
    std::map<std::string, std::string> seen;
    for (const auto& item : items) {
        const auto [earlier, fresh] = seen.emplace(key(item), item.id);
        if (fresh) continue;
        const bool both_named = earlier->second == item.id;
        error(fmt::format("{}.{}.{}", section, item.id, what),
              both_named ? say_both("{} '{}' står to gange", "the {} '{}' stands twice", what, earlier->first)
                         : say_both("{} {} bruges også af {}", "{} {} is used by {} as well", what, earlier->first,
                               earlier->second));
    }
}

void Checker::identities()
{
    const auto id = [](const auto& item) { return item.id; };
    const auto key = [](const auto& item) { return std::to_string(item.key); };
    unique(s_.neighbourhoods, "neighbourhoods", "id", id);
    unique(s_.neighbourhoods, "neighbourhoods", "key", key);
    unique(s_.centres, "centres", "id", id);
    unique(s_.centres, "centres", "key", key);
    if (s_.neighbourhoods.empty())
        error("neighbourhoods", {"der er ingen lokalsamfund", "there are no neighbourhoods"});
    if (s_.centres.empty()) error("centres", {"der er ingen huse", "there are no centres"});
}

Checker::Units Checker::units_of(const std::string& model) const
{
    Units units;
    for (const OrganisationUnit& unit : s_.organisation_units) {
        if (unit.model == model) units.push_back(&unit);
    }
    return units;
}

/// Who answers to whom is a tree: one root, every parent known, no ring.
void Checker::one_model(const std::string& model)
{
    const Units units = units_of(model);
    const auto path = [&](const OrganisationUnit& unit, const char* column) {
        return fmt::format("organisation_units.{}.{}.{}", model, unit.id, column);
    };
    std::map<std::string, std::size_t> at;
    std::map<int, std::string> keys;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!at.emplace(units[i]->id, i).second)
            error(path(*units[i], "unit"),
                  say_both("enheden '{}' står to gange i {}", "the unit '{}' stands twice in {}", units[i]->id, model));
        const auto [earlier, fresh] = keys.emplace(units[i]->key, units[i]->id);
        if (!fresh)
            error(path(*units[i], "key"),
                  say_both("key {} bruges også af {}", "key {} is used by {} as well", units[i]->key, earlier->second));
    }
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> answers_to(units.size());
    std::size_t roots = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::string& parent = units[i]->parent;
        if (parent.empty()) {
            if (++roots > 1)
                error(path(*units[i], "parent"),
                      say_both("'{}' hører ikke under nogen, men {} har allerede en top",
                          "'{}' answers to nobody, but {} has a top already", units[i]->id, model));
        } else if (const auto above = at.find(parent); above == at.end()) {
            error(path(*units[i], "parent"),
                  say_both("'{}' hører under '{}', som ikke findes i {}", "'{}' answers to '{}', which is not in {}",
                      units[i]->id, parent, model));
        } else {
            boost::add_edge(i, above->second, answers_to);
        }
    }
    std::vector<std::size_t> component(units.size());
    const std::size_t count = units.empty() ? 0 : boost::strong_components(answers_to, component.data());
    for (std::size_t c = 0; c < count; ++c) {
        std::string ring;
        std::size_t first = units.size(), members = 0;
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (component[i] != c) continue;
            first = std::min(first, i);
            ring += (members++ ? ", " : "") + units[i]->id;
        }
        if (members > 1 || units[first]->parent == units[first]->id) {
            error(path(*units[first], "parent"), say_both("enhederne hører under hinanden i ring: {}",
                                                     "the units answer to each other in a ring: {}", ring));
        }
    }
}

void Checker::known_model(const std::string& path, const std::string& model)
{
    std::set<std::string> models;
    for (const OrganisationUnit& unit : s_.organisation_units)
        models.insert(unit.model);
    if (models.contains(model)) return;
    error(path, say_both("organisationen '{}' findes ikke; mulige: {}", "there is no organisation '{}'; possible: {}", model,
                    fmt::format("{}", fmt::join(models, ", "))));
}

void Checker::organisation()
{
    std::set<std::string> models;
    for (const OrganisationUnit& unit : s_.organisation_units)
        models.insert(unit.model);
    for (const std::string& model : models)
        one_model(model);
    known_model("organisation.model", s_.organisation.model);
}

void Checker::centres()
{
    std::set<std::string> used{s_.organisation.model};
    for (const Intervention& i : s_.interventions) {
        if (i.type == InterventionType::organisation_change) used.insert(i.organisation.model);
    }
    for (const Centre& centre : s_.centres) {
        const std::string path = "centres." + centre.id;
        for (const std::string& model : used) {
            const Units units = units_of(model);
            const bool known = std::any_of(units.begin(), units.end(),
                                           [&](const OrganisationUnit* u) { return u->id == centre.area; });
            if (!known && !units.empty())
                error(path + ".area",
                      say_both("området '{}' findes ikke i {}", "there is no area '{}' in {}", centre.area, model), possible_areas(s_, model));
        }
        const bool inside =
            centre.neighbourhood >= 0 && static_cast<std::size_t>(centre.neighbourhood) < s_.neighbourhoods.size();
        if (!inside) error(path + ".neighbourhood", {"ukendt lokalsamfund", "unknown neighbourhood"});
        if (centre.same_roof_as.empty()) continue;
        if (centre.same_roof_as == centre.id)
            error(path + ".same_roof_as",
                  {"et hus ligger ikke under tag med sig selv", "a centre is not under the same roof as itself"});
        if (s_.centre_index(centre.same_roof_as) < 0)
            error(path + ".same_roof_as", say_both("intet hus hedder '{}'", "no centre is named '{}'", centre.same_roof_as));
    }
}

void Checker::shares()
{
    double sum = 0;
    for (const double share : s_.assumptions.level65)
        sum += share;
    if (sum < 0.9999 || sum > 1.0001) {
        error("assumptions.level65_1", say_both("level65_1 til level65_4 giver {:.6g} tilsammen, ikke 1",
                                           "level65_1 to level65_4 add up to {:.6g}, not 1", sum));
    }
}

/// With a travel table, every neighbourhood reaches some centre by its roads.
void Checker::travel()
{
    if (s_.roads.empty() || s_.centres.empty()) return;
    const std::size_t count = s_.neighbourhoods.size();
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> roads(count);
    for (const Road& road : s_.roads)
        boost::add_edge(static_cast<std::size_t>(road.from), static_cast<std::size_t>(road.to), roads);
    std::vector<std::size_t> component(count);
    boost::connected_components(roads, component.data());
    std::set<std::size_t> reached;
    for (const Centre& centre : s_.centres) {
        if (centre.neighbourhood >= 0 && static_cast<std::size_t>(centre.neighbourhood) < count)
            reached.insert(component[static_cast<std::size_t>(centre.neighbourhood)]);
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (!reached.contains(component[i]))
            error("travel",
                  say_both("ingen vej fra {} til noget hus", "no road from {} to any centre", s_.neighbourhoods[i].id));
    }
}

void Checker::unlikely_places(const Centre& centre)
{
    int all = 0;
    for (std::size_t offer = 0; offer < offer_count; ++offer) {
        all += centre.places[offer];
        if (centre.places[offer] <= most_places) continue;
        mention(Severity::warning, fmt::format("centres.{}.offers.{}.places", centre.id, id_of(offers[offer])),
                say_both("{} pladser i ét hus er usædvanlig mange", "{} places in one centre are unusually many", centre.places[offer]));
    }
    const bool gets_some = std::any_of(s_.interventions.begin(), s_.interventions.end(), [&](const Intervention& i) {
        return i.type == InterventionType::change_places && i.centre == centre.id && i.places > 0;
    });
    if (all == 0 && !gets_some)
        mention(Severity::warning, "centres." + centre.id,
                say_both("'{}' har ingen pladser i noget tilbud", "'{}' has no places of any offer", centre.id),
                {"giv huset pladser i offers.csv", "give the centre places in offers.csv"});
}

/// What can be run, but is probably not meant.
void Checker::worth_saying()
{
    for (const Centre& centre : s_.centres)
        unlikely_places(centre);
    int last = 0;
    for (const PopulationTotal& row : s_.projection)
        last = std::max(last, row.year);
    const int until = civil_date(s_.period.start + 7 * s_.period.weeks - 1).year;
    if (last > 0 && until > last)
        mention(Severity::warning, "period.weeks",
                say_both("perioden slutter i {}, fremskrivningen i {}: derefter holdes de nye årgange på dens sidste år",
                    "the period ends in {}, the projection in {}: after that new cohorts stay at its last year", until, last));
    const Field* price = find_field(policy_fields(), "ride_price");
    if (price->access.read(&s_.policy) != price->fallback)
        mention(Severity::note, "policy.ride_price",
                {"prisen betales, men ingens valg afhænger af den: kun det, borgerne betaler, ændres",
                 "the price is paid, but nobody's choice depends on it: only what citizens pay changes"});
    const bool example = s_.title.da.find("ksempel") != std::string::npos || s_.title.en.find("xample") != std::string::npos;
    for (std::size_t n = 0; n < s_.interventions.size() && !example; ++n) {
        const Intervention& one = s_.interventions[n];
        const int at = one.type == InterventionType::close_centre ? s_.centre_index(one.centre) : -1;
        if (at < 0 || !s_.centres[static_cast<std::size_t>(at)].known) continue;
        mention(Severity::note, "interventions." + std::to_string(n + 1),
                say_both("{} er et hus der findes: en lukning kan læses som en plan", "{} is an existing house: its closing may be read as a plan",
                    s_.centres[static_cast<std::size_t>(at)].name),
                {"skriv 'eksempel' i titlen, hvis det er et", "write 'example' in the title if it is one"});
    }
}

} // namespace

Diagnostics check_scenario(const Scenario& scenario)
{
    Checker check(scenario);
    check.identities();
    check.organisation();
    check.centres();
    check_population(scenario, check.found);
    check_lifetable(scenario, check.found);
    check.shares();
    check.travel();
    check_positions(scenario, check.found);
    check_sizes(scenario, check.found);
    check_interventions(scenario, check.found);
    check_agreements(scenario, check.found);
    check_counted_once(scenario, check.found);
    check_age_bands(scenario, check.found);
    check_rates(scenario, check.found);
    check_residents(scenario, check.found);
    check_effect(scenario, check.found);
    check.worth_saying();
    return check.found;
}

} // namespace samspil
