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
class Noise {
public:
    Noise(const Parameters& p, const Calendar& calendar, Chance chance, std::uint64_t person, Week week)
    {
        const std::int32_t absolute = calendar.absolute_week(week);
        const auto knot = static_cast<std::uint32_t>(absolute / knot_weeks);
        along_ = (absolute % knot_weeks) / static_cast<double>(knot_weeks);
        scale_ = p.ar_sd / std::sqrt((1 - along_) * (1 - along_) + along_ * along_);
        before_ = draw4(chance, Purpose::score_noise, person, knot);
        after_ = draw4(chance, Purpose::score_noise, person, knot + 1);
    }

    double at(std::size_t d) const { return join(normal(unit(before_[d])), normal(unit(after_[d]))); }

    /// Bounds of at(d): most scores are the same over the whole range, and need no quantile.
    std::array<double, 2> range(std::size_t d) const
    {
        constexpr double rounding = 1e-9;
        const std::size_t b = before_[d] >> cell_shift, a = after_[d] >> cell_shift;
        return {join(quantiles[b], quantiles[a]) - rounding, join(quantiles[b + 1], quantiles[a + 1]) + rounding};
    }

private:
    static constexpr int cell_shift = 22;
    static constexpr std::size_t cells = std::size_t{1} << (32 - cell_shift);

    double join(double before, double after) const { return scale_ * ((1 - along_) * before + along_ * after); }

    static std::array<double, cells + 1> make_quantiles()
    {
        constexpr double beyond = 100; // no uniform of 32 bits is as far out
        std::array<double, cells + 1> z{};
        for (std::size_t k = 1; k < cells; ++k) z[k] = normal(static_cast<double>(k) / static_cast<double>(cells));
        z.front() = -beyond;
        z.back() = beyond;
        return z;
    }
    static const std::array<double, cells + 1> quantiles; ///< of N(0, 1), at the ends of equally likely cells

    double along_ = 0, scale_ = 0;
    std::array<std::uint32_t, 4> before_{}, after_{};
};

const std::array<double, Noise::cells + 1> Noise::quantiles = make_quantiles();

Scores read(ScoreSet set, const Parameters& p, const Noise& noise, const Citizen& citizen)
{
    const Means& means = set == ScoreSet::seed_anchored ? seed_anchored : spread;
    std::array<int, 4> score{};
    for (std::size_t d = 0; d < 4; ++d) {
        const double lasting = means[citizen.level][d] + static_cast<double>(citizen.trait[d]);
        const auto score_at = [&](double deviation) {
            double latent = lasting + deviation;
            if (d == social && citizen.people.lonely) latent += p.people.shift_s; // 7.14
            return static_cast<int>(std::clamp(latent + 0.5, 0.0, 4.0));
        };
        const auto [least, most] = noise.range(d);
        score[d] = score_at(least);
        if (score[d] != score_at(most)) score[d] = score_at(noise.at(d));
    }
    return {score[0], score[1], score[2], score[3]};
}

} // namespace

Scores true_scores(const Premises& premises, Chance chance, const Citizen& citizen, Week week)
{
    return true_scores_in(premises.scenario->assumptions.score_set, premises, chance, citizen, week);
}

Scores true_scores_in(ScoreSet set, const Premises& premises, Chance chance, const Citizen& citizen, Week week)
{
    const Parameters& p = premises.scenario->assumptions;
    return read(set, p, Noise(p, premises.calendar, chance, citizen.id, week), citizen);
}

std::array<Scores, score_set_count> true_scores_by_set(const Premises& premises, Chance chance, const Citizen& citizen, Week week)
{
    const Parameters& p = premises.scenario->assumptions;
    const Noise noise(p, premises.calendar, chance, citizen.id, week);
    return {read(ScoreSet::seed_anchored, p, noise, citizen), read(ScoreSet::spread, p, noise, citizen)};
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
