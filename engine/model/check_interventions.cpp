// SPDX-License-Identifier: MPL-2.0
// Interventions against each other and against the rest of the scenario: dates, order, targets, clashes.
#include "engine/model/check.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace samspil {
namespace {

bool closes(InterventionType type) { return type == InterventionType::close_centre || type == InterventionType::merge; }
bool opens(InterventionType type) { return type == InterventionType::open_centre || type == InterventionType::satellite; }

/// Of two of one kind: what belongs to the target though it stands among the params. Two frames of a house are two things.
bool same_thing_of_kind(const Intervention& a, const Intervention& b)
{
    switch (a.type) {
    case InterventionType::change_places: return a.offer == b.offer;
    case InterventionType::satellite: return a.offer == b.offer || a.to != b.to; // a house has one coordinator
    case InterventionType::convert_offer: return a.offer == b.offer && a.choice == b.choice;
    case InterventionType::same_roof: return a.to == b.to;
    case InterventionType::population_shock:
    case InterventionType::frame_change:
    case InterventionType::invest: return a.choice == b.choice;
    default: return true;
    }
}

bool everywhere(const Intervention& one) { return one.centre.empty() && one.area.empty() && one.pool.empty(); }

/// The later takes the earlier's place; else the two add up or multiply.
bool takes_place(InterventionType type)
{
    return type == InterventionType::consultants || type == InterventionType::forum_start;
}

class Interventions {
public:
    Interventions(const Scenario& scenario, Diagnostics& found) : s_(scenario), found_(found)
    {
        for (const Centre& centre : s_.centres) open_[centre.id] = centre.open;
    }

    void check()
    {
        for (std::size_t n = 0; n < s_.interventions.size(); ++n) {
            const Intervention& one = s_.interventions[n];
            const std::string path = "interventions." + std::to_string(n + 1);
            date_of(one, path);
            model_of(one, path);
            order_of(one, path, n);
            targets_of(one, path);
            clashes_of(one, path, n);
            nested_of(one, path, n);
            closed_house_of(one, path, n);
            house_of(one, path);
        }
    }

private:
    void error(std::string path, Text message, Text hint = {})
    {
        found_.add({Severity::error, "", 0, 0, std::move(path), std::move(message), std::move(hint)});
    }
    void warning(std::string path, Text message)
    {
        found_.add({Severity::warning, "", 0, 0, std::move(path), std::move(message), {}});
    }

    void date_of(const Intervention& one, const std::string& path)
    {
        const Day end = s_.period.start + 7 * s_.period.weeks;
        if (one.date >= s_.period.start && one.date < end) return;
        error(path + ".date", say_both("{} ligger uden for perioden {} til {}", "{} lies outside the period {} to {}",
                                       format_date(one.date), format_date(s_.period.start), format_date(end - 1)));
    }

    void model_of(const Intervention& one, const std::string& path)
    {
        if (!kind_of(one.type).needs_model) return;
        std::set<std::string> models;
        for (const OrganisationUnit& unit : s_.organisation_units) models.insert(unit.model);
        if (models.contains(one.organisation.model)) return;
        error(path + ".params.model",
              say_both("organisationen '{}' findes ikke; mulige: {}", "there is no organisation '{}'; possible: {}",
                       one.organisation.model, fmt::format("{}", fmt::join(models, ", "))));
    }

    /// What `requires` names must come before, and ids are given once. The list is in order of application: by date, and on
    /// one day as in the file.
    void order_of(const Intervention& one, const std::string& path, std::size_t number)
    {
        for (const std::string& id : one.requires_ids) {
            const auto before = std::find_if(s_.interventions.begin(), s_.interventions.end(),
                                             [&](const Intervention& other) { return other.id == id; });
            if (before == s_.interventions.end())
                error(path + ".requires", say_both("ingen indsats har id '{}'", "no intervention has the id '{}'", id));
            else if (before - s_.interventions.begin() >= static_cast<std::ptrdiff_t>(number))
                error(path + ".requires",
                      say_both("'{}' sker ikke før denne indsats", "'{}' does not happen before this intervention", id),
                      before->date != one.date || before->id == one.id
                          ? Text{}
                          : Text{"på samme dag sker det først, der står først i filen", "of one day, what stands first in the file happens first"});
        }
        if (one.id.empty()) return;
        for (std::size_t i = 0; i < number; ++i) {
            if (s_.interventions[i].id == one.id)
                error(path + ".id", say_both("id '{}' er brugt to gange", "the id '{}' is used twice", one.id));
        }
    }

    /// Areas are units of some organisation model, pools rows of pools.csv; a second house is another one.
    void targets_of(const Intervention& one, const std::string& path)
    {
        const auto is_named = [&](const OrganisationUnit& unit) { return unit.id == one.area; };
        if (!one.area.empty() && std::none_of(s_.organisation_units.begin(), s_.organisation_units.end(), is_named))
            error(path + ".target.area", say_both("intet område hedder '{}'", "no area is named '{}'", one.area), possible_areas(s_));
        const auto is_asked = [&](const Pool& pool) { return pool.id == one.pool; };
        if (!one.pool.empty() && std::none_of(s_.pools.begin(), s_.pools.end(), is_asked))
            error(path + ".target.pool", say_both("ingen pulje hedder '{}'", "no pool is named '{}'", one.pool));
        if (!kind_of(one.type).needs_centre && !one.centre.empty() && s_.centre_index(one.centre) < 0)
            error(path + ".target.centre", say_both("intet hus hedder '{}'", "no centre is named '{}'", one.centre));
        if (one.to.empty()) return;
        if (s_.centre_index(one.to) < 0)
            error(path + ".target.to", say_both("intet hus hedder '{}'", "no centre is named '{}'", one.to));
        else if (one.to == one.centre)
            error(path + ".target.to", {"et hus lægges ikke sammen med sig selv", "a centre is not merged with itself"});
    }

