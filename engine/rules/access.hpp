// SPDX-License-Identifier: MPL-2.0
// Access in full: the visitator's backlog, single services, start interviews, documentation (docs/model.md 7.4, 7.7,
// 7.9, 7.20).
#pragma once

#include "engine/rules/rules.hpp"

namespace samspil {

// ---- cases: access.cpp -------------------------------------------------------------------------------------------

void set_up_access(const Premises& premises, World& world, Chance chance);
/// A single service grows or ends.
void follow_case(Moment& moment, std::uint32_t row);
/// Ordered: who has asked since the last time stands in line; also after whatever else of the week may ask.
void take_cases(Moment& moment);
/// Ordered, after the citizens: the visitators' hours, first come first served. Who gets a decision chooses at once.
void work_through_backlog(Moment& moment);
bool apply_access(Moment& moment, const Intervention& intervention);
/// Puts the citizen's case before the visitator; `preventive`: only forebyggende is asked for.
void ask(Moment& moment, Citizen& citizen, std::uint32_t row, CaseKind kind, bool preventive = false);
/// Which law a citizen of this age has help under (7.7).
Law law_of(const Premises& premises, const World& world, const Citizen& citizen);

// ---- assessment.cpp ----------------------------------------------------------------------------------------------

/// Lowest need that is sent to visitation, highest that fits forebyggende (conflicts C1 and C2 of the sources).
int maintaining_from(const Scenario& scenario);
int forebyggende_up_to(const Scenario& scenario);
/// The table as the municipality reads it: with `maintaining_from: moderate` a 2 counts where a 3 is asked for, except
/// under the exact reading.
Scores as_read(const Scenario& scenario, const Scores& scores, VisitationRule rule);
/// Why nothing was granted: bits mobility 1, activity 2, social 4, mental 8 that a centre asks for and are not met.
int failing_scores(const Scores& scores, VisitationRule rule);
/// Whether somebody with too much need for forebyggende and no maintaining offer may have it (gap policy).
bool let_in(const Moment& moment, const Citizen& citizen);
/// Scores as the assessor sees them; documentation of the citizen's offer makes misscoring rarer (7.20).
Scores look_at(const Moment& moment, const Citizen& citizen, Assessor assessor);

// ---- copm.cpp (7.4) ----------------------------------------------------------------------------------------------

inline constexpr int most_activities = 5;

/// The start interview: one to five wanted activities on scales of 1 to 10. A pure function of person and half-year.
struct Interview {
    int activities = 0;
    std::array<int, most_activities> importance{}, performance{}, satisfaction{};
};
Interview interview_of(const Premises& premises, Chance chance, std::uint64_t person, std::int32_t half_year, const Scores& scores);
/// Cannot leave the home and has an activity there that goes badly (S3-47); without interviews mobility 4 alone.
bool home_bound(const Premises& premises, Chance chance, const Citizen& citizen, Week week, const Scores& scores);
/// Mean change since the interview over the citizen's activities, in points.
struct CopmChange {
    double performance = 0, satisfaction = 0;
};
CopmChange copm_change(const Premises& premises, const World& world, Chance chance, const Citizen& citizen);
/// A course begins in a municipal offer: the interview is held.
void hold_interview(Moment& moment, Citizen& citizen);

// ---- single_services.cpp (7.9) -----------------------------------------------------------------------------------

/// After a decision, for who got no place at once: meals or training alone, where there is room. Ordered.
void offer_single(Moment& moment, Citizen& citizen, std::uint32_t row, bool granted);
/// Ends the single service, if any.
void end_single(Moment& moment, Citizen& citizen);
/// Sessions that the single services of a unit take, rounded up.
std::int64_t single_sessions(const Counts& counts, const Counts& change, std::size_t unit);

// ---- documentation (7.20), access.cpp ----------------------------------------------------------------------------

/// Whether the offer's sessions are documented: 1 or 0, 0 when the mechanism is off.
double documented(const Premises& premises, const World& world, Offer offer);
/// Weeks between two publications of waits.
int publication_weeks(const Premises& premises, const World& world);
/// Relative error of a forecast of the year's spending, for steering (7.18): less when all offers are documented.
double forecast_error(const Premises& premises, const World& world);
/// Staff minutes for documentation this week.
double documentation_minutes(const Premises& premises, const World& world);
/// Staff minutes for start interviews this week.
double interview_minutes(const Premises& premises, const World& world);

} // namespace samspil
