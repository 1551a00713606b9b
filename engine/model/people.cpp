// SPDX-License-Identifier: MPL-2.0
// The tables of people: one row a parameter, a mechanism, an intervention, a KPI, a series.
#include "engine/model/people.hpp"

#include "engine/model/field_rows.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/intervention.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"

#include <algorithm>

namespace samspil {

void TieTable::assign(std::size_t rows)
{
    place_.assign(rows, 0);
    made_.clear(rows + 1);
    made_.take();
}

MadeTies& TieTable::make_room(std::size_t row)
{
    if (place_[row] == 0) place_[row] = made_.take();
    return made_[place_[row]];
}

void drop(MadeTies& ties, std::size_t i)
{
    std::size_t last = i;
    while (last + 1 < ties.size() && ties[last + 1].row != Tie::nobody) ++last;
    ties[i] = ties[last];
    ties[last] = {};
}

void TieTable::let_go(std::size_t row, std::uint32_t other)
{
    if (place_[row] == 0) return;
    MadeTies& ties = change(row);
    const auto at = std::find_if(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.row == other; });
    if (at == ties.end()) return;
    drop(ties, static_cast<std::size_t>(at - ties.begin()));
    leave_if_none(row);
}

void TieTable::leave_if_none(std::size_t row)
{
    if (made_[place_[row]][0].row == Tie::nobody) leave_all(row);
}

void TieTable::leave_all(std::size_t row)
{
    if (place_[row] == 0) return;
    made_.give_back(place_[row]);
    place_[row] = 0;
}

