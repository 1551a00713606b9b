// SPDX-License-Identifier: MPL-2.0
// People among people (docs/model.md 7.11-7.14): ties.cpp, clubs.cpp, loneliness.cpp, people.cpp.
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

/// Ties, clubs and help are looked at this often; a strength or a willingness then moves by as many weeks.
inline constexpr int people_look_weeks = 8;

void set_up_people(const Premises& premises, World& world, Chance chance);
/// Somebody turns 65 or stands in the table at week 0.
void on_entering(Moment& moment, Citizen& citizen, std::uint32_t row);
bool apply_people(Moment& moment, const Intervention& intervention);
/// Ordered: shocks whose weeks are over.
void end_shocks(Moment& moment);

// ---- ties.cpp (7.11) ---------------------------------------------------------------------------------------------

void set_up_ties(const Premises& premises, World& world, Chance chance);
/// Fetches what a look at somebody's ties will read: some rows ahead of the look, and long ahead of it.
[[gnu::always_inline]] inline void expect_ties(const World& world, std::uint32_t row)
{
    if (row < world.people.ties.size()) __builtin_prefetch(&world.people.ties[row][0]);
}
[[gnu::always_inline]] inline void expect_ties_early(const World& world, std::uint32_t row)
{
    if (row >= world.people.ties.size()) return;
    world.people.ties.expect(row);
    __builtin_prefetch(&world.people.near[row]);
}
/// Somebody else comes into the row: starts without friends. What the friends hold goes in `part`.
void leave_friends(Moment& moment, std::uint32_t row);
/// Ordered, before ties form: friends let go of those who have left a row to somebody else.
void part(Moment& moment);
/// Ordered, after places are given: ties form and fade among those who meet.
void befriend(Moment& moment, const Workers& workers);
/// Friends of the citizen who have a stay at this centre, by the week's start; the home offer is no stay there.
int ties_at(const Premises& premises, const World& world, std::uint32_t row, int centre);
/// Friends strong enough to count against loneliness.
int ties_strong(const Premises& premises, const World& world, std::uint32_t row);
/// Friends from before the run who are about.
int ties_near(const World& world, std::uint32_t row);
/// Friends in the citizen's own club.
int ties_in_club(const Premises& premises, const World& world, std::uint32_t row, std::int16_t unit);
/// Where the friends are, gathered once for a choice among many houses.
struct Company {
    static constexpr std::size_t most = most_made_ties + std::tuple_size_v<NearTies>;
    std::array<std::int16_t, most> centre{};
    std::size_t count = 0;
    std::uint64_t somewhere = 0; ///< bit of every house with a friend, modulo 64: most houses have none
    void add(std::int16_t house)
    {
        centre[count++] = house;
        somewhere |= std::uint64_t{1} << (house % 64);
    }
    int at(int house) const
    {
        if ((somewhere >> (house % 64) & 1U) == 0) return 0;
        int n = 0;
        for (std::size_t i = 0; i < count; ++i) n += centre[i] == house ? 1 : 0;
        return n;
    }
};
Company company_of(const Premises& premises, const World& world, std::uint32_t row);
/// n / (n + 1): what the first friends are worth most for.
constexpr double saturating(int ties) { return static_cast<double>(ties) / (ties + 1); }

// ---- clubs.cpp (7.12) --------------------------------------------------------------------------------------------

void set_up_clubs(const Premises& premises, World& world);
/// Ordered, before the citizens: every people_look_weeks, help in the clubs as it stands, closing and founding of clubs.
void update_clubs(Moment& moment, const Workers& workers);
/// One club's weeks from look to look: need and supply as counted, help, willingness.
void follow_club(const PeopleParameters& parameters, Club& club, double need, double own_willingness);
/// The clubs of a house end with it, or with its klub: one that opens again begins with clubs of its own.
void end_clubs(World& world, std::size_t unit);
/// Ordered: gives a citizen who starts in a klub a club of the house.
void join_club(Moment& moment, const Citizen& citizen, std::uint32_t row);
/// Share of a member's need that fellow members meet, H x tie.
double help_for(const Moment& moment, const Citizen& citizen, std::uint32_t row);
/// Whether the citizen helps fellow members who need it.
bool helps_in_club(const World& world, const Citizen& citizen, std::uint32_t row);

// ---- loneliness.cpp (7.14) ---------------------------------------------------------------------------------------

/// Loneliness, bereavement and club help due for one citizen.
void feel(Moment& moment, std::uint32_t row);
/// The first week after this one on the person's own grid of so many weeks.
Week next_on_grid(const Premises& premises, const Citizen& citizen, Week week, Week every);
/// Something that drives loneliness has changed: looked at next week.
void feel_soon(const Moment& moment, Citizen& citizen);
/// Where loneliness is not followed: only the week in which the citizen begins to live alone is one to consider in.
void wait_to_live_alone(const Moment& moment, Citizen& citizen);
/// Sets the hazard of becoming lonely, or of ceasing to be.
void set_loneliness(Moment& moment, Citizen& citizen, std::uint32_t row);
enum class Effects { as_assumed, none };
/// The share lonely where people like this one settle; without effects of taking part when told so.
double lonely_share(const Premises& premises, const World& world, const Citizen& citizen, std::uint32_t row, Effects effects);
inline constexpr Week bereaved_weeks = 52;
/// In the year after beginning to live alone: a group at special risk (7.6).
constexpr bool is_bereaved(const Citizen& citizen, Week week)
{
    return week >= citizen.people.widowed && week - citizen.people.widowed < bereaved_weeks;
}

/// The three ways of S4-01 in which somebody may be active.
struct Activity {
    bool active = false, together = false, meaningful = false;
    int count() const { return static_cast<int>(active) + static_cast<int>(together) + static_cast<int>(meaningful); }
};
Activity activity_of(const Premises& premises, const World& world, const Citizen& citizen, std::uint32_t row);
/// Probability of high mental health; the twin without effect of taking part has phi = 0 and the settled loneliness.
double high_mental_health(const Premises& premises, const World& world, const Citizen& citizen, std::uint32_t row,
                          const Activity& activity, Effects effects);

} // namespace samspil
