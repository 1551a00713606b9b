// SPDX-License-Identifier: MPL-2.0
// Title, note, sentence, tables and tips of the map.
#include "viewer/panels/map_panel.hpp"

#include "viewer/data/time_words.hpp"
#include "viewer/panels/compared.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/map.hpp"
#include "viewer/words/overview.hpp"

#include "engine/io/figures.hpp"
#include "engine/model/house_name.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

std::string say(const MapPicture& p, Label label) { return std::string(label.in(p.language)); }

/// "+0,4 procentpoint (+0,1 til +0,7) ▲ bedre"
std::string difference_words(const MapPicture& p, const Kpi& kpi, const std::optional<KpiDifference>& d)
{
    if (!d || !d->difference) return say(p, words::map::not_determined);
    const DifferenceWords w = in_words(*d, p.language);
    return fmt::format("{} {} ({}) {} {}", w.number, unit_in_words(w.unit, p.language), w.interval, arrow(*d), difference_word(kpi, *d).in(p.language));
}

std::vector<std::string> difference_cells(const MapPicture& p, const Kpi& kpi, const std::optional<KpiDifference>& d)
{
    if (!d || !d->difference) return {say(p, words::map::not_determined), "–", "–"};
    const DifferenceWords w = in_words(*d, p.language);
    return {w.number + " " + unit_in_words(w.unit, p.language), w.interval, std::string(arrow(*d)) + " " + std::string(difference_word(kpi, *d).in(p.language))};
}

std::string sides_words(const MapPicture& p, const Kpi& kpi, const SideValues& v)
{
    std::string all = p.base + ": " + level_words(kpi, v.base, p.language);
    if (p.mode != MapMode::level) {
        all += "\n" + p.option + ": " + level_words(kpi, v.option, p.language);
        all += "\n" + say(p, words::difference) + ": " + difference_words(p, kpi, v.difference);
    }
    return all;
}

std::string measure_words(const MapPicture& p)
{
    std::string words(p.measure.kpi->label.in(p.language));
    if (p.measure.weekly && !p.offer.empty()) words += ", " + p.offer;
    return words;
}

Label dimension_words(Dimension dimension)
{
    return dimension == Dimension::area ? words::map::by_area : dimension == Dimension::district ? words::map::by_district : words::map::by_small_area;
}

} // namespace

std::string level_words(const Kpi& kpi, std::optional<double> value, Language language, bool with_unit)
{
    if (!value) return "–";
    const FigureStyle style = figure_style(kpi.unit, *value, language);
    return figure(*value, style) + (with_unit ? " " + unit_in_words(style.unit, language) : std::string());
}

std::string map_title(const MapPicture& p)
{
    std::string title = measure_words(p);
    if (p.mode == MapMode::difference) title += " · " + say(p, words::map::difference_to_base) + ": " + p.option;
    if (p.mode == MapMode::wipe) title += " · " + p.base + " | " + p.option;
    if (p.mode == MapMode::level) title += " · " + p.base;
    return title;
}

std::string map_note(const MapPicture& p)
{
    const bool da = p.language == Language::da;
    const std::string where = p.district.empty() ? std::string() : p.district_name + " · ";
    std::string fill = say(p, words::map::fill_by) + (p.measure.weekly ? p.when : say(p, words::map::whole_period));
    if (!p.offer.empty() && !p.measure.of_offer) fill += ", " + say(p, words::map::not_by_offer);
    fill += ", " + std::string(p.measure.kpi->description.in(p.language));
    const std::string circles = fmt::format("{}: {}{}", da ? "Cirkler" : "Circles", p.when, p.offer.empty() ? "" : ", " + p.offer);
    std::string note = where + fill + ". " + circles + ".";
    if (p.mode == MapMode::difference)
        note += da ? " Forskelle er parret gentagelse for gentagelse." : " Differences are paired replication by replication.";
    if (p.mode != MapMode::level && p.pairs < enough_pairs) note += fmt::format(" {} {}: {}.", p.pairs, say(p, p.pairs == 1 ? words::one_replication : words::replications), say(p, words::map::may_change));
    return note;
}