namespace {

using namespace rows;
using P = PeopleParameters;
using M = PeopleMechanisms;

template <auto Member>
constexpr Access at = inside<&Parameters::people, Member>;
template <auto Member>
constexpr Access working = inside<&Mechanisms::people, Member>;

template <std::size_t I>
Field lone_base(std::string_view key, double fallback, Label label)
{
    return {key, Kind::number, "log odds", log_odds.low, log_odds.high, fallback, fallback - 0.35, fallback + 0.35, A, label,
            "7.14 (F 45: 4, 8, 17 %)", inside_element<&Parameters::people, &P::lone_base, I>, {}};
}

void tie_parameters(std::vector<Field>& f)
{
    f.push_back(number("tie_near", at<&P::tie_near>, "share", share, 1, {0.3, 1}, A,
                       {"bekendtskaber i lokalsamfundet fra før, del af tre", "ties in the neighbourhood from before, part of three"}, "7.11"));
    f.push_back(number("tie_rewire", at<&P::tie_rewire>, "share", share, 0.1, {0, 0.5}, A,
                       {"naboers bånd der går længere væk", "neighbours' ties that go further away"}, "7.11"));
    f.push_back(number("tie_form", at<&P::tie_form>, "1/week", share, 0.002, around(0.002, 3), A,
                       {"nyt bånd mellem to der mødes", "new tie between two who meet"}, "7.11"));
    f.push_back(number("tie_up", at<&P::tie_up>, "1/week", share, 0.02, around(0.02, 3), A,
                       {"bånd styrkes pr. uge sammen", "tie grows per week together"}, "7.11"));
    f.push_back(number("tie_down", at<&P::tie_down>, "1/week", share, 0.004, around(0.004, 3), A,
                       {"bånd svækkes pr. uge hver for sig", "tie fades per week apart"}, "7.11"));
    f.push_back(number("tie_strong", at<&P::tie_strong>, "strength", share, 0.3, {0.1, 0.7}, A,
                       {"styrke hvor et bånd tæller mod ensomhed", "strength at which a tie counts against loneliness"}, "7.14"));
    f.push_back(number("b_s", at<&P::b_s>, "utils", {0, 10}, 0.8, {0.4, 1.6}, A,
                       {"venner i huset, pr. log(1 + antal)", "friends at the house, per log(1 + number)"}, "7.8"));
}

void club_parameters(std::vector<Field>& f)
{
    f.push_back(number("club_size", at<&P::club_size>, "persons", {2, 500}, 20, {12, 40}, A,
                       {"medlemmer i en klub", "members of a club"}, "7.12"));
    f.push_back(number("club_least", at<&P::club_least>, "persons", {0, 100}, 6, {4, 10}, A,
                       {"færrest medlemmer før en klub lukker", "fewest members before a club closes"}, "7.12"));
    f.push_back(number("club_found", at<&P::club_found>, "1/year", {0, 5}, 0.08, {0.04, 0.16}, A,
                       {"nye klubber pr. klub", "new clubs per club"}, "7.12"));
    f.push_back(number("club_age_years", at<&P::club_age_years>, "years", {0.1, 100}, 3, {1, 20}, A,
                       {"aldersforskel der holder nye fra en klub", "difference of age that keeps newcomers from a club"}, "7.12"));
    f.push_back(number("help_follows", at<&P::help_follows>, "share", share, 1, share, A,
                       {"hjælpen følger medlemmerne (0: fast)", "help follows the members (0: fixed)"}, "7.12, S3-92"));
    f.push_back(number("help_cap", at<&P::help_cap>, "h/week", {0, 20}, 0.5, around(0.5, 2), A,
                       {"hjælp et villigt medlem kan give", "help a willing member can give"}, "7.12"));
    f.push_back(number("help_base", at<&P::help_base>, "share", share, 0.6, {0.3, 0.9}, A,
                       {"hjælp uden egne venner i klubben", "help without own friends in the club"}, "7.12"));
    f.push_back(number("dw_load", at<&P::dw_load>, "1/week", share, 0.02, around(0.02, 2), A,
                       {"villighed slides af for meget hjælp", "willingness is worn by too much help"}, "7.12"));
    f.push_back(number("dw_rec", at<&P::dw_rec>, "1/week", share, 0.005, around(0.005, 2), A,
                       {"villighed vender tilbage", "willingness comes back"}, "7.12"));
    f.push_back(number("dw_thanks", at<&P::dw_thanks>, "1/week", share, 0.01, around(0.01, 2), A,
                       {"villighed vokser med tak", "willingness grows with thanks"}, "7.12"));
}

void transition_parameters(std::vector<Field>& f)
{
    f.push_back(number("b3", at<&P::b3>, "log", {0, 5}, 0.25, {0, 1.2}, A, {"forum beskytter", "forum protects"}, "7.13, S3-95"));
    f.push_back(number("b4", at<&P::b4>, "log", {0, 5}, 0.50, {0, 1.2}, A, {"brobygning beskytter", "bridge-building protects"}, "7.13"));
    f.push_back(number("b5", at<&P::b5>, "log", {0, 5}, 0.40, {0, 1.2}, A,
                       {"bevarede venner beskytter", "kept friends protect"}, "7.13, S3-98, S3-99"));
    f.push_back(number("forum_visit", at<&P::forum_visit>, "1/week", share, 0.02, {0, 0.05}, A,
                       {"besøg i andre huse gennem forum", "visits to other houses through the forum"}, "7.13, S3-95"));
}

void loneliness_parameters(std::vector<Field>& f)
{
    f.push_back(lone_base<0>("lone_base_65", -3.14, {"ensomhed 65-79 år, grundniveau", "loneliness at 65-79, base"}));
    f.push_back(lone_base<1>("lone_base_80", -2.63, {"ensomhed 80-89 år, grundniveau", "loneliness at 80-89, base"}));
    f.push_back(lone_base<2>("lone_base_90", -1.66, {"ensomhed 90+ år, grundniveau", "loneliness at 90+, base"}));
    f.push_back(number("lone_relief", at<&P::lone_relief>, "1/year", {0, 20}, 0.5, {0.2, 1}, A,
                       {"ensomhed ophører", "loneliness ends"}, "7.14"));
    f.push_back(number("lone_alone", at<&P::lone_alone>, "log odds", {-5, 5}, 0.9, {0.4, 1.4}, A,
                       {"ensomhed: bor alene", "loneliness: lives alone"}, "7.14"));
    f.push_back(number("lone_ties", at<&P::lone_ties>, "log odds", {0, 5}, 0.35, {0, 0.7}, A,
                       {"ensomhed: stærke bånd, pr. log(1 + antal)", "loneliness: strong ties, per log(1 + number)"}, "7.14, S1-12"));
    f.push_back(number("c_L", at<&P::lone_contact>, "log odds per session", {0, 5}, 0.3, {0, 0.8}, A,
                       {"ensomhed: samvær i tilbud", "loneliness: company in offers"}, "7.14 (F 46, F 47)"));
    f.push_back(number("lone_level", at<&P::lone_level>, "log odds", {-5, 5}, 0.4, {0, 0.8}, A,
                       {"ensomhed: nedsat eller lavt niveau", "loneliness: reduced or low level"}, "7.14"));
    f.push_back(number("lone_bereaved", at<&P::lone_bereaved>, "log odds", {-5, 5}, 1.0, {0.3, 2}, A,
                       {"ensomhed: det første år alene", "loneliness: the first year alone"}, "7.14"));
    f.push_back(number("lone_dose", at<&P::lone_dose>, "ratio", {0, 10}, 1, {0, 2}, A,
                       {"deltagelse lindrer: tillæg ved fuld dosis", "taking part relieves: added at full dose"}, "7.14"));
    f.push_back(number("trigger_widow", at<&P::trigger_widow>, "ratio", {1, 20}, 3, {1, 6}, A,
                       {"overvejelser i 8 uger efter at blive alene", "considerations in the 8 weeks after beginning to live alone"}, "7.8"));
    f.push_back(number("shift_S", at<&P::shift_s>, "score", {0, 3}, 0.3, {0, 0.6}, A,
                       {"ensomhed i social score", "loneliness in the social score"}, "7.3"));
    f.push_back(number("b_L", at<&P::b_l>, "utils", {-5, 5}, 0.3, {0, 0.6}, A,
                       {"ensomme søger klub og forebyggende", "the lonely seek club and preventive"}, "7.8"));
    f.push_back(number("b_L_shy", at<&P::b_l_shy>, "utils", {0, 5}, 0.5, {0, 1}, A,
                       {"fradrag ved behov 2 eller mere (sky for grupper)", "taken off at need 2 or more (shy of groups)"}, "7.8"));
    f.push_back(number("HR_lone", at<&P::hr_lone>, "ratio", {0.1, 10}, 1, {1, 1.3}, A,
                       {"dødelighed, ensom", "mortality, lonely"}, "7.1"));
}

void mental_health_parameters(std::vector<Field>& f)
{
    f.push_back(number("mh_base", at<&P::mh_base>, "log odds", log_odds, 0, {-1, 1}, A,
                       {"høj mental sundhed, grundniveau", "high mental health, base"}, "7.14"));
    f.push_back(number("mh_level", at<&P::mh_level>, "log odds", {0, 5}, 0.5, {0.2, 0.8}, A,
                       {"mental sundhed pr. trin i funktion", "mental health per level of function"}, "7.14"));
    f.push_back(number("mh_lonely", at<&P::mh_lonely>, "log odds", {0, 5}, 0.8, {0.3, 1.3}, A,
                       {"mental sundhed, ensom", "mental health, lonely"}, "7.14"));
    f.push_back(number("or_all", at<&P::or_all>, "odds ratio", {1, 20}, 3.5, {1.75, 4}, A,
                       {"odds: aktiv, sammen og meningsfuldt mod intet", "odds: active, together and meaningful against none"}, "S4-01"));
    f.push_back(number("phi", at<&P::phi>, "share", share, 0.35, share, A,
                       {"del af sammenhængen der er virkning", "part of the association that is effect"}, "7.14"));
    f.push_back(number("mh_trait", at<&P::mh_trait>, "log odds", {0, 10}, 2.5, {1, 4}, A,
                       {"udvalg: tilbøjelighed og mental sundhed", "selection: inclination and mental health"}, "7.14"));
    f.push_back(number("b_trait", at<&P::b_trait>, "utils", {0, 10}, 1.2, {0.5, 1.8}, A,
                       {"udvalg: tilbøjelighed til at deltage", "selection: inclination to take part"}, "7.14"));
}

constexpr auto none = Direction::none;
constexpr auto up = Direction::higher_is_better;
constexpr auto down = Direction::lower_is_better;
constexpr auto absolute = Relevance::absolute;
constexpr auto of_base = Relevance::share_of_base;

constexpr Choice shocks[] = {{"mortality", {"dødelighed", "mortality"}},
                             {"decline", {"fald i funktion", "decline of function"}},
                             {"loneliness", {"ensomhed begynder", "onset of loneliness"}}};

} // namespace

