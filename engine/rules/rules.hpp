// SPDX-License-Identifier: MPL-2.0
// The verbs of the model on one page, a source per phase. Rules for citizens run in parallel: they read the world of
// the week's start, write only their own row and put what they want of the shared world into Proposals. Places,
// queues and money change hands in the ordered rules below them. Sections are those of docs/model.md.
#pragma once

#include "engine/base/parallel.hpp"
#include "engine/model/world.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace samspil {

/// One week as seen by a rule for citizens.
struct Moment {
    const Premises& premises;
    World& world; ///< a citizen rule writes only the row it is given
    Chance chance;
    Week week;
    Proposals& out;
    const Scenario& scenario() const { return *premises.scenario; }
    const Parameters& parameters() const { return premises.scenario->assumptions; }
};

/// Fælles Sprog scores 0..4: mobility, activity, social, mental.
struct Scores {
    int m = 0, a = 0, s = 0, p = 0;
    int need() const { return a > s ? a : s; }                ///< support need N
    bool needs_ride() const { return m >= 3 || p >= 3; }      ///< cannot come by oneself (7.7)
    bool operator==(const Scores&) const = default;
};

// ---- citizens: demography.cpp (5, 7.1) and clocks.cpp ------------------------------------------------------------

/// Fills in a citizen who turns 65 this week, or stands in the table at week 0.
void enter(Moment& moment, std::uint32_t row);
/// Death, nursing home, moving away: whichever clocks are due.
void live_and_die(Moment& moment, std::uint32_t row);
/// Sets the rates of the life clocks from level, residence and dose; a clock whose rate stays is not touched. When the
/// others are due is searched for by next_due, once, however often the rates change within a week.
void update_rates(Moment& moment, Citizen& citizen);
/// Takes what the clock has used up since it was last looked at, at its rate and basis until now.
void spend(const Premises& premises, Citizen& citizen, Process process, Week week);
/// Winds the clock for the event after the one that fired; its threshold is drawn when there first is a rate.
void wind(Moment& moment, Citizen& citizen, Process process);
/// The clock stands still until a rate is set.
void stop(Citizen& citizen, Process process);
/// The next week anything happens to this citizen; no clock may have been set since the last search.
Week next_due(const Citizen& citizen);
/// The same after searching for the weeks of those clocks that have been set.
Week next_due(const Premises& premises, Citizen& citizen);

// ---- function.cpp (7.2, 7.11) ------------------------------------------------------------------------------------

/// Level up or down where a clock is due.
void change_level(Moment& moment, std::uint32_t row);
/// Brings the dose to this week and, where its step or the quality changed, the hazards to the dose.
void update_dose(Moment& moment, Citizen& citizen);
/// Average sessions x and dose D = 1 - exp(-x / x0) at a week.
double average_sessions(const Premises& premises, const Citizen& citizen, Week week);
/// Factors on decline and recovery from the dose as it stands.
struct Effect {
    double decline = 1, recovery = 1;
};
Effect participation_effect(const Premises& premises, const Citizen& citizen);

// ---- scores.cpp (7.3), assessment.cpp (7.7) ----------------------------------------------------------------------

Scores true_scores(const Premises& premises, Chance chance, const Citizen& citizen, Week week);
/// The same person if the means of the levels were those of another set.
Scores true_scores_in(ScoreSet set, const Premises& premises, Chance chance, const Citizen& citizen, Week week);
inline constexpr std::size_t score_set_count = 2;
/// Both readings at once, by ScoreSet.
std::array<Scores, score_set_count> true_scores_by_set(const Premises& premises, Chance chance, const Citizen& citizen, Week week);
enum class Assessor { staff, visitator };
/// True scores with the assessor's error, drawn by person and half-year.
Scores assess(const Premises& premises, Chance chance, const Citizen& citizen, Week week, Assessor assessor,
              double error_factor = 1);
/// The visitation table: vedligeholdende_hjem, vedligeholdende_center or none.
Offer visitation(const Scores& scores, bool homebound, VisitationRule rule, int k);
/// Core met: activity and social 3 or more.
constexpr bool core_met(const Scores& scores) { return scores.a >= 3 && scores.s >= 3; }
/// What a citizen may have, by need and visitation (7.7).
struct Entitlement {
    std::array<bool, offer_count> offers{};
    std::array<bool, offer_count> needs_decision{}; ///< the visitator has to be asked first
    bool may_ask = false;               ///< need for a maintaining offer, and not refused of late
    CaseKind ask_as = CaseKind::offer;  ///< what a decision is asked for
    int need = 0;                       ///< support need as assessed
    bool ride = false;                  ///< cannot come by oneself
};
/// As staff see it: what is open at once, and what has to be asked for.
Entitlement open_offers(Moment& moment, Citizen& citizen);
/// Who seems not to come by oneself, where nobody has assessed for this offer: the level tells.
inline bool seems_to_need_ride(const Citizen& citizen, Offer offer) { return is_maintaining(offer) && citizen.level >= 2; }
/// Whether a ride is granted to an offer (7.10, flexible regime).
bool ride_granted(Offer offer, const Scores& scores);

// ---- choice.cpp (7.8) --------------------------------------------------------------------------------------------

