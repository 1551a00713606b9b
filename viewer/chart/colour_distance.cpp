// SPDX-License-Identifier: MPL-2.0
#include "viewer/chart/colour_distance.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace samspil::viewer {
namespace {

using Triple = std::array<double, 3>;

/// Light of red, green and blue, each 0 to 1.
Triple light_of(Colour c)
{
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return {linear(c.r / 255.0), linear(c.g / 255.0), linear(c.b / 255.0)};
}

Triple times(const std::array<Triple, 3>& matrix, const Triple& v)
{
    Triple out{};
    for (std::size_t i = 0; i < 3; ++i) out[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
    return out;
}

/// What is left of a light: Machado, Oliveira and Fernandes (2009), severity 1.
Triple seen_by(Sight sight, const Triple& light)
{
    static constexpr std::array<Triple, 3> no_red{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    static constexpr std::array<Triple, 3> no_green{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    if (sight == Sight::full) return light;
    Triple seen = times(sight == Sight::no_red ? no_red : no_green, light);
    for (double& v : seen) v = std::clamp(v, 0.0, 1.0);
    return seen;
}

/// Lightness and two axes of colour in which steps look alike: Oklab (Ottosson 2020).
Triple oklab(const Triple& light)
{
    static constexpr std::array<Triple, 3> cones{{{0.4122214708, 0.5363325363, 0.0514459929}, {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005}}};
    static constexpr std::array<Triple, 3> axes{{{0.2104542553, 0.7936177850, -0.0040720468}, {1.9779984951, -2.4285922050, 0.4505937099}, {0.0259040371, 0.7827717662, -0.8086757660}}};
    Triple lms = times(cones, light);
    for (double& v : lms) v = std::cbrt(std::max(v, 0.0));
    return times(axes, lms);
}

} // namespace

double colour_distance(Colour a, Colour b, Sight sight)
{
    const Triple first = oklab(seen_by(sight, light_of(a))), second = oklab(seen_by(sight, light_of(b)));
    return 100 * std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

} // namespace samspil::viewer