std::string map_sentence(const MapPicture& p)
{
    const bool da = p.language == Language::da;
    const Kpi& kpi = *p.measure.kpi;
    const std::string places(dimension_words(p.dimension).in(p.language));
    if (p.areas.empty()) return da ? "Der er ingen steder at vise tal for." : "There are no places to show numbers for.";
    if (p.mode == MapMode::level) {
        const AreaValues *least = nullptr, *most = nullptr;
        for (const AreaValues& a : p.areas) {
            if (!a.values.base) continue;
            if (least == nullptr || *a.values.base < *least->values.base) least = &a;
            if (most == nullptr || *a.values.base > *most->values.base) most = &a;
        }
        if (least == nullptr) return da ? "Tallet er ikke bestemt nogen steder." : "The number is not determined anywhere.";
        return fmt::format(fmt::runtime(da ? "{}: mindst i {} ({}), mest i {} ({})." : "{}: least in {} ({}), most in {} ({})."), measure_words(p), least->unit.name,
                           level_words(kpi, least->values.base, p.language), most->unit.name, level_words(kpi, most->values.base, p.language));
    }
    std::array<int, 4> found{}; // by Finding
    int up = 0, down = 0;
    const AreaValues* largest = nullptr;
    for (const AreaValues& a : p.areas) {
        if (!a.values.difference || !a.values.difference->difference) continue;
        const int sense = sense_of(*a.values.difference);
        up += sense > 0;
        down += sense < 0;
        ++found[static_cast<std::size_t>(*finding_of(*a.values.difference))];
        if (sense != 0 && (largest == nullptr || std::abs(*a.values.difference->difference) > std::abs(*largest->values.difference->difference))) largest = &a;
    }
    std::string words = fmt::format("{}, {}: {} {}, {} {}", measure_words(p), places, up, sense_word(kpi, 1).in(p.language), down, sense_word(kpi, -1).in(p.language));
    for (const Finding finding : {Finding::tie, Finding::undecided, Finding::below_limit})
        if (const int n = found[static_cast<std::size_t>(finding)]; n > 0) words += fmt::format(", {} {}", n, label_of(finding).in(p.language));
    words += ".";
    if (largest != nullptr)
        words += fmt::format(fmt::runtime(da ? " Størst forskel i {}: {}." : " Largest difference in {}: {}."), largest->unit.name,
                             difference_words(p, kpi, largest->values.difference));
    return words;
}

