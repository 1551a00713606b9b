// SPDX-License-Identifier: MPL-2.0
#include "viewer/data/time_words.hpp"

#include "engine/experiment/comparison.hpp"
#include "engine/model/calendar.hpp"

#include <array>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

Day day_of_week(const Result& result, int week) { return frame_of(result).start + 7 * week; }

} // namespace

std::string day_words(Day day, Language language)
{
    const CivilDate date = civil_date(day);
    return language == Language::da ? fmt::format("{:02}.{:02}.{}", date.day, date.month, date.year)
                                    : fmt::format("{}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Day> day_from(std::string_view words)
{
    if (words.size() == 10 && words[2] == '.' && words[5] == '.')
        return parse_date(fmt::format("{}-{}-{}", words.substr(6), words.substr(3, 2), words.substr(0, 2)));
    return parse_date(words);
}

std::string date_words(const Result& result, int week, Language language) { return day_words(day_of_week(result, week), language); }

std::string week_words(const Result& result, int week, Language language)
{
    const std::string iso = iso_week(day_of_week(result, week)); // 2021-W01
    const std::string number = iso.substr(iso.find('W') + 1), year = iso.substr(0, iso.find('-'));
    return fmt::format("{} {} {} · {}", language == Language::da ? "uge" : "week", number, year, date_words(result, week, language));
}

Label covers_words(const Result& result)
{
    if (result.metadata.covers == covers_chance) return {"kun tilfældighed", "chance only"};
    return {"tilfældighed og antagelser", "chance and assumptions"};
}

std::string run_words(const Result& result, Language language)
{
    const bool da = language == Language::da;
    std::string words = std::to_string(result.replications);
    if (!result.finished()) words += (da ? " af " : " of ") + std::to_string(result.wanted);
    const bool one = (result.finished() ? result.replications : result.wanted) == 1, one_week = result.metadata.weeks == 1;
    words += one ? (da ? " gentagelse" : " replication") : (da ? " gentagelser" : " replications");
    if (!result.finished()) words += da ? " – kan ændre sig" : " – may change";
    return words + " · " + std::to_string(result.metadata.weeks) + (one_week ? (da ? " uge fra " : " week from ") : (da ? " uger fra " : " weeks from ")) + date_words(result, 0, language) + " · " + std::string(covers_words(result).in(language));
}

int year_of(const Result& result, int week) { return civil_date(day_of_week(result, week)).year; }

double next_text_scale(double now, int step)
{
    constexpr std::array steps{0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0};
    if (step > 0) {
        for (const double s : steps)
            if (s > now + 1e-6) return s;
        return steps.back();
    }
    for (std::size_t i = steps.size(); i-- > 0;)
        if (steps[i] < now - 1e-6) return steps[i];
    return steps.front();
}

} // namespace samspil::viewer
