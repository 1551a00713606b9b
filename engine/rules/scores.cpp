// SPDX-License-Identifier: MPL-2.0
// Fælles Sprog scores (docs/model.md 7.3): level mean, lasting personal offset and noise that can be read at any week.
#include "engine/rules/rules.hpp"

#include "engine/base/elementary.hpp"
#include "engine/random/distributions.hpp"

#include <algorithm>

namespace samspil {
namespace {

using Means = std::array<std::array<double, 4>, 4>; // level x (M, A, S, P)

// Assumed, see docs/model.md 7.3: `spread`, and `seed_anchored` with the source's own lines at F3 and F4.
constexpr Means spread{{{-0.2, -0.2, -0.2, -0.2}, {1.2, 1.3, 1.2, 1.0}, {2.5, 2.8, 2.5, 2.2}, {3.6, 3.4, 3.2, 3.0}}};
constexpr Means seed_anchored{{{-0.2, -0.2, -0.2, -0.2}, {1.2, 1.3, 1.2, 1.0}, {3.0, 3.0, 3.0, 3.0}, {4.0, 3.4, 3.4, 4.0}}};

constexpr int knot_weeks = 26;
constexpr std::size_t social = 2;

/// Noise of the four scores at a week: normals at knots half a year apart, joined so that the spread is the same at
/// every week. A pure function of person and calendar week, so it reads the same in every option.
std::array<double, 4> score_noise(const Parameters& p, const Calendar& calendar, Chance chance, std::uint64_t person, Week week)
{
    const std::int32_t absolute = calendar.absolute_week(week);
    const auto knot = static_cast<std::uint32_t>(absolute / knot_weeks);
    const double along = (absolute % knot_weeks) / static_cast<double>(knot_weeks);
    const double scale = p.ar_sd / std::sqrt((1 - along) * (1 - along) + along * along);
    const auto before = draw4(chance, Purpose::score_noise, person, knot);
    const auto after = draw4(chance, Purpose::score_noise, person, knot + 1);
    std::array<double, 4> noise{};
    for (std::size_t d = 0; d < 4; ++d) {
        noise[d] = scale * ((1 - along) * normal(unit(before[d])) + along * normal(unit(after[d])));
    }
    return noise;
}

} // namespace

Scores true_scores(const Premises& premises, Chance chance, const Citizen& citizen, Week week)
{
    return true_scores_in(premises.scenario->assumptions.score_set, premises, chance, citizen, week);
}

Scores true_scores_in(ScoreSet set, const Premises& premises, Chance chance, const Citizen& citizen, Week week)
{
    const Parameters& p = premises.scenario->assumptions;
    const Means& means = set == ScoreSet::seed_anchored ? seed_anchored : spread;
    const auto noise = score_noise(p, premises.calendar, chance, citizen.id, week);
    std::array<int, 4> score{};
    for (std::size_t d = 0; d < 4; ++d) {
        double latent = means[citizen.level][d] + static_cast<double>(citizen.trait[d]) + noise[d];
        if (d == social && citizen.people.lonely) latent += p.people.shift_s; // 7.14
        score[d] = static_cast<int>(std::clamp(latent + 0.5, 0.0, 4.0));
    }
    return {score[0], score[1], score[2], score[3]};
}

Scores assess(const Premises& premises, Chance chance, const Citizen& citizen, Week week, Assessor assessor,
              double error_factor)
{
    Scores scores = true_scores(premises, chance, citizen, week);
    if (!premises.scenario->mechanisms.assessment_error) return scores;
    const Parameters& p = premises.scenario->assumptions;
    const double error = (assessor == Assessor::staff ? p.eps_staff : p.eps_visit) * error_factor;
    const Purpose purpose = assessor == Assessor::staff ? Purpose::staff_assessment : Purpose::visitation_assessment;
    // By half-year: the same citizen is misread the same way in an option where the look comes a week later.
    const auto drawn = draw4(chance, purpose, citizen.id, static_cast<std::uint32_t>(premises.half_year(week)));
    const auto misread = [&](int& score, std::uint32_t word) {
        const double u = unit(word);
        if (u < error / 2) score = std::max(0, score - 1);
        else if (u >= 1 - error / 2) score = std::min(4, score + 1);
    };
    misread(scores.m, drawn[0]);
    misread(scores.a, drawn[1]);
    misread(scores.s, drawn[2]);
    misread(scores.p, drawn[3]);
    return scores;
}

} // namespace samspil