    /// The same thing twice on one day, or again before the first has run its ramp.
    void clashes_of(const Intervention& one, const std::string& path, std::size_t number)
    {
        const bool house = closes(one.type) || opens(one.type);
        for (std::size_t i = 0; i < number; ++i) {
            const Intervention& other = s_.interventions[i];
            const bool same_kind = other.type == one.type || (house && (closes(other.type) || opens(other.type)));
            const bool same_target = other.centre == one.centre && other.area == one.area && other.pool == one.pool &&
                                     (other.type != one.type || same_thing_of_kind(other, one));
            if (!same_kind || !same_target) continue;
            if (other.date == one.date) {
                error(path, {"to indsatser om det samme på samme dag", "two interventions on the same thing on the same day"});
                return;
            }
            if (other.date + 7 * other.ramp_weeks <= one.date) continue;
            error(path, say_both("begynder før indsats {} om det samme er fuldt indfaset ({} uger)",
                                 "begins before intervention {} on the same thing is fully in place ({} weeks)", i + 1, other.ramp_weeks));
        }
    }

    /// One for everywhere and one of the same kind for one place: what the place gets of both.
    void nested_of(const Intervention& one, const std::string& path, std::size_t number)
    {
        if (one.type == InterventionType::bridge_capacity) return; // hours for all are a pool of their own
        for (std::size_t i = 0; i < number; ++i) {
            const Intervention& other = s_.interventions[i];
            if (other.type != one.type || everywhere(other) == everywhere(one) || !same_thing_of_kind(other, one)) continue;
            const std::string date = format_date(other.date);
            if (other.date == one.date && takes_place(one.type))
                warning(path, say_both("indsats {} ({}) er om det samme: den ene gælder overalt, den anden ét sted, og dér gælder "
                                       "kun den, der står sidst i filen",
                                       "intervention {} ({}) is on the same thing: one is for everywhere, the other for one place, and "
                                       "there only what stands last in the file holds",
                                       i + 1, date));
            else if (other.date == one.date)
                warning(path, say_both("indsats {} ({}) er om det samme: den ene gælder overalt, den anden ét sted, og dér virker begge",
                                       "intervention {} ({}) is on the same thing: one is for everywhere, the other for one place, and "
                                       "there both take effect",
                                       i + 1, date));
        }
    }

    /// What is changed in a closed house waits until it opens; a satellite opens with its own places alone.
    void closed_house_of(const Intervention& one, const std::string& path, std::size_t number)
    {
        const auto house = open_.find(one.centre);
        if (house == open_.end() || house->second || opens(one.type) || closes(one.type)) return;
        const bool places = one.type == InterventionType::change_places || one.type == InterventionType::convert_offer;
        const auto first = s_.interventions.begin() + static_cast<std::ptrdiff_t>(number);
        const bool later = std::any_of(first, s_.interventions.end(), [&](const Intervention& other) {
            return other.centre == one.centre && opens(other.type) && !(places && other.type == InterventionType::satellite);
        });
        if (!later)
            warning(path + ".target.centre",
                    say_both("'{}' er lukket den dag og åbner ikke senere med det, der ændres her",
                             "'{}' is closed that day and does not open later with what is changed here", one.centre));
    }

    void house_of(const Intervention& one, const std::string& path)
    {
        if (!kind_of(one.type).needs_centre) return;
        if (const auto to = open_.find(one.to); to != open_.end() && !to->second)
            error(path + ".target.to", say_both("'{}' er lukket", "'{}' is closed", one.to));
        const auto centre = open_.find(one.centre);
        if (centre == open_.end()) {
            error(path + ".target.centre", say_both("intet hus hedder '{}'", "no centre is named '{}'", one.centre));
        } else if (closes(one.type)) {
            if (!centre->second)
                error(path + ".target.centre", say_both("'{}' er allerede lukket", "'{}' is closed already", one.centre));
            centre->second = false;
        } else if (opens(one.type)) {
            if (centre->second && one.type == InterventionType::open_centre) // a satellite may move into an open house
                error(path + ".target.centre", say_both("'{}' er allerede åbent", "'{}' is open already", one.centre));
            centre->second = true;
        }
    }

    const Scenario& s_;
    Diagnostics& found_;
    std::map<std::string, bool> open_;
};

} // namespace

Text possible_areas(const Scenario& scenario, std::string_view model)
{
    std::set<std::string> areas;
    for (const OrganisationUnit& unit : scenario.organisation_units) {
        if (unit.level == "area" && (model.empty() || unit.model == model)) areas.insert(unit.id);
    }
    if (areas.empty()) return {};
    return say_both("mulige: {}", "possible: {}", fmt::format("{}", fmt::join(areas, ", ")));
}

void check_interventions(const Scenario& scenario, Diagnostics& found) { Interventions(scenario, found).check(); }

} // namespace samspil
