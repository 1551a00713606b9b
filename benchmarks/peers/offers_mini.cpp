// SPDX-License-Identifier: MPL-2.0
// The reference model "offers-mini" (README.md beside this) as a plain C++ loop: one struct a citizen, one sweep a month.
// What a careful afternoon gives, and the yardstick for everything else here. Prints million citizen-steps a second and
// the shares that every implementation must reproduce.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace {

constexpr int centres = 37, months = 120, first_age = 780; // months; 65 years
constexpr std::array<double, 4> down_by_level{0.008, 0.010, 0.012, 0}, up_by_level{0, 0.006, 0.004, 0.002};
constexpr std::array<double, 4> down_by_band{1.0, 1.6, 2.5, 3.5}, up_by_band{1.0, 0.7, 0.5, 0.3};
constexpr std::array<double, 4> death_by_level{0.7, 1.0, 1.6, 3.0}, death_by_band{0.0012, 0.0035, 0.010, 0.022};

struct Citizen {
    std::int32_t age = first_age;
    std::int32_t centre = 0;
    std::int32_t level = 0;
    std::int32_t offer = 0; ///< 0 none, 1 club, 2 preventive, 3 maintain in centre, 4 maintain at home
    std::int32_t waiting = 0;
};

/// xoshiro256++ (Blackman and Vigna 2019), seeded by splitmix64.
class Generator {
public:
    explicit Generator(std::uint64_t seed)
    {
        for (std::uint64_t& word : state_) {
            std::uint64_t z = seed += 0x9e3779b97f4a7c15U;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
            word = z ^ (z >> 31);
        }
    }
    double uniform()
    {
        const std::uint64_t result = rotate(state_[0] + state_[3], 23) + state_[0], t = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= t;
        state_[3] = rotate(state_[3], 45);
        return static_cast<double>(result >> 11) * 0x1p-53;
    }

private:
    static std::uint64_t rotate(std::uint64_t x, int by) { return x << by | x >> (64 - by); }
    std::array<std::uint64_t, 4> state_{};
};

int level_of(double v) { return v < 0.70 ? 0 : v < 0.90 ? 1 : v < 0.98 ? 2 : 3; }
std::size_t index(int value) { return static_cast<std::size_t>(value); }

struct Town {
    std::vector<Citizen> citizens;
    std::array<std::array<int, 5>, centres> occupancy{};
    std::array<int, 5> capacity{};
    std::array<std::array<int, 6>, centres> counted{}; ///< of the last month: O = 0..4, waiting
    Generator chance;

    Town(std::size_t n, std::uint64_t seed) : citizens(n), chance(seed)
    {
        const double each = static_cast<double>(n) / centres;
        capacity = {0, 1 << 30, static_cast<int>(each * 0.14), static_cast<int>(each * 0.12), 1 << 30};
        for (Citizen& citizen : citizens) {
            citizen.centre = static_cast<int>(centres * chance.uniform());
            const double u = chance.uniform();
            citizen.age = first_age + static_cast<int>(420 * u * u);
            citizen.level = level_of(chance.uniform());
        }
    }

    void leave(Citizen& citizen)
    {
        if (citizen.offer != 0) --occupancy[index(citizen.centre)][index(citizen.offer)];
        citizen.offer = 0;
    }

    void live(Citizen& citizen)
    {
        ++citizen.age;
        const auto band = index(std::min(3, (citizen.age - first_age) / 120));
        const double down = down_by_level[index(citizen.level)] * down_by_band[band] * (citizen.offer != 0 ? 0.5 : 1);
        const double up = up_by_level[index(citizen.level)] * up_by_band[band];
        const double u = chance.uniform();
        if (u < down) ++citizen.level;
        else if (u < down + up) --citizen.level;
        const double q = death_by_level[index(citizen.level)] * death_by_band[band], v = chance.uniform();
        if (v < q) {
            leave(citizen);
            citizen.waiting = 0;
            citizen.age = first_age;
            citizen.level = level_of(v / q);
        }
        const int want = citizen.level + 1;
        if (citizen.offer == want) return;
        leave(citizen);
        int& taken = occupancy[index(citizen.centre)][index(want)];
        citizen.waiting = taken >= capacity[index(want)] ? 1 : 0;
        if (citizen.waiting != 0) return;
        citizen.offer = want;
        ++taken;
    }

    void month()
    {
        counted = {};
        for (Citizen& citizen : citizens) live(citizen);
        for (const Citizen& citizen : citizens) {
            ++counted[index(citizen.centre)][index(citizen.offer)];
            counted[index(citizen.centre)][5] += citizen.waiting;
        }
    }
};

} // namespace

int main(int argc, char** argv)
{
    const std::size_t n = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    Town town(n, seed);
    double seconds = 0;
    std::printf("{\"peer\": \"plain C++ loop\", \"citizens\": %zu, \"months\": %d, \"shares\": {", n, months);
    bool comma = false;
    for (int month = 1; month <= months; ++month) {
        const std::clock_t start = std::clock(); // of this process: neighbours on the machine do not count
        town.month();
        seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        if (month != 1 && month != 12 && month != 60 && month != 120) continue;
        std::printf("%s\"%d\": [", comma ? ", " : "", month);
        comma = true;
        for (std::size_t offer = 0; offer < 5; ++offer) {
            long sum = 0;
            for (const auto& row : town.counted) sum += row[offer];
            std::printf("%s%.5f", offer == 0 ? "" : ", ", static_cast<double>(sum) / static_cast<double>(n));
        }
        std::printf("]");
    }
    std::printf("}, \"seconds\": %.4f, \"million_citizen_steps_a_second\": %.3f}\n", seconds, static_cast<double>(n) * months / seconds / 1e6);
    return 0;
}
