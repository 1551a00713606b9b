// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/weekly.hpp"

#include "engine/model/offer.hpp"
#include "engine/stats/quantiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace samspil::viewer {
namespace {

constexpr Label persons{"personer", "persons"}, persons_a_week{"personer om ugen", "persons a week"}, sessions{"fremmøder om ugen", "sessions a week"},
    hours{"timer om ugen", "hours a week"}, kroner{"kr. om ugen", "kr. a week"}, per_cent{"%", "%"};

/// Weeks of a mean month.
constexpr double month_weeks = 365.25 / 12 / 7;

std::vector<WeeklyMeasure> all_measures()
{
    std::vector<WeeklyMeasure> all;
    const auto add = [&](std::string id, std::string_view group, std::string_view series, Entries entries, Label label, Label unit, bool by_offer) -> WeeklyMeasure& {
        WeeklyMeasure m;
        m.id = std::move(id);
        m.group = group;
        m.series = series;
        m.entries = entries;
        m.label = label;
        m.unit = unit;
        m.by_offer = by_offer;
        all.push_back(std::move(m));
        return all.back();
    };
    const auto over = [](WeeklyMeasure& m, std::string_view group, std::string_view series, double factor) {
        m.below_group = group;
        m.below_series = series;
        m.factor = factor;
    };
    add("municipal", "weekly", "users", Entries::municipal, {"kommunale deltagere", "municipal participants"}, persons, true);
    add("participants", "weekly", "users", Entries::all, {"deltagere", "participants"}, persons, true);
    add("waiting", "weekly", "queue", Entries::all, {"borgere i kø", "citizens waiting"}, persons, true);
    add("joining", "flows", "moves", Entries::joining, {"begynder i et tilbud", "starting in an offer"}, persons_a_week, true);
    add("leaving", "flows", "moves", Entries::leaving, {"ender uden tilbud", "ending without an offer"}, persons_a_week, true);
    over(add("use", "weekly", "taken", Entries::all, {"udnyttelse af pladser", "use of places"}, per_cent, true), "weekly", "offered", 100);
    add("taken", "weekly", "taken", Entries::all, {"aftalte fremmøder", "agreed sessions"}, sessions, true);
    add("offered", "weekly", "offered", Entries::all, {"udbudte fremmøder", "offered sessions"}, sessions, true);
    over(add("cost_each", "budget", "spent", Entries::running_cost, {"udgift pr. deltager", "cost per participant"}, {"kr. om måneden", "kr. a month"}, false), "weekly",
         "users", month_weeks);
    add("spent", "budget", "spent", Entries::running_cost, {"udgift til drift", "running cost"}, kroner, false);
    for (std::size_t a = 0; a < account_count; ++a) {
        const auto account = static_cast<Account>(a);
        add("spent." + std::string(id_of(account)), "budget", "spent", Entries::account, label_of(account), kroner, false).account = account;
    }
    add("volunteers", "volunteers", "stock", Entries::all, {"frivillige", "volunteers"}, persons, false);
    add("volunteer_hours", "volunteers", "wanted", Entries::all, {"frivilligtimer der ønskes", "volunteer hours wanted"}, hours, false);
    add("independent", "weekly", "citizens_by_level", Entries::independent, {"hjemme på højt eller påvirket niveau", "at home at high or affected level"}, persons, false);
    add("backlog", "weekly", "backlog", Entries::all, {"venter på afgørelse", "waiting for a decision"}, persons, false);
    add("single", "weekly", "single", Entries::all, {"borgere med enkeltydelser", "citizens with single services"}, persons, false);
    add("nursing_home", "weekly", "nursing_home", Entries::all, {"bor på plejehjem", "living in nursing homes"}, persons, false);
    add("bridge_queue", "bridges", "bridge_queue", Entries::all, {"venter på brobygger", "waiting for a bridge"}, persons, false);
    add("handed_over", "bridges", "handed_over", Entries::all, {"givet videre", "handed over"}, persons_a_week, false);
    add("cafe_guests", "places", "cafe_guests", Entries::all, {"cafégæster", "café guests"}, persons_a_week, false);
    add("rides", "places", "rides", Entries::all, {"fremmøder med kørsel", "sessions with a ride"}, sessions, false);
    add("clubs", "weekly", "clubs", Entries::all, {"klubber", "clubs"}, {"klubber", "clubs"}, false);
    return all;
}

struct GoalMeasure {
    std::string_view prefix, measure;
    Stands stands = Stands::related;
};
/// The first that fits; what is not here is shown as participants.
constexpr std::array goal_measures{
    GoalMeasure{"reach.municipal", "municipal", Stands::goal},
    GoalMeasure{"reach.", "participants", Stands::goal},
    GoalMeasure{"right_offer", "municipal"},
    GoalMeasure{"equity.", "municipal"},
    GoalMeasure{"unmet_need", "waiting", Stands::goal},
    GoalMeasure{"wait.", "waiting"},
    GoalMeasure{"utilisation.", "use", Stands::goal},
    GoalMeasure{"function.nursing", "nursing_home", Stands::goal},
    GoalMeasure{"function.independent", "independent", Stands::goal},
    GoalMeasure{"nursing_home.share", "nursing_home", Stands::goal},
    GoalMeasure{"continuity.", "leaving"},
    GoalMeasure{"cost.net_per", "cost_each", Stands::goal},
    GoalMeasure{"cost.total", "spent", Stands::goal},
    GoalMeasure{"cost.", "spent"},
    GoalMeasure{"volunteers.stock", "volunteers", Stands::goal},
    GoalMeasure{"volunteers.load", "volunteer_hours"},
    GoalMeasure{"volunteers.overasked", "volunteer_hours"},
    GoalMeasure{"volunteers.", "volunteers"},
    GoalMeasure{"bridges.waiting", "bridge_queue", Stands::goal},
    GoalMeasure{"bridges.", "handed_over"},
    GoalMeasure{"cafe.guests", "cafe_guests", Stands::goal},
    GoalMeasure{"cafe.", "cafe_guests"},
    GoalMeasure{"transport.", "rides"},
    GoalMeasure{"clubs.number", "clubs", Stands::goal},
    GoalMeasure{"clubs.", "clubs"},
    GoalMeasure{"access.backlog", "backlog", Stands::goal},
    GoalMeasure{"access.", "backlog"},
    GoalMeasure{"single.users", "single", Stands::goal},
    GoalMeasure{"single.", "single"},
};

const WeeklyMeasure* measure_named(std::string_view id)
{
    const auto all = weekly_measures();
    const auto found = std::find_if(all.begin(), all.end(), [&](const WeeklyMeasure& m) { return m.id == id; });
    return found == all.end() ? nullptr : &*found;
}

/// Of no offer yet.
WeeklyChoice measure_of(const Kpi& goal)
{
    constexpr std::string_view budget = "budget.";
    if (goal.id.starts_with(budget))
        if (const WeeklyMeasure* account = measure_named("spent." + std::string(goal.id.substr(budget.size())))) return {account, 0, Stands::goal};
    const auto found = std::find_if(goal_measures.begin(), goal_measures.end(), [&](const GoalMeasure& g) { return goal.id.starts_with(g.prefix); });
    if (found == goal_measures.end()) return {measure_named("participants"), 0, Stands::related};
    return {measure_named(found->measure), 0, found->stands};
}

/// "wait.mean.klub" -> 1; 0 where the goal names no offer.
int offer_of(const Kpi& goal)
{
    const auto offer = offer_from(goal.id.substr(goal.id.rfind('.') + 1));
    return offer ? static_cast<int>(*offer) : 0;
}

/// Entries after replication and week that count.
std::vector<std::size_t> cells_of(const Series& series, const WeeklyChoice& choice, bool below)
{
    const Entries entries = below ? Entries::all : choice.measure->entries;
    const int wanted = choice.measure->by_offer ? choice.offer : 0;
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < series.cell_count(); ++cell) {
        bool counts = true;
        std::size_t rest = cell;
        for (std::size_t a = series.axes.size(); a-- > 0; rest /= series.axes[a]) {
            const std::size_t i = rest % series.axes[a];
            switch (series.info->axes[a]) {
            case Axis::offer:
                if (wanted > 0) counts = counts && i + 1 == static_cast<std::size_t>(wanted);
                else if (entries == Entries::municipal) counts = counts && is_municipal(offers[i]);
                break;
            case Axis::from_offer: // 0 = no offer
                if (entries == Entries::joining) counts = counts && i == 0;
                if (entries == Entries::leaving) counts = counts && (wanted > 0 ? i == static_cast<std::size_t>(wanted) : i > 0);
                break;
            case Axis::to_offer:
                if (entries == Entries::leaving) counts = counts && i == 0;
                if (entries == Entries::joining) counts = counts && (wanted > 0 ? i == static_cast<std::size_t>(wanted) : i > 0);
                break;
            case Axis::account:
                if (entries == Entries::running_cost) counts = counts && is_running(static_cast<Account>(i));
                if (entries == Entries::account) counts = counts && i == static_cast<std::size_t>(choice.measure->account);
                break;
            case Axis::level:
                if (entries == Entries::independent) counts = counts && i < 2;
                break;
            default: break;
            }
        }
        if (counts) cells.push_back(cell);
    }
    return cells;
}