void append_people_parameters(std::vector<Field>& fields)
{
    tie_parameters(fields);
    club_parameters(fields);
    transition_parameters(fields);
    loneliness_parameters(fields);
    mental_health_parameters(fields);
}

void append_people_policy(std::vector<Field>&) {}

void append_people_mechanisms(std::vector<Field>& fields)
{
    fields.push_back(flag("ties", working<&M::ties>, {"bånd mellem borgere", "ties between citizens"}, "7.11"));
    fields.push_back(flag("club_help", working<&M::club_help>, {"hjælp i klubben", "help in the club"}, "7.12"));
    fields.push_back(flag("kept_ties", working<&M::kept_ties>, {"venner beskytter overgange", "friends protect transitions"}, "7.13"));
    fields.push_back(flag("loneliness", working<&M::loneliness>, {"ensomhed", "loneliness"}, "7.14"));
    fields.push_back(flag("mental_health", working<&M::mental_health>, {"mental sundhed", "mental health"}, "7.14"));
}

void append_people_interventions(std::vector<InterventionKind>& kinds)
{
    using I = Intervention;
    static const Field params[] = {
        choice("what", member<&I::choice>, shocks, 0, A, {"hvad bølgen rammer", "what the wave strikes"}, "7.19"),
        value("factor", Kind::number, member<&I::factor>, "ratio", {0, 20}, 1, A, {"ganges på raten", "multiplies the rate"}, "7.19"),
        value("weeks", Kind::integer, member<&I::weeks>, "weeks", {1, 1040}, 26, A, {"uger bølgen varer", "weeks it lasts"}, "7.19")};
    static constexpr std::string_view must[] = {"what", "factor"};
    InterventionKind kind{InterventionType::population_shock, "population_shock",
                          {"bølge i befolkningen", "population shock"}, false, false, params};
    kind.must = must;
    kinds.push_back(kind);
}

