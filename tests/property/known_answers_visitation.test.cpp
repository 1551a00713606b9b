// SPDX-License-Identifier: MPL-2.0
// V12 of docs/model.md 9.1: the visitation table. All 625 vectors of scores under every reading, home-bound or not,
// against a table written out here: by the sets of vectors that are granted, not by rules.
#include "engine/rules/rules.hpp"
#include "tests/support/catch.hpp"

#include <map>
#include <string>

using namespace samspil;

namespace {

/// Vectors "MASP" that the reading grants; everything that is not listed is refused.
struct Granted {
    std::string m, a, s, p; ///< the values each score may have
    Offer offer;
    bool holds(int mobility, int activity, int social, int mental) const
    {
        const auto in = [](const std::string& values, int value) { return values.find(static_cast<char>('0' + value)) != std::string::npos; };
        return in(m, mobility) && in(a, activity) && in(s, social) && in(p, mental);
    }
};

constexpr Offer home = Offer::vedligeholdende_hjem;
constexpr Offer centre = Offer::vedligeholdende_center;

/// Rows of a reading for the home-bound and for the others; the first that holds counts.
std::vector<Granted> table(VisitationRule rule, int k, bool homebound)
{
    std::vector<Granted> rows;
    switch (rule) {
    case VisitationRule::exact:
        if (homebound) rows.push_back({"4", "3", "3", "4", home});
        rows.push_back({"3", "3", "3", "3", centre});
        break;
    case VisitationRule::minimum:
        if (homebound) rows.push_back({"4", "34", "34", "4", home});
        rows.push_back({"34", "34", "34", "34", centre});
        break;
    case VisitationRule::core_plus_k:
        if (homebound) rows.push_back({"4", "34", "34", "01234", home});
        if (k == 0) rows.push_back({"01234", "34", "34", "01234", centre});
        if (k == 1) rows.push_back({"34", "34", "34", "01234", centre});
        if (k == 1) rows.push_back({"01234", "34", "34", "34", centre});
        if (k == 2) rows.push_back({"34", "34", "34", "34", centre});
        break;
    }
    return rows;
}

template <class Body>
void for_all_scores(Body body)
{
    for (int m = 0; m <= 4; ++m)
        for (int a = 0; a <= 4; ++a)
            for (int s = 0; s <= 4; ++s)
                for (int p = 0; p <= 4; ++p) body(Scores{m, a, s, p});
}

} // namespace

TEST_CASE("V12: visitation grants what the table says for all 625 vectors of scores under every reading")
{
    for (const VisitationRule rule : {VisitationRule::exact, VisitationRule::minimum, VisitationRule::core_plus_k}) {
        for (int k = 0; k <= 2; ++k) {
            for (const bool homebound : {true, false}) {
                const auto rows = table(rule, k, homebound);
                int seen = 0, wrong = 0;
                for_all_scores([&](const Scores& scores) {
                    Offer expected = Offer::none;
                    for (const Granted& row : rows) {
                        if (!row.holds(scores.m, scores.a, scores.s, scores.p)) continue;
                        expected = row.offer;
                        break;
                    }
                    ++seen;
                    if (visitation(scores, homebound, rule, k) == expected) return;
                    ++wrong;
                    UNSCOPED_INFO("rule " << static_cast<int>(rule) << ", k " << k << ", home-bound " << homebound << ", scores "
                                          << scores.m << scores.a << scores.s << scores.p);
                });
                CHECK(seen == 625);
                CHECK(wrong == 0);
            }
        }
    }
}

TEST_CASE("V12: the readings grant the numbers of vectors that follow from counting")
{
    // Home-bound means mobility 4, as the rules take it. 2 x 2 pairs of activity and social are 3 or more.
    const auto count = [](VisitationRule rule, int k) {
        std::map<Offer, int> granted;
        for_all_scores([&](const Scores& scores) { ++granted[visitation(scores, scores.m == 4, rule, k)]; });
        return std::array{granted[home], granted[centre]};
    };
    CHECK(count(VisitationRule::exact, 2) == std::array{1, 1});
    CHECK(count(VisitationRule::minimum, 2) == std::array{4, 12});
    CHECK(count(VisitationRule::core_plus_k, 0) == std::array{20, 80});
    CHECK(count(VisitationRule::core_plus_k, 1) == std::array{20, 44});
    CHECK(count(VisitationRule::core_plus_k, 2) == std::array{20, 8});
}
