// SPDX-License-Identifier: MPL-2.0
// Choice by addressed noise (model.md V13): the shares are those of the nested logit, and opening a centre draws
// people to itself only. Bounds hold with false-alarm chance 1e-6 a check.
#include "engine/random/choice.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <map>
#include <vector>

using namespace samspil;

namespace {

constexpr int persons = 200000;
constexpr double normal_bound = 4.892; // two-sided 1e-6
constexpr Chance chance{2021, 3};
constexpr double outside_value = 0.2;

struct Alternative {
    std::uint32_t offer;
    std::uint32_t centre;
    double utility;
};

constexpr int none = -1;
const std::vector<Alternative> all{{1, 11, 0.5}, {1, 12, 0.1}, {1, 13, -0.7},
                                   {2, 11, 0.3}, {2, 12, 0.4}, {4, 13, -0.2}};

int choose(std::uint64_t person, std::uint32_t occasion, std::size_t open, double theta)
{
    double best = outside_value + none_noise(chance, person, occasion);
    int chosen = none;
    for (std::size_t a = 0; a < open; ++a) {
        const Alternative& it = all[a];
        const double nest = nest_noise(chance, person, it.offer, occasion, theta);
        const double value = it.utility + alternative_noise(chance, person, it.centre, it.offer, occasion, theta, nest);
        if (value <= best) continue;
        best = value;
        chosen = static_cast<int>(a);
    }
    return chosen;
}

/// The nested-logit shares: P(nest) = I^theta / (e^V0 + sum I^theta), P(j | nest) = e^(U/theta) / I.
std::map<int, double> formula(std::size_t open, double theta)
{
    std::map<std::uint32_t, double> inclusive;
    for (std::size_t a = 0; a < open; ++a)
        inclusive[all[a].offer] += std::exp(all[a].utility / theta);
    double total = std::exp(outside_value);
    for (const auto& [offer, value] : inclusive)
        total += std::pow(value, theta);
    std::map<int, double> shares{{none, std::exp(outside_value) / total}};
    for (std::size_t a = 0; a < open; ++a) {
        const double sum = inclusive[all[a].offer];
        shares[static_cast<int>(a)] = std::pow(sum, theta) / total * std::exp(all[a].utility / theta) / sum;
    }
    return shares;
}

} // namespace

TEST_CASE("choice shares over 200,000 persons equal the nested-logit formula")
{
    for (const double theta : {0.3, 0.6, 1.0}) {
        std::map<int, int> counts;
        for (int person = 0; person < persons; ++person)
            ++counts[choose(static_cast<std::uint64_t>(person), 9, all.size(), theta)];
        for (const auto& [alternative, share] : formula(all.size(), theta)) {
            const double error = std::sqrt(share * (1.0 - share) / persons);
            CAPTURE(theta, alternative, share);
            CHECK(std::fabs(counts[alternative] / double(persons) - share) < normal_bound * error);
        }
    }
}

TEST_CASE("one person's choices over many half-years follow the same shares")
{
    constexpr int occasions = 4096;
    std::map<int, int> counts;
    for (std::uint64_t person = 0; person < 20; ++person) {
        for (std::uint32_t occasion = 0; occasion < occasions; ++occasion) {
            ++counts[choose(person, occasion, all.size(), 0.6)];
        }
    }
    constexpr double n = 20.0 * occasions;
    for (const auto& [alternative, share] : formula(all.size(), 0.6)) {
        CAPTURE(alternative, share);
        CHECK(std::fabs(counts[alternative] / n - share) < normal_bound * std::sqrt(share * (1.0 - share) / n));
    }
}

TEST_CASE("opening a centre moves persons to that centre and nowhere else")
{
    int moved = 0;
    for (std::size_t open = 0; open < all.size(); ++open) {
        for (std::uint64_t person = 0; person < 20000; ++person) {
            const int before = choose(person, 9, open, 0.6);
            const int after = choose(person, 9, open + 1, 0.6);
            if (after == before) continue;
            REQUIRE(after == static_cast<int>(open));
            ++moved;
        }
    }
    CHECK(moved > 0);
}

TEST_CASE("choice noise keeps its values, and no two alternatives or occasions share one")
{
    CHECK(alternative_noise(chance, 5, 11, 2, 9, 0.6, 0.25) == 0x1.1960cedcf114cp+0);
    CHECK(nest_noise(chance, 5, 2, 9, 0.6) == -0x1.335d75265ef15p-1);
    CHECK(none_noise(chance, 5, 9) == 0x1.04bdbce1a7f17p+2);
    // The nest's share enters as theta log S.
    CHECK(alternative_noise(chance, 5, 11, 2, 9, 0.6, 0.25) - 0.6 * 0.25 ==
          Approx(alternative_noise(chance, 5, 11, 2, 9, 0.6, 0.0)));
    CHECK(alternative_noise(chance, 5, 11, 2, 9, 1.0, 0.0) != alternative_noise(chance, 5, 11, 3, 9, 1.0, 0.0));
    CHECK(alternative_noise(chance, 5, 11, 2, 9, 1.0, 0.0) != alternative_noise(chance, 5, 11, 6, 9, 1.0, 0.0));
    CHECK(alternative_noise(chance, 5, 11, 2, 9, 1.0, 0.0) != alternative_noise(chance, 5, 11, 2, 10, 1.0, 0.0));
}