Table area_table(const MapPicture& p)
{
    const Kpi& kpi = *p.measure.kpi;
    Table table;
    table.headings = {say(p, words::map::place), p.base};
    if (p.mode != MapMode::level) table.headings.insert(table.headings.end(), {p.option, say(p, words::difference), say(p, words::map::interval), say(p, words::map::verdict)});
    for (const AreaValues& a : p.areas) {
        std::vector<std::string> row{a.unit.name, level_words(kpi, a.values.base, p.language)};
        if (p.mode != MapMode::level) {
            row.push_back(level_words(kpi, a.values.option, p.language));
            for (std::string& cell : difference_cells(p, kpi, a.values.difference)) row.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table house_table(const MapPicture& p)
{
    Table table;
    table.headings = {say(p, words::map::house), say(p, words::map::known_house), say(p, words::map::participants) + ": " + p.base};
    if (p.mode != MapMode::level) table.headings.insert(table.headings.end(), {p.option, say(p, words::difference), say(p, words::map::interval), say(p, words::map::verdict)});
    table.headings.push_back(say(p, words::map::use) + ": " + p.base);
    if (p.mode != MapMode::level) table.headings.insert(table.headings.end(), {p.option, say(p, words::map::use_difference)});
    for (const HouseValues& h : p.houses) {
        if (!p.district.empty() && h.district != p.district) continue;
        std::vector<std::string> row{h.name, say(p, h.known ? words::map::yes : words::map::assumed), level_words(week_users_kpi(), h.users.base, p.language)};
        if (p.mode != MapMode::level) {
            row.push_back(level_words(week_users_kpi(), h.users.option, p.language));
            for (std::string& cell : difference_cells(p, week_users_kpi(), h.users.difference)) row.push_back(std::move(cell));
        }
        row.push_back(level_words(week_use_kpi(), h.use.base, p.language));
        if (p.mode != MapMode::level) {
            row.push_back(level_words(week_use_kpi(), h.use.option, p.language));
            row.push_back(difference_cells(p, week_use_kpi(), h.use.difference)[0]);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string area_tip(const MapPicture& p, const AreaValues& area)
{
    return area.unit.name + "\n" + measure_words(p) + "\n" + sides_words(p, *p.measure.kpi, area.values);
}

std::string house_tip(const MapPicture& p, const HouseValues& h)
{
    std::string tip = h.name + (h.known ? "" : " (" + say(p, words::map::assumed) + ")") + "\n" + p.when;
    tip += "\n\n" + say(p, words::map::participants) + "\n" + sides_words(p, week_users_kpi(), h.users);
    tip += "\n\n" + say(p, words::map::use) + "\n" + sides_words(p, week_use_kpi(), h.use);
    return tip + "\n\n" + say(p, words::map::open_house);
}

std::vector<Action> house_actions(const MapPicture& p, int key)
{
    if (p.centre == key) return {GoTo{Screen::centre}};
    return {FocusCentre{key}};
}

MapPicture map_picture(const Library& library, const State& state, const MapSides& sides, std::shared_ptr<const MapShapes> shapes)
{
    MapPicture p;
    p.language = state.habits.language;
    p.shapes = std::move(shapes);
    p.dimension = map_dimension(state.areas);
    p.measure = find_measure(map_measures(p.dimension, state.offer), state.measure);
    p.mode = sides.option == nullptr ? MapMode::level : state.show == Show::difference ? MapMode::difference : MapMode::wipe;
    p.areas = area_values(library, sides, p.dimension, p.measure, state.offer, state.week);
    p.houses = house_values(library, sides, state.offer, state.week);
    for (HouseValues& house : p.houses) house.name = house_name(house.name, p.language);
    p.most_users = most_users(library, *sides.base, state.offer);
    p.area_of.assign(sides.base->neighbourhoods.size(), -1);
    for (std::size_t i = 0; i < p.areas.size(); ++i)
        for (const std::size_t n : p.areas[i].unit.neighbourhoods) p.area_of[n] = static_cast<int>(i);
    for (const NeighbourhoodRow& row : sides.base->neighbourhoods) p.district_of.push_back(row.district);
    p.wipe = state.wipe;
    p.district = state.district;
    p.district_name = unit_name(*sides.base, state.district);
    p.centre = state.centre;
    p.base = title_of(*sides.base, p.language);
    if (sides.option != nullptr) p.option = title_of(*sides.option, p.language);
    p.option_place = std::max<std::size_t>(1, compared_of(library, state).focus);
    p.pairs = static_cast<std::size_t>(sides.option == nullptr ? 0 : std::min(sides.base->replications, sides.option->replications));
    p.when = week_words(*sides.base, state.week, p.language);
    if (state.offer > 0) p.offer = label_of(offers[static_cast<std::size_t>(state.offer - 1)]).in(p.language);
    p.range = map_range(p.areas, p.mode);
    p.style = figure_style(p.measure.kpi->unit, p.range.most, p.language);
    // Two digits of the largest difference.
    const double most = p.range.most * p.style.scale;
    p.style.decimals = most <= 0 ? 0 : std::clamp(1 - static_cast<int>(std::floor(std::log10(most))), 0, 3);
    return p;
}

} // namespace samspil::viewer