/// Moving means of the sums over the cells.
WeeklyValues summed(const Series& series, const std::vector<std::size_t>& cells, int window)
{
    WeeklyValues result{series.replications, series.weeks, {}};
    result.values.reserve(static_cast<std::size_t>(series.replications) * static_cast<std::size_t>(series.weeks));
    const std::size_t width = series.cell_count();
    std::vector<double> before(static_cast<std::size_t>(series.weeks) + 1); // sums of all weeks before
    const std::int32_t* entries = series.values.data();
    for (int r = 0; r < series.replications; ++r) {
        for (int w = 0; w < series.weeks; ++w, entries += width) {
            double sum = 0;
            for (const std::size_t cell : cells) sum += entries[cell];
            before[static_cast<std::size_t>(w) + 1] = before[static_cast<std::size_t>(w)] + sum;
        }
        for (int w = 0; w < series.weeks; ++w) {
            const int first = std::max(0, w + 1 - window), last = w + 1; // looks back: nothing shows before it has happened
            result.values.push_back((before[static_cast<std::size_t>(last)] - before[static_cast<std::size_t>(first)]) / (last - first));
        }
    }
    return result;
}

} // namespace

std::span<const WeeklyMeasure> weekly_measures()
{
    static const std::vector<WeeklyMeasure> all = all_measures();
    return all;
}

