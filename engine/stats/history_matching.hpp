// SPDX-License-Identifier: MPL-2.0
// History matching (Craig 1997, Vernon 2010): waves of points rule out where the model cannot have met the targets.
// A point is implausible when some output lies more than `cutoff` standard deviations off its target, where the
// deviations are those of the target, of luck, and of the emulator that stands in for the model.
#pragma once

#include "engine/stats/emulator.hpp"
#include "engine/stats/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace samspil {

struct MatchTarget {
    double value = 0.0;
    double tolerance = 0.0; ///< standard deviation of what is measured and of what the model leaves out, >= 0
};

/// What one wave of runs taught, by output.
struct MatchWave {
    std::vector<Emulator> emulators;
    std::vector<double> luck; ///< variance of the output between replications at one point: reality is one of them
};

struct HistoryMatch {
    std::vector<MatchTarget> targets;
    std::vector<MatchWave> waves;
    double cutoff = 3.0; ///< Pukelsheim's rule: any unimodal distribution keeps 95 % within three deviations
};

/// `means`: point x output, over the replications of a point; `luck` as in MatchWave. Not finite is left out.
MatchWave fit_wave(const Matrix& points, const Matrix& means, std::vector<double> luck);

/// Largest over waves and outputs; an emulator without doubt about its ignorance (infinite variance) gives 0.
double implausibility(const HistoryMatch& match, std::span<const double> point);

/// Of a point that was run: the same without an emulator, `chance_of_mean` being the variance of each mean.
double implausibility(const HistoryMatch& match, std::span<const double> means, std::span<const double> chance_of_mean);

struct RemainingSpace {
    Matrix points;                       ///< n rows, each not implausible; none when nothing remains
    double share = 1.0;                  ///< of the unit cube that is not ruled out, estimated
    double least_implausibility = 0.0;   ///< seen anywhere
    std::vector<double> low, high;       ///< the box around all that was found, by dimension
};

/// n points spread evenly over what remains. Sobol' points where enough of them remain; else by narrowing
/// (subset simulation): points above a falling bound are replaced by moves of others that stay below it.
RemainingSpace remaining_space(const HistoryMatch& match, std::size_t d, std::size_t n, std::uint32_t seed);

/// n of the rows, each next the one farthest from those taken: for the points of a wave.
Matrix spread_out(const Matrix& points, std::size_t n);

} // namespace samspil
