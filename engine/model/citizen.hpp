// SPDX-License-Identifier: MPL-2.0
// One person as a replication follows it, and the table of those who are there.
#pragma once

#include "engine/base/slots.hpp"
#include "engine/model/hazards.hpp"
#include "engine/model/scenario.hpp"

#include <array>
#include <cstdint>

namespace samspil {

inline constexpr std::int16_t no_unit = -1;
inline constexpr std::int16_t gone = -2; ///< World::place of somebody not at home: not yet 65, dead, moved, nursing home

/// A unit clock against a basis: the event is due when rate x (basis(now) - basis(since)) has used up `remaining`.
/// In single precision, since every citizen has seven: the seventh digit of a hazard is beyond every source, and what
/// a due week is searched from is the stored number in every option alike.
struct Clock {
    float remaining = 0;
    float rate = 0;
    StoredWeek since = 0;
    std::int16_t event = 0; ///< number of the event waited for; part of the threshold's address
};

enum class Residence : std::uint8_t { not_yet, home, nursing_home, moved_out, dead };

/// Why a stay ended; LifeEvent::a of `ended`.
enum class EndReason : std::uint8_t { dropped_out, dropped_in_transition, transition, home_weeks_over, left_home, died, centre_closed };

/// A place in a queue. A citizen stands in at most two.
struct Waiting {
    std::int16_t unit = no_unit;
    StoredWeek since = 0;
};

/// Every week in which something is due for a citizen, side by side: an idle week reads one cache line or none.
struct Agenda {
    std::array<StoredWeek, process_count> clock{never, never, never, never, never};
    StoredWeek drop_out = never;   ///< the stay ends for nothing (or the home course is over)
    StoredWeek leave_club = never; ///< the stay ends for another offer
    StoredWeek dose = never, review = never, consider = never, trigger = never, forced = never;
    std::array<StoredWeek, 2> patience{never, never}; ///< by place in Citizen::waiting
    StoredWeek contact = never;    ///< a home visit, an attempt of the front staff
    StoredWeek handover = never;   ///< a bridge is due or given up
    StoredWeek assessment = never; ///< the start interview, or a decision that has waited for hours
    StoredWeek single = never;     ///< a single service may grow
    StoredWeek social = never;     ///< loneliness begins or ends, bereavement
    StoredWeek helper = never;     ///< a participant may become a volunteer
};

/// One person. Every week reads the rows of those to whom something happens, so a row is small, begins with a cache line, and
/// what most of them need stands first.
struct alignas(64) Citizen {
    Agenda agenda;
    std::uint64_t id = 0;
    std::int32_t x_m = 0, y_m = 0;
    StoredWeek week_65 = 0;
    std::uint16_t neighbourhood = 0;
    std::int16_t home_area = -1;       ///< Grouping::area_of_home
    Sex sex = Sex::male;
    Residence residence = Residence::not_yet;
    std::uint8_t level = 0;            ///< functional level F - 1, 0..3
    std::uint8_t rate_state = 0;       ///< row of the rate tables that the clocks run against
    bool alone = false;                ///< as of the last change of level: nothing else may look at the calendar for it
    std::uint8_t clocks_to_find = 0;   ///< a bit for each life clock set since its week was last searched for (next_due)

    // the stay
    Offer offer = Offer::none;
    std::uint8_t sessions = 0;         ///< agreed per week
    std::int16_t unit = no_unit;
    std::int16_t minutes = 0;          ///< travel one way, tenths
    StoredWeek since = 0;              ///< first week of the stay
    StoredWeek vulnerable_from = never; ///< week of the transition; the window is 12 weeks
    StoredWeek gap_weeks = 0;          ///< weeks without a place before this stay
    bool ride = false;                 ///< arranged ride granted
    bool prior = false;                ///< had been at this centre before
    bool same_roof = false;            ///< came from an offer under the same roof
    bool social_need = false;          ///< social score 3 or more when the stay began
    std::uint8_t need = 0;             ///< support need N as last assessed
    bool sampled = false;              ///< life course is kept
    StoredWeek last_end = never;
    std::int16_t last_centre = -1;     ///< where the last stay was
    StoredWeek home_again = 0;         ///< first week another home offer may start
    StoredWeek apply_again = 0;        ///< first week after a refusal
    StoredWeek applied = -1;           ///< week of the last application
    std::int16_t forced_unit = no_unit; ///< where to apply after the own centre closed
    std::array<Waiting, 2> waiting{};
    AccessOfCitizen access;
    PlacesOfCitizen places;

