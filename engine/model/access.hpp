// SPDX-License-Identifier: MPL-2.0
// Access in full: start interview and reviews, the visitator's hours, regimes, single services, the right to help,
// documentation (docs/model.md 7.4, 7.7, 7.20): assumptions, decisions, mechanisms and the state of one replication, as
// plain data. Purposes of its draws: 60 to 69.
#pragma once

#include "engine/base/units.hpp"
#include "engine/model/fields.hpp"

#include <compare>
#include <cstdint>
#include <vector>

namespace samspil {

struct Kpi;
struct SeriesInfo;
struct InterventionKind;

enum class AccessRegime : std::uint8_t { assess_only_86, assess_all };
enum class MaintainingFrom : std::uint8_t { moderate, extensive };  ///< conflict C1 of the sources
enum class ForebyggendeUpTo : std::uint8_t { light, moderate };     ///< conflict C2
enum class Law : std::uint8_t { sel_2010, ael_2025 };               ///< Service Act; Elderly Act from state pension age
enum class Documentation : std::uint8_t { maintaining_only, all };
enum class SingleCriteria : std::uint8_t { same, relaxed };         ///< as the maintaining centre (C7), or need alone
enum class RightToHelp : std::uint8_t { none, district, municipality, home_course };

/// Values of `assumptions:`, as Parameters::access.
struct AccessParameters {
    double review_h, preventive_h;                       ///< visitator hours of a review, of a case about forebyggende
    double interview_minutes, copm_problem, copm_eta, copm_decline, copm_mic_performance, copm_mic_satisfaction;
    double doc_minutes, doc_error, doc_review, publish_weeks, publish_weeks_documented, doc_forecast;
    double single_take, conv_single, single_slot_meal, single_slot_training;
    double pension_age;
};

/// Values of `policy:`, as Policy::access.
struct AccessPolicy {
    double visitator_hours; ///< a week, whole municipality; unlimited_hours or more: no limit
    int decision_weeks;     ///< least weeks from asking to a decision
    MaintainingFrom maintaining_from;
    ForebyggendeUpTo forebyggende_up_to;
    Law law;
    Documentation documentation;
    SingleCriteria single_service_criteria;
    RightToHelp right_to_help;
};

inline constexpr double unlimited_hours = 100000;

/// Values of `mechanisms:`, as Mechanisms::access.
struct AccessMechanisms {
    bool visitator_backlog, start_interview, single_services, right_to_help, documentation;
};

/// What a citizen asks the visitator for.
enum class CaseKind : std::uint8_t { none, offer, after_club, after_home, from_forebyggende, from_maintaining };

/// Of one citizen, as Citizen::access; small, since every citizen has it.
struct AccessOfCitizen {
    StoredWeek interviewed = -1;        ///< start interview of the course that runs, or ran last
    std::int16_t single = -1;           ///< unit of a single service, or no_unit
    std::int16_t singles = 0;           ///< clocks wound so far; part of the draw's address
    CaseKind asked = CaseKind::none;    ///< waits for a decision
    std::uint8_t interview_level = 0;   ///< functional level then
    std::uint8_t single_tenths = 0;     ///< tenths of a session a week
    bool single_grows = false;          ///< what agenda.single stands for: a full course, or the end
};

/// Counts of the present state, changed by events, as Counts::access; integers only.
struct AccessCounts {
    std::vector<std::int64_t> single_users, single_tenths;            ///< by unit, as they stand
    std::int64_t interviews = 0, reviews = 0;                         ///< this week, from here
    std::int64_t decisions = 0, decision_weeks = 0, visitator_minutes = 0;
    std::int64_t asked_for = 0, refused = 0;                          ///< decisions but those on places held: what can be refused; was
    std::int64_t helped = 0, singles_begun = 0, singles_grown = 0;
    void resize(std::size_t neighbourhoods, std::size_t units, std::size_t centres);
    void add(const AccessCounts& change);
    void clear();
    /// Sets what is counted by week to nothing.
    void begin_week();
};

/// Somebody who waits for a decision: first come first served, then by lottery, then by person.
struct AccessCase {
    Week since = 0;
    std::uint32_t lottery = 0;
    std::uint64_t person = 0;
    std::uint32_t row = 0;
    CaseKind kind = CaseKind::none;
    bool preventive = false; ///< only forebyggende is asked for (access regime assess_all)
    auto operator<=>(const AccessCase&) const = default;
};

/// What one block of citizens wants of the shared world, as Proposals::access; merged in block order.
struct AccessWishes {
    std::vector<AccessCase> cases;
    void clear();
    void append(const AccessWishes& more);
};

/// State of one replication, as World::access.
struct AccessState {
    std::vector<AccessCase> backlog;        ///< in order
    std::int64_t minutes_saved = 0;   ///< of last week, towards a case too long for what was left
    AccessRegime regime = AccessRegime::assess_only_86;
    Law law = Law::sel_2010;
    Documentation documentation = Documentation::maintaining_only;
};

void append_access_parameters(std::vector<Field>& fields);
void append_access_policy(std::vector<Field>& fields);
void append_access_mechanisms(std::vector<Field>& fields);
void append_access_interventions(std::vector<InterventionKind>& kinds);
void append_access_kpis(std::vector<Kpi>& kpis);
void append_access_series(std::vector<SeriesInfo>& series);

} // namespace samspil
