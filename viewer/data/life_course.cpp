// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/life_course.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

/// Reads the events in order and closes each span when the next begins.
class Reading {
public:
    explicit Reading(int weeks) : weeks_(weeks) { course_.leaves = 0; }

    void take(const LifeEvent& event)
    {
        course_.events.push_back(event);
        const int week = event.week;
        switch (event.kind) {
        case LifeEventKind::entered:
            there_ = true;
            course_.enters = std::clamp(week, 0, weeks_);
            begin_level(week, event.a, false);
            break;
        case LifeEventKind::level_change:
            begin_level(week, event.a, home_);
            break;
        case LifeEventKind::nursing_home:
            home_ = true;
            begin_level(week, level_, true);
            break;
        case LifeEventKind::queued:
            waiting_.push_back({week, week, static_cast<Offer>(event.offer), event.centre, false});
            break;
        case LifeEventKind::started:
            begin_stay(event);
            break;
        case LifeEventKind::ended:
            end_stay(week, static_cast<EndReason>(event.a));
            break;
        case LifeEventKind::died:
            leave(week, course_.died);
            break;
        case LifeEventKind::moved_out:
            leave(week, course_.moved);
            break;
        default:
            break;
        }
    }

    Course finish()
    {
        if (there_) {
            end_level(weeks_);
            end_stay(weeks_, std::nullopt);
            course_.leaves = weeks_;
        }
        for (const WaitSpan& wait : waiting_)
            if (wait.from >= 0 && wait.from < weeks_) course_.waits.push_back(wait);
        std::stable_sort(course_.waits.begin(), course_.waits.end(),
                         [](const WaitSpan& a, const WaitSpan& b) { return a.from < b.from; });
        return std::move(course_);
    }

private:
    void begin_level(int week, int level, bool nursing_home)
    {
        end_level(week);
        level_ = std::clamp(level, 1, 4);
        level_from_ = week;
        level_home_ = nursing_home;
    }

    void end_level(int week)
    {
        const int from = std::max(level_from_, 0), to = std::min(week, weeks_);
        if (level_ > 0 && to > from) course_.levels.push_back({from, to, level_, level_home_});
    }

    void begin_stay(const LifeEvent& event)
    {
        end_stay(event.week, EndReason::transition);
        stay_ = StaySpan{event.week, event.week, static_cast<Offer>(event.offer), event.centre, event.week, event.a,
                         event.b,    {}};
        const auto mine = std::find_if(waiting_.begin(), waiting_.end(), [&](const WaitSpan& wait) {
            return wait.offer == stay_->offer && wait.centre == stay_->centre && wait.from == event.week - event.b;
        });
        if (mine == waiting_.end()) return;
        const WaitSpan wait{std::max(mine->from, 0), std::min(static_cast<int>(event.week), weeks_), mine->offer,
                            mine->centre, true};
        if (wait.to > wait.from) course_.waits.push_back(wait);
        waiting_.erase(mine);
    }

    void end_stay(int week, std::optional<EndReason> reason)
    {
        if (!stay_) return;
        stay_->from = std::max(stay_->from, 0);
        stay_->to = std::min(week, weeks_);
        if (week <= weeks_) stay_->end = reason;
        if (stay_->to > stay_->from) course_.stays.push_back(*stay_);
        stay_.reset();
    }

    void leave(int week, bool& how)
    {
        end_stay(week, EndReason::left_home);
        end_level(week);
        course_.leaves = std::clamp(week, 0, weeks_);
        how = true;
        there_ = false;
    }

    int weeks_;
    Course course_;
    bool there_ = false, home_ = false, level_home_ = false;
    int level_ = 0, level_from_ = 0;
    std::optional<StaySpan> stay_;
    std::vector<WaitSpan> waiting_;
};

} // namespace

std::span<const LifeEvent> events_of(const Lives& lives, std::uint64_t person)
{
    const auto [first, last] =
        std::equal_range(lives.begin(), lives.end(), LifeEvent{.person = person},
                         [](const LifeEvent& a, const LifeEvent& b) { return a.person < b.person; });
    return {first, last};
}

Course course_of(std::span<const LifeEvent> events, int burn_in_weeks, int weeks)
{
    Reading reading(weeks);
    for (LifeEvent event : events) {
        event.week -= burn_in_weeks;
        reading.take(event);
    }
    return reading.finish();
}

int weeks_enrolled(const Course& course)
{
    int sum = 0;
    for (const StaySpan& stay : course.stays)
        sum += stay.to - stay.from;
    return sum;
}

int weeks_apart(const Course& a, const Course& b)
{
    // What both have at the same time in the same place, counted twice, is what the two sums have too much.
    int apart = weeks_enrolled(a) + weeks_enrolled(b), side_by_side = 0;
    for (const StaySpan& x : a.stays) {
        for (const StaySpan& y : b.stays) {
            const int both = std::min(x.to, y.to) - std::max(x.from, y.from);
            if (both <= 0) continue;
            side_by_side += both;
            if (x.offer == y.offer && x.centre == y.centre) apart -= both;
        }
    }
    return apart - side_by_side;
}

const LevelSpan* level_at(const Course& course, int week)
{
    for (const LevelSpan& span : course.levels)
        if (week >= span.from && week < span.to) return &span;
    return nullptr;
}

const StaySpan* stay_at(const Course& course, int week)
{
    for (const StaySpan& span : course.stays)
        if (week >= span.from && week < span.to) return &span;
    return nullptr;
}

} // namespace samspil::viewer