/// Nested-logit choice of offer and centre among the houses the citizen knows; may put an application forward.
/// `staying` leaves `none` out: the citizen moves on from an offer and only asks where to.
enum class Outside { allowed, left_out };
std::int16_t choose(Moment& moment, Citizen& citizen, std::uint32_t row, const Entitlement& access, Outside outside);
/// Whether a place somewhere else is better than none, by the noise of the occasion on which the citizen applied.
bool would_take(Moment& moment, std::uint32_t row, std::int16_t unit, Week applied);

// ---- considering.cpp (7.8) ---------------------------------------------------------------------------------------

/// Considerations due this week.
void consider(Moment& moment, std::uint32_t row);
/// Next week of a consideration after this one: drawn by person and calendar half-year.
Week next_consideration(const Premises& premises, Chance chance, std::uint64_t person, Week after);
/// A possible consideration within 8 weeks of a trigger (turning 65, a change of level).
void trigger(Moment& moment, Citizen& citizen, double multiplier, std::uint32_t occasion);

// ---- matching.cpp (7.8) ------------------------------------------------------------------------------------------

/// policy.offering = matching: the offer follows the functional level, and nobody chooses.
bool is_matched(const Scenario& scenario);
/// Leaves what does not match the level and applies for what does; the unit applied for, or no_unit where the citizen
/// has or waits for the right one, or no open house holds it.
std::int16_t match(Moment& moment, Citizen& citizen, std::uint32_t row);

// ---- participation.cpp (7.9, 7.13) -------------------------------------------------------------------------------

/// Ends of stays, reviews, patience in queues, forced moves: whatever is due.
void take_part(Moment& moment, std::uint32_t row);
/// Ends the main offer, if any; counts go to the proposals.
void end_stay(Moment& moment, Citizen& citizen, EndReason reason);
/// Leaves every queue.
void leave_queues(Moment& moment, Citizen& citizen, std::uint32_t row);
/// Starts a stay at a unit with this many sessions; ends the old one. Called by the allocation only.
void start_stay(Moment& moment, std::uint32_t row, std::int16_t unit, int sessions, Week since);
/// Weekly hazard of dropping out: ordinary, and added in the 12 weeks after a transition.
struct DropOut {
    double ordinary = 0, vulnerable = 0;
};
DropOut drop_out_hazard(const Moment& moment, const Citizen& citizen, bool in_transition);
/// Next review: every review_weeks, at a calendar week keyed by the person.
Week next_review(const Premises& premises, Chance chance, std::uint64_t person, Week after);

/// Writes a life event of a sampled citizen.
void note(Moment& moment, const Citizen& citizen, LifeEventKind kind, std::int32_t a = 0, std::int32_t b = 0,
          std::int16_t unit = no_unit);

// ---- ordered: allocation.cpp (7.9) -------------------------------------------------------------------------------

/// What the allocation reports to the tally: who started, where, after how many weeks.
struct Start {
    Offer offer = Offer::none;
    Week waited = 0;
    std::uint32_t row = 0;
    std::int16_t unit = no_unit;
};

/// Queues, free places, sharing within districts, published waits. Places change hands here only, one after another;
/// what follows for each citizen alone is done by all workers, with the same result for any number of them.
void allocate(Moment& moment, std::span<const Application> applications, std::span<const QueueLeave> leaves,
              std::vector<Start>& starts, const Workers& workers);
/// Sessions wanted: 1 + Poisson, at most 5, by person and week of application.
int wanted_sessions(const Premises& premises, Chance chance, std::uint64_t person, Offer offer, Week since);

// ---- ordered: volunteering.cpp (7.15), organising.cpp (7.16, 7.17), accounting.cpp (7.18), intervening.cpp (7.19) --

/// Volunteers at week 0.
void gather_volunteers(const Premises& premises, World& world, Chance chance);
/// The volunteers of the table come when a house opens, new to the work.
void add_opening_volunteers(const Premises& premises, World& world, Chance chance, std::size_t centre, Week week);
/// Asking, burden, quitting and recruiting of the week; gives the number who quit.
int update_volunteers(Moment& moment, const Workers& workers);
/// Sessions each unit offers this week: the least of rooms, staff, volunteers and seats (offering.cpp).
void update_offered(const Premises& premises, World& world);

/// The organisation and its attention at week 0, and after every change of organisation, opening or closing.
void set_up_organisation(const Premises& premises, World& world);
void update_attention(Moment& moment, const Workers& workers);

/// Spending of the week by account, øre.
std::array<Ore, account_count> weekly_spending(const Premises& premises, const World& world, Week week);
/// Sessions expected to be attended this week, 2^-20 sessions.
Fixed expected_attendance(const Premises& premises, const Counts& counts, std::size_t unit, Week week);
/// Season factor on attendance (7.9): fewer in winter, half in holiday weeks.
double season(const Calendar& calendar, Week week);
/// Of the week's sessions those that are held: half in holiday weeks.
double open_share(const Calendar& calendar, Week week);
/// Sessions a week the citizen comes to, without season; fewer where a needed ride is missing (7.10).
double expected_sessions(const Parameters& parameters, const Citizen& citizen);

/// Places follow the citizens each 1 January of the period, where the policy says so: regulating.cpp (8.1).
void regulate(const Premises& premises, World& world);
/// Interventions due this week.
void intervene(Moment& moment, const Workers& workers);

} // namespace samspil