void append_people_kpis(std::vector<Kpi>& kpis)
{
    const Kpi rows[] = {
        {"ties.strong", "persons", up, 0.02, of_base, false, false, {"Stærke bånd", "Strong ties"},
         {"venner pr. hjemmeboende borger (årlig optælling)", "friends per citizen at home (yearly census)"}},
        {"continuity.ties_kept", "share", up, 0.01, absolute, false, false, {"Bevarede venner ved skift", "Friends kept at moves"},
         {"andel af venner i tilbud, som er i det nye hus", "share of friends in offers who are at the new house"}},
        {"continuity.months_delayed", "months", up, 0.2, absolute, false, false,
         {"Måneder klubhjælp udskyder skiftet", "Months club help delays the move"},
         {"for medlemmer der har brug for hjælp", "for members who need help"}},
        {"clubs.number", "clubs", none, 0.02, of_base, false, false, {"Klubber", "Clubs"},
         {"gennemsnit over perioden", "mean over the period"}},
        {"clubs.closed_per_year", "share/year", down, 0.005, absolute, false, false, {"Klubber der lukker", "Clubs that close"},
         {"pr. klub og år", "per club and year"}},
        {"clubs.founded_per_year", "share/year", none, 0.005, absolute, false, false, {"Nye klubber", "New clubs"},
         {"pr. klub og år", "per club and year"}},
        {"clubs.help", "share", up, 0.02, absolute, false, false, {"Hjælp i klubberne", "Help in the clubs"},
         {"del af behovet der mødes, gennemsnit over klubber", "part of the need that is met, mean over clubs"}},
        {"wellbeing.lonely", "share", down, 0.01, of_base, false, false, {"Ensomme", "Lonely"},
         {"andel af hjemmeboende 65+ (årlig optælling)", "share of those at home, 65+ (yearly census)"}},
        {"wellbeing.lonely.65_79", "share", down, 0.01, of_base, false, false, {"Ensomme 65-79 år", "Lonely at 65-79"},
         {"andel af hjemmeboende", "share of those at home"}},
        {"wellbeing.lonely.80plus", "share", down, 0.01, of_base, false, false, {"Ensomme 80+ år", "Lonely at 80+"},
         {"andel af hjemmeboende", "share of those at home"}},
        {"wellbeing.lonely.90plus", "share", down, 0.02, of_base, false, false, {"Ensomme 90+ år", "Lonely at 90+"},
         {"andel af hjemmeboende", "share of those at home"}},
        {"wellbeing.lonely.no_effect", "share", none, 0.01, of_base, false, false,
         {"Ensomme, hvis deltagelse intet virker", "Lonely if taking part has no effect"},
         {"samme borgere, formlen uden samvær og nye venner", "the same citizens, the formula without company and new friends"}},
        {"wellbeing.high_mh", "share", up, 0.01, of_base, false, false, {"Høj mental sundhed", "High mental health"},
         {"forventet andel af hjemmeboende 65+ (antaget)", "expected share of those at home, 65+ (assumed)"}},
        {"wellbeing.high_mh.no_effect", "share", none, 0.01, of_base, false, false,
         {"Høj mental sundhed, hvis deltagelse intet virker", "High mental health if taking part has no effect"},
         {"samme borgere, phi = 0", "the same citizens, phi = 0"}},
        {"wellbeing.mh_odds_ratio", "odds ratio", none, 0.1, absolute, false, false,
         {"Odds for høj mental sundhed", "Odds of high mental health"},
         {"aktiv, sammen med andre og meningsfuldt mod intet af det; en sammenhæng, ikke en virkning",
          "active, with others and meaningful against none of it; an association, not an effect"}},
    };
    kpis.insert(kpis.end(), std::begin(rows), std::end(rows));
}

void append_people_series(std::vector<SeriesInfo>& series)
{
    series.push_back({"weekly", "clubs", "clubs", {Axis::centre}, {"klubber", "clubs"}, {"pr. hus", "by centre"}});
    series.push_back({"weekly", "club_help", "1/1000", {Axis::centre}, {"hjælp i klubberne", "help in the clubs"},
                      {"del af behovet, gennemsnit pr. hus", "part of the need, mean by centre"}});
}

void PeopleCounts::resize(std::size_t, std::size_t, std::size_t) {}

void PeopleCounts::add(const PeopleCounts& change)
{
    help_moves += change.help_moves;
    ties_before += change.ties_before;
    ties_kept += change.ties_kept;
}

void PeopleCounts::clear() { help_moves = ties_before = ties_kept = 0; }
void PeopleWishes::clear() { left_friends.clear(); }
void PeopleWishes::append(const PeopleWishes& more) { left_friends.insert(left_friends.end(), more.left_friends.begin(), more.left_friends.end()); }

} // namespace samspil