    StoredWeek dose_week = 0;
    Offer dose_offer = Offer::none;
    std::uint8_t dose_step = 0;        ///< D in eighths, as it acts on hazards
    float alone_at = 0, car_at = 0;    ///< uniform thresholds: lives alone (has a car) while below the share of the age
    InformationOfCitizen information;
    PeopleOfCitizen people;
    std::array<float, 4> trait{};      ///< lasting offset of the scores M, A, S, P
    float dose = 0;                    ///< average sessions x (7.11), as of dose_week
    float dose_quality = 0;            ///< quality index that acts on hazards
    std::array<Clock, process_count> clocks{};
    Clock drop_out, leave_club;        ///< run on from stay to stay; rates per week, event 0 = not yet wound
    float drop_out_extra = 0;          ///< added weekly hazard in the first 12 weeks of this stay
    VolunteeringOfCitizen volunteering;
    MoneyOfCitizen money;
    std::uint32_t row = 0;             ///< of the world; CitizenTable sets it
};

/// The citizens by row of the roster. Only who lives here has room of their own: about half of those listed at any time, the others
/// have yet to turn 65, or are gone for good. All of these share one row each of three, which says nothing but their residence.
class CitizenTable {
public:
    void assign(std::size_t rows); ///< everybody has yet to turn 65
    std::uint32_t add();           ///< one more row, with room; references from before are void
    std::size_t size() const { return place_.size(); }
    bool holds(std::size_t row) const { return place_[row] >= shared_rows; }
    const Citizen& operator[](std::size_t row) const { return room_[place_[row]]; }
    Citizen& operator[](std::size_t row) { return room_[place_[row]]; } ///< of a row without room: not to be changed
    Citizen& admit(std::size_t row);  ///< somebody new, who has yet to turn 65, also in the place of another; moves nobody
    void dismiss(std::size_t row);    ///< of somebody dead or moved away, the residence is kept
    [[gnu::always_inline]] void expect(std::size_t row) const { __builtin_prefetch(&place_[row]); } ///< fetches what tells where the citizen is
    std::size_t bytes() const { return place_.size() * sizeof(std::uint32_t) + room_.bytes(); }

    /// For a look at everybody, by row.
    struct Iterator {
        const CitizenTable* table;
        std::size_t row;
        const Citizen& operator*() const { return (*table)[row]; }
        Iterator& operator++()
        {
            ++row;
            return *this;
        }
        bool operator==(const Iterator&) const = default;
    };
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, size()}; }

private:
    static constexpr std::uint32_t not_yet = 0, dead = 1, moved_out = 2, shared_rows = 3;
    LargeVector<std::uint32_t> place_; ///< in room_
    Slots<Citizen> room_;
};

/// Fetches a row that will be needed soon: a citizen is far apart from the next who is. Always inlined, as all that only fetch:
/// to GCC such a function has no effect, and it drops the calls it did not inline.
[[gnu::always_inline]] inline void expect(const Citizen& citizen)
{
    constexpr std::size_t line = 64;
    const char* first = reinterpret_cast<const char*>(&citizen);
    for (std::size_t byte = 0; byte < sizeof(Citizen); byte += line) __builtin_prefetch(first + byte);
}
inline constexpr std::size_t rows_ahead = 4; ///< how long ahead a row is fetched
inline constexpr std::size_t glances_ahead = 16; ///< the same where each is only glanced at: that takes less time than fetching another

} // namespace samspil
