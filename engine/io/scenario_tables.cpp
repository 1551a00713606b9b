// SPDX-License-Identifier: MPL-2.0
#include "engine/io/scenario_tables.hpp"

#include "engine/io/apply.hpp"
#include "engine/io/demography_tables.hpp"
#include "engine/io/nearest.hpp"
#include "engine/io/say.hpp"
#include "engine/io/values.hpp"
#include "engine/model/indicators.hpp"

#include <algorithm>

namespace samspil {
namespace {

class Taker {
public:
    Taker(const Table& table, const TableTarget& target) : table_(table), t_(target), s_(target.scenario) {}

    template <class Take>
    void each(Take take)
    {
        for (const TableRow& row : table_.rows)
            take(RowView(table_, row));
    }
    void note(const std::string& path, const RowView& row, std::string_view column)
    {
        t_.origins[path] = row.origin(column);
        t_.evidence[path] = row.provenance();
    }
    void neighbourhoods();
    void organisation();
    void centres();
    void offers();
    void volunteers();
    void rooms();
    void facts();
    void targets();
    void travel();
    void bridges();
    void agreements();
    void solved();
    void services();
    void pools();
    Centre* centre(const RowView& row);
    void names_in_spoilt_rows();

private:
    const Table& table_;
    const TableTarget& t_;
    Scenario& s_;
};

Centre* Taker::centre(const RowView& row)
{
    const std::string& id = row.text("centre");
    const int index = s_.centre_index(id);
    if (index >= 0) return &s_.centres[static_cast<std::size_t>(index)];
    if (t_.centres_known)
        t_.out.add(error_at(row.origin("centre"), "centre", say("intet hus hedder '{}'", "no centre is named '{}'", id), near_centre(s_, id)));
    return nullptr;
}

void Taker::neighbourhoods()
{
    each([&](const RowView& row) {
        const std::string path = "neighbourhoods." + row.text("id");
        note(path, row, "id");
        for (const auto column : {"key", "x_m", "y_m", "radius_m", "weight", "ring_road"})
            note(path + "." + column, row, column);
        s_.neighbourhoods.push_back({row.integer("key"), row.text("id"), row.text("name"), row.integer("x_m"),
                                     row.integer("y_m"), row.integer("radius_m"), row.number("weight"),
                                     row.integer("ring_road") == 1, row.provenance()});
    });
}

void Taker::organisation()
{
    static constexpr std::string_view levels[] = {"municipality", "district", "area"};
    each([&](const RowView& row) {
        const std::string path = "organisation_units." + row.text("model") + "." + row.text("unit");
        note(path, row, "unit");
        for (const auto column : {"key", "level", "parent", "leaders"})
            note(path + "." + column, row, column);
        s_.organisation_units.push_back({row.text("model"), row.integer("key"), row.text("unit"), row.text("name"),
                                         std::string(levels[row.integer("level")]), row.text("parent"),
                                         row.integer("leaders"), row.provenance()});
    });
}

void Taker::centres()
{
    each([&](const RowView& row) {
        const std::string path = "centres." + row.text("id");
        note(path, row, "id");
        for (const auto column :
             {"key", "kind", "area", "neighbourhood", "x_m", "y_m", "same_roof_as", "nursing_home_side", "existence"}) {
            note(path + "." + column, row, column);
        }
        Centre centre;
        centre.key = row.integer("key");
        centre.id = row.text("id");
        centre.name = row.text("name");
        centre.kind = static_cast<CentreKind>(row.integer("kind"));
        centre.area = row.text("area");
        centre.neighbourhood = std::max(neighbourhood_at(row, "neighbourhood", t_), 0);
        centre.x_m = row.integer("x_m");
        centre.y_m = row.integer("y_m");
        centre.same_roof_as = row.text("same_roof_as");
        centre.nursing_home_side = row.integer("nursing_home_side") == 1;
        centre.known = row.integer("existence") == 1;
        centre.provenance = row.provenance();
        s_.centres.push_back(std::move(centre));
    });
}

void Taker::offers()
{
    each([&](const RowView& row) {
        Centre* house = centre(row);
        if (house == nullptr) return;
        house->places[static_cast<std::size_t>(row.integer("offer"))] = row.integer("places");
        note("centres." + house->id + ".offers." + row.text("offer") + ".places", row, "places");
    });
}

void Taker::volunteers()
{
    each([&](const RowView& row) {
        Centre* house = centre(row);
        if (house == nullptr) return;
        house->volunteers = row.integer("volunteers");
        house->other_task_hours = row.integer("other_task_hours");
        note("centres." + house->id + ".volunteers", row, "volunteers");
        note("centres." + house->id + ".other_task_hours", row, "other_task_hours");
    });
}

void Taker::rooms()
{
    static constexpr std::array<std::string_view, 6> seats{"hall", "workshop", "kitchen", "gym", "cafe", "talk"};
    each([&](const RowView& row) {
        Centre* house = centre(row);
        if (house == nullptr) return;
        HouseRooms& rooms = house->rooms;
        rooms.stated = true;
        rooms.m2 = row.integer("m2");
        for (std::size_t i = 0; i < seats.size(); ++i) rooms.seats[i] = row.integer(seats[i]);
        rooms.opening_hours = row.integer("opening_hours");
        rooms.admin_workplaces = row.integer("admin_workplaces");
        rooms.clinic = row.integer("clinic") == 1;
        rooms.profile = static_cast<ProfileKind>(row.integer("profile"));
        for (const auto column : {"m2", "opening_hours", "admin_workplaces", "clinic", "profile"})
            note("centres." + house->id + "." + column, row, column);
    });
}

void Taker::facts()
{
    each([&](const RowView& row) {
        s_.facts.push_back({row.text("id"),
                            {row.text("label_da"), row.text("label_en")},
                            row.text("value"),
                            row.text("unit"),
                            row.provenance()});
    });
}

void Taker::targets()
{
    each([&](const RowView& row) {
        const double target = row.number("target"), low = row.number("low"), high = row.number("high");
        if (low > high || target < low || target > high) {
            t_.out.add(error_at(
                row.origin("target"), "target",
                {"målet ligger ikke mellem nedre og øvre grænse", "the target does not lie between its bounds"}));
        }
        const auto kpi = find_kpi(row.text("id"));
        const bool share = row.text("unit") == "share" || (kpi && kpi_table()[*kpi].unit == "share");
        if (share && target > 1) {
            t_.out.add(error_at(row.origin("target"), "target",
                                say("{:g} er mere end alle: en andel er et tal fra 0 til 1", "{:g} is more than everybody: a share is a number from 0 to 1", target),
                                say("{:g} procent skrives som {:g}", "{:g} per cent is written {:g}", target, target / 100)));
        }
        s_.targets.push_back({row.text("id"),
                              {row.text("label_da"), row.text("label_en")},
                              target,
                              low,
                              high,
                              row.text("unit"),
                              row.integer("role") == 1,
                              row.provenance()});
        t_.origins["targets." + row.text("id")] = row.origin("id");
    });
}

void Taker::travel()
{
    each([&](const RowView& row) {
        const int from = neighbourhood_at(row, "from", t_), to = neighbourhood_at(row, "to", t_);
        if (from < 0 || to < 0) return;
        s_.roads.push_back({from, to, row.number("km")});
    });
}

void Taker::agreements()
{
    each([&](const RowView& row) {
        Agreement one;
        one.key = row.integer("key");
        one.id = row.text("id");
        one.partner = row.text("partner");
        one.formal = row.integer("kind") == 0;
        one.centre = row.text("centre");
        one.area = row.text("area");
        one.hours = row.number("hours");
        one.rooms = row.number("rooms");
        one.provenance = row.provenance();
        const std::string path = "agreements." + one.id;
        note(path, row, "id");
        for (const auto column : {"key", "centre", "area", "start"}) note(path + "." + column, row, column);
        const bool placed = one.centre.empty() || centre(row) != nullptr;
        const auto start = parse_date(row.text("start"));
        if (!start)
            t_.out.add(error_at(row.origin("start"), "start",
                                say("'{}' er ikke en dato; skriv 2020-01-31", "'{}' is not a date; write 2020-01-31", row.text("start"))));
        if (!start || !placed) return;
        one.start = *start;
        s_.agreements.push_back(std::move(one));
    });
}

void Taker::services()
{
    each([&](const RowView& row) {
        Service service{row.text("id"), {row.text("label_da"), row.text("label_en")}, row.integer("offer"), row.number("minutes"),
                        row.number("group"), row.number("per_session"), row.number("materials_kr"), {}};
        double sum = 0;
        for (std::size_t c = 0; c < staff_category_count; ++c) {
            service.weights[c] = row.number(id_of(static_cast<StaffCategory>(c)));
            sum += service.weights[c];
        }
        if (sum < 0.999 || sum > 1.001)
            t_.out.add(error_at(row.origin("pedagogue"), "services." + service.id,
                                say("faglighederne giver {}, ikke 1", "the professions add up to {}, not 1", sum)));
        note("services." + service.id, row, "id");
        s_.services.push_back(std::move(service));
    });
}

void Taker::pools()
{
    each([&](const RowView& row) {
        note("pools." + row.text("id"), row, "id");
        s_.pools.push_back({row.integer("key"), row.text("id"), {row.text("label_da"), row.text("label_en")},
                            row.number("kr_per_year"), row.number("initiatives"), row.integer("use")});
    });
}

void Taker::bridges()
{
    each([&](const RowView& row) {
        BridgeUnit unit{row.integer("key"), row.text("id"), static_cast<BridgeKind>(row.integer("kind")), row.text("area"),
                        row.number("hours_per_week"), 0, row.provenance().tag, row.provenance().source};
        const bool known = unit.area.empty() || std::any_of(s_.organisation_units.begin(), s_.organisation_units.end(),
                                                            [&](const OrganisationUnit& one) { return one.id == unit.area; });
        if (!known) {
            t_.out.add(error_at(row.origin("area"), "area", say("intet område hedder '{}'", "no area is named '{}'", unit.area)));
            return;
        }
        if (!row.text("from").empty()) {
            const auto day = parse_date(row.text("from"));
            if (!day) {
                t_.out.add(error_at(row.origin("from"), "from",
                                    {"skal være en dato som 2021-04-01", "should be a date like 2021-04-01"}));
                return;
            }
            unit.from = *day;
        }
        note("bridges." + unit.id + ".hours_per_week", row, "hours_per_week");
        s_.bridges.push_back(std::move(unit));
    });
}

void Taker::solved()
{
    each([&](const RowView& row) {
        const Field* field = find_field(parameter_fields(), row.text("parameter"));
        if (field == nullptr) {
            std::vector<std::string_view> known;
            for (const Field& f : parameter_fields())
                known.push_back(f.key);
            t_.out.add(error_at(row.origin("parameter"), "parameter",
                                say("ingen parameter hedder '{}'", "no parameter is named '{}'", row.text("parameter")),
                                did_you_mean(nearest(row.text("parameter"), known))));
            return;
        }
        const std::string path = "assumptions." + row.text("parameter");
        if (!check_range(*field, row.number("value"), row.origin("value"), path, t_.out)) return;
        field->access.write(&s_.assumptions, row.number("value"));
        note(path, row, "value");
    });
}

/// A row with a cell that could not be read is not taken, but what its other cells name must exist all the same.
void Taker::names_in_spoilt_rows()
{
    for (const TableRow& one : table_.spoilt) {
        const RowView row(table_, one);
        for (const Column& column : table_.info->columns) {
            const std::string& name = row.text(column.key);
            if (column.kind != Column::Kind::id || name.empty()) continue;
            if (column.key == "centre") centre(row);
            const bool place = column.key == "neighbourhood" || (table_.info->name == "travel" && (column.key == "from" || column.key == "to"));
            if (place && name != "all") neighbourhood_at(row, column.key, t_);
        }
    }
}

} // namespace

void take_table(const Table& table, const TableTarget& target)
{
    Taker take(table, target);
    take.names_in_spoilt_rows();
    const std::string_view name = table.info->name;
    target.origins[std::string(name)] = {table.file, 1, 1};
    if (name == "neighbourhoods") take.neighbourhoods();
    if (take_demography(table, target)) return;
    if (name == "organisation") take.organisation();
    if (name == "centres") take.centres();
    if (name == "offers") take.offers();
    if (name == "volunteers") take.volunteers();
    if (name == "rooms") take.rooms();
    if (name == "facts") take.facts();
    if (name == "targets") take.targets();
    if (name == "travel") take.travel();
    if (name == "agreements") take.agreements();
    if (name == "parameters" || name == "solved") take.solved();
    if (name == "services") take.services();
    if (name == "pools") take.pools();
    if (name == "bridges") take.bridges();
}

} // namespace samspil
