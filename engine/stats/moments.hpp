// SPDX-License-Identifier: MPL-2.0
// Mean and variance in one pass, mergeable (Welford; Chan, Golub and LeVeque). For numbers about runs, a few per
// replication; sums across citizens are integers and live elsewhere.
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

namespace samspil {

/// Fold in a fixed order: floating sums depend on it.
class Moments {
public:
    void add(double value)
    {
        ++n_;
        const double from_old = value - mean_;
        mean_ += from_old / static_cast<double>(n_);
        squares_ += from_old * (value - mean_);
    }

    void merge(const Moments& other)
    {
        if (other.n_ == 0) return;
        const double mine = static_cast<double>(n_), theirs = static_cast<double>(other.n_), all = mine + theirs;
        const double apart = other.mean_ - mean_;
        mean_ += apart * (theirs / all);
        squares_ += other.squares_ + apart * apart * (mine * theirs / all);
        n_ += other.n_;
    }

    std::size_t count() const { return n_; }
    /// NaN without values.
    double mean() const { return n_ > 0 ? mean_ : std::numeric_limits<double>::quiet_NaN(); }
    /// Sample variance (n - 1); NaN below two values.
    double variance() const
    {
        return n_ > 1 ? squares_ / static_cast<double>(n_ - 1) : std::numeric_limits<double>::quiet_NaN();
    }
    double deviation() const { return std::sqrt(variance()); }
    /// Standard error of the mean; NaN below two values.
    double standard_error() const { return std::sqrt(variance() / static_cast<double>(n_)); }

private:
    std::size_t n_ = 0;
    double mean_ = 0.0;
    double squares_ = 0.0; ///< sum of squared distances from the mean
};

inline Moments moments(std::span<const double> values)
{
    Moments result;
    for (const double value : values)
        result.add(value);
    return result;
}

} // namespace samspil