WeeklyChoice weekly_choice(const Kpi& goal, std::string_view measure, int offer)
{
    if (const WeeklyMeasure* named = measure_named(measure)) return {named, named->by_offer ? offer : 0, Stands::asked};
    WeeklyChoice own = measure_of(goal);
    if (!own.measure->by_offer) return own;
    own.offer = offer_of(goal);
    const bool counted = offer > 0 && (own.measure->entries != Entries::municipal || is_municipal(static_cast<Offer>(offer)));
    if (own.offer > 0 || !counted) return own;
    own.offer = offer;
    if (own.stands == Stands::goal) own.stands = Stands::part;
    return own;
}

Text words_of(const WeeklyChoice& choice)
{
    const auto in = [&](Language language) {
        std::string words(choice.measure->label.in(language));
        if (choice.offer > 0) words += ": " + std::string(label_of(static_cast<Offer>(choice.offer)).in(language));
        return words;
    };
    return {in(Language::da), in(Language::en)};
}

int smoothing_of(int weeks) { return weeks < 40 ? 1 : weeks <= 156 ? 5 : 13; }

const WeeklyMeasure& typical_measure()
{
    const auto all = weekly_measures();
    return *std::find_if(all.begin(), all.end(), [](const WeeklyMeasure& m) { return m.id == "participants"; });
}

int typical_week(const WeeklyValues& values)
{
    const int from = std::max(0, values.weeks - 52);
    std::vector<double> sums;
    double year = 0;
    for (int week = from; week < values.weeks; ++week) {
        double sum = 0;
        for (int r = 0; r < values.replications; ++r) sum += values.at(r, week);
        sums.push_back(sum);
        year += sum;
    }
    const auto off = [&](int i) { return std::abs(sums[static_cast<std::size_t>(i)] * static_cast<double>(sums.size()) - year); };
    int nearest = static_cast<int>(sums.size()) - 1;
    for (int i = nearest - 1; i >= 0; --i)
        if (off(i) < off(nearest)) nearest = i;
    return std::max(0, from + nearest);
}

std::vector<SeriesKey> needed_series(const WeeklyMeasure& measure, const std::string& result)
{
    std::vector<SeriesKey> keys{{result, std::string(measure.group), std::string(measure.series)}};
    if (!measure.below_series.empty()) keys.push_back({result, std::string(measure.below_group), std::string(measure.below_series)});
    return keys;
}

std::optional<WeeklyValues> weekly_values(const Library& library, const std::string& result, const WeeklyChoice& choice, int window)
{
    const std::vector<SeriesKey> keys = needed_series(*choice.measure, result);
    const Series* above = library.find_series(keys.front());
    const Series* below = keys.size() > 1 ? library.find_series(keys.back()) : nullptr;
    const auto readable = [](const Series* s) { return s != nullptr && s->info != nullptr && s->axes.size() == s->info->axes.size(); };
    if (!readable(above) || (keys.size() > 1 && !readable(below))) return std::nullopt;
    WeeklyValues values = summed(*above, cells_of(*above, choice, false), window);
    if (below != nullptr) {
        const WeeklyValues under = summed(*below, cells_of(*below, choice, true), window);
        if (under.values.size() != values.values.size()) return std::nullopt;
        for (std::size_t i = 0; i < values.values.size(); ++i)
            values.values[i] = under.values[i] == 0 ? std::numeric_limits<double>::quiet_NaN() : values.values[i] / under.values[i];
    }
    for (double& value : values.values) value *= choice.measure->factor;
    return values;
}

WeeklyValues paired(const WeeklyValues& base, const WeeklyValues& option)
{
    WeeklyValues result{std::min(base.replications, option.replications), std::min(base.weeks, option.weeks), {}};
    for (int r = 0; r < result.replications; ++r)
        for (int w = 0; w < result.weeks; ++w) result.values.push_back(option.at(r, w) - base.at(r, w));
    return result;
}

WeeklySpread spread_of(const WeeklyValues& values)
{
    constexpr std::array shares{0.05, 0.25, 0.5, 0.75, 0.95};
    WeeklySpread spread;
    std::vector<double> week;
    for (int w = 0; w < values.weeks; ++w) {
        week.clear(); // of those that have a value in this week
        for (int r = 0; r < values.replications; ++r)
            if (std::isfinite(values.at(r, w))) week.push_back(values.at(r, w));
        const std::vector<double> q = quantiles(week, shares);
        spread.low90.push_back(q[0]);
        spread.low50.push_back(q[1]);
        spread.middle.push_back(q[2]);
        spread.high50.push_back(q[3]);
        spread.high90.push_back(q[4]);
    }
    return spread;
}

} // namespace samspil::viewer
