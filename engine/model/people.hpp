// SPDX-License-Identifier: MPL-2.0
// People among people: ties, clubs and their help, loneliness and mental health (docs/model.md 7.11-7.14): assumptions,
// mechanisms and the state of one replication, as plain data. Purposes of its draws: 80 to 99.
#pragma once

#include "engine/base/large_pages.hpp"
#include "engine/base/slots.hpp"
#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;

/// Values of `assumptions:`, as Parameters::people.
struct PeopleParameters {
    // 7.11 ties
    double tie_near, tie_rewire, tie_form, tie_up, tie_down, tie_strong, b_s;
    // 7.12 clubs
    double club_size, club_least, club_found, club_age_years;
    double help_follows, help_cap, help_base, dw_load, dw_rec, dw_thanks;
    // 7.13 transitions
    double b3, b4, b5, forum_visit;
    // 7.14 loneliness
    std::array<double, 3> lone_base; ///< at 65-79, 80-89, 90 and over, as log odds
    double lone_relief, lone_alone, lone_ties, lone_contact, lone_level, lone_bereaved, lone_dose;
    double trigger_widow, shift_s, b_l, b_l_shy, hr_lone;
    // 7.14 mental health
    double mh_base, mh_level, mh_lonely, or_all, phi, mh_trait, b_trait;
};

/// Values of `policy:`, as Policy::people.
struct PeoplePolicy {
};

/// Values of `mechanisms:`, as Mechanisms::people.
struct PeopleMechanisms {
    bool ties, club_help, kept_ties, loneliness, mental_health;
};

/// Of one citizen, as Citizen::people; small, since every citizen has it.
struct PeopleOfCitizen {
    float lonely_left = 0;      ///< threshold of the next change of loneliness, not yet used up
    float lonely_rate = 0;      ///< weekly hazard of that change
    StoredWeek lonely_since = 0;    ///< up to which week the threshold has been used
    StoredWeek lonely_due = never;  ///< when loneliness begins or ends
    StoredWeek look = never;        ///< the next look at what drives loneliness
    StoredWeek club_look = never;   ///< the next look at the help in the club (who needs it)
    StoredWeek widowed = never;     ///< begins to live alone; may be before week 0
    std::int16_t lonely_event = 0;
    float trait = 0;            ///< lasting inclination to take part and to thrive, N(0, 1)
    bool lonely = false;
    bool bridged = false;       ///< brought along to the coming stay by a bridge-builder (7.6); used up by its start
};

/// Counts of the present state, changed by events, as Counts::people; integers only.
struct PeopleCounts {
    std::int64_t help_moves = 0;                 ///< left a club for lack of help
    std::int64_t ties_before = 0, ties_kept = 0; ///< friends at moves, and those with a stay at the new house
    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const PeopleCounts& change);
    void clear();
};

/// A friend of somebody in whose row somebody else stands now (entry: replacement).
struct LeftFriend {
    std::uint32_t friend_row, row;
};

/// What one block of citizens wants of the shared world, as Proposals::people; merged in block order.
struct PeopleWishes {
    std::vector<LeftFriend> left_friends;
    void clear();
    void append(const PeopleWishes& more);
};

/// A tie made by meeting; both ends hold it. Strength in thousandths as of the last four weeks they met.
struct Tie {
    static constexpr std::uint32_t nobody = 0xffffffff;
    std::uint32_t row = nobody;
    std::uint16_t strength = 0;
    std::uint16_t met = 0; ///< number of the look of four weeks at which they last met
};
inline constexpr std::size_t most_made_ties = 8;
using MadeTies = std::array<Tie, most_made_ties>; ///< filled from the front
void drop(MadeTies& ties, std::size_t i);         ///< the last takes its slot

/// The ties made, by row. Room only for those who have some: most never make any, or have let them go.
class TieTable {
public:
    void assign(std::size_t rows); ///< nobody has made a tie
    std::size_t size() const { return place_.size(); }
    bool empty() const { return place_.empty(); }
    const MadeTies& operator[](std::size_t row) const { return made_[place_[row]]; }
    [[gnu::always_inline]] void expect(std::size_t row) const { __builtin_prefetch(&place_[row]); } ///< fetches what tells where they are
    MadeTies& change(std::size_t row) { return made_[place_[row]]; } ///< ties there are may be changed or let go, none added
    MadeTies& make_room(std::size_t row);                            ///< for one more
    void let_go(std::size_t row, std::uint32_t other);               ///< the tie to this row, where there is one
    void leave_if_none(std::size_t row);                             ///< after ties were let go
    void leave_all(std::size_t row);                                 ///< of somebody gone for good
    std::size_t bytes() const { return place_.size() * sizeof(std::uint32_t) + made_.bytes(); }

private:
    LargeVector<std::uint32_t> place_; ///< in made_; 0 for those who have made none
    Slots<MadeTies> made_;              ///< the first is empty and stays so
};

/// Ties from before the run, inside the neighbourhood: a pure function of roster and chance, held by both ends.
using NearTies = std::array<std::uint32_t, 4>;

/// The club a citizen in a klub belongs to, and what the club counts of the citizen. By row, beside the citizens, so
/// that a look at the clubs passes over a few bytes a head. Means nothing while the citizen has no stay in a klub.
struct Membership {
    std::uint8_t club = 0;    ///< slot in the unit's clubs
    std::uint8_t need = 0;    ///< support need N as last assessed
    std::uint8_t willing = 0; ///< own willingness, hundredths; mean 100
};
inline constexpr std::size_t most_clubs = 16; ///< in one house

/// One club as of the last look.
struct Club {
    bool open = false;
    bool grown = false;          ///< has had the least number of members
    std::int32_t number = 0;     ///< how many clubs the unit had founded before
    Week since = 0;
    std::int32_t members = 0, needy = 0;
    std::int64_t age_weeks = 0;  ///< sum over members of the week of their 65th birthday
    double willingness = 0.5;    ///< w
    double load = 0, help = 1;   ///< need over supply, H
};

/// What a population shock strikes; the value of Intervention::choice.
enum class Shock : int { mortality, decline, loneliness };

/// One of those that run; several of a kind multiply.
struct RunningShock {
    Shock what{};
    double factor = 1;
    Week until = never; ///< first week without it
};

/// State of one replication, as World::people. The vectors by row are empty in worlds that do not follow people.
struct PeopleState {
    LargeVector<NearTies> near;
    TieTable ties;
    LargeVector<Membership> member;
    std::vector<std::array<Club, most_clubs>> clubs; ///< by unit
    std::vector<std::int32_t> founded;               ///< by unit: clubs so far
    std::int64_t clubs_founded = 0, clubs_closed = 0;
    std::int64_t needy_weeks = 0, need_weeks = 0;    ///< members who need help, and their need in score steps
    std::array<double, 3> shock{1, 1, 1}; ///< factor now on mortality, decline, onset of loneliness: of all shocks that run
    std::vector<RunningShock> shocks;     ///< as they came
};

void append_people_parameters(std::vector<Field>& fields);
void append_people_policy(std::vector<Field>& fields);
void append_people_mechanisms(std::vector<Field>& fields);
void append_people_interventions(std::vector<InterventionKind>& kinds);
void append_people_kpis(std::vector<Kpi>& kpis);
void append_people_series(std::vector<SeriesInfo>& series);

} // namespace samspil
