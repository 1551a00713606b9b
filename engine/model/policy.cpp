// SPDX-License-Identifier: MPL-2.0
#include "engine/model/policy.hpp"

#include "engine/model/field_rows.hpp"

#include <vector>

namespace samspil {
namespace {

using namespace rows;

constexpr Choice rules[] = {{"exact", {"præcis", "exact"}},
                            {"minimum", {"mindst", "minimum"}},
                            {"core_plus_k", {"kerne og k vigtige", "core and k important"}}};
constexpr Choice gaps[] = {{"stay_forebyggende", {"bliver i forebyggende", "stays in preventive"}},
                           {"refuse", {"afslag", "refusal"}},
                           {"exception_quota", {"undtagelser", "exceptions"}}};
constexpr Choice access[] = {{"assess_only_86", {"kun § 86 visiteres", "only § 86 is assessed"}},
                             {"assess_all", {"alle visiteres", "everyone is assessed"}}};
constexpr Choice transport[] = {{"flexible", {"efter behov", "by need"}},
                                {"fixed_visited", {"fast for visiterede", "fixed for the assessed"}}};
constexpr Choice regulation[] = {{"none", {"ingen", "none"}},
                                 {"pop65", {"følger 65+", "follows 65+"}},
                                 {"pop80", {"følger 80+", "follows 80+"}}};
constexpr Choice offerings[] = {{"choice", {"borgeren vælger", "the citizen chooses"}},
                                {"matching", {"alle får tilbuddet til deres niveau", "everybody has the offer for their level"}}};
constexpr Choice leaderships[] = {{"single", {"egen leder", "own leader"}},
                                  {"dual", {"leder også plejehjem", "also leads a nursing home"}},
                                  {"own_department", {"egen afdeling", "own department"}}};

} // namespace

std::span<const Field> policy_fields()
{
    using P = Policy;
    static const std::vector<Field> table = [] {
        std::vector<Field> f{
        choice("visitation_rule", member<&P::visitation_rule>, rules, 1, S,
               {"læsning af visitationstabellen", "reading of the assessment table"}, "7.7, S3-78"),
        value("core_k", Kind::integer, member<&P::core_k>, "scores", {0, 2}, 2, A,
              {"vigtige score der kræves", "important scores required"}, "7.7"),
        choice("gap_policy", member<&P::gap_policy>, gaps, 0, A,
               {"borgere mellem to tilbud", "citizens between two offers"}, "7.7"),
        value("exception_quota", Kind::number, member<&P::exception_quota>, "share", {0, 1}, 0.2, A,
              {"andel med undtagelse", "share given an exception"}, "7.7"),
        choice("access_regime", member<&P::access_regime>, access, 0, S, {"hvem visiteres", "who is assessed"},
               "7.7, S3-59"),
        choice("transport_regime", member<&P::transport_regime>, transport, 0, S, {"kørsel", "transport"}, "7.10"),
        choice("demography_regulation", member<&P::demography_regulation>, regulation, 0, A,
               {"pladser og rammer følger befolkningen", "places and frames follow the population"}, "8.1"),
        choice("offering", member<&P::offering>, offerings, 0, A, {"hvordan et tilbud findes", "how an offer is found"}, "7.8"),
        value("tau_club", Kind::integer, member<&P::tau_club>, "score", {0, 1}, 1, A,
              {"højeste score der passer i en klub", "highest score that fits a club"}, "7.7"),
        value("W_max", Kind::number, member<&P::w_max>, "weeks", {0, 104}, 8, A,
              {"længste rimelige ventetid", "longest reasonable wait"}, "7.9"),
        value("review_weeks", Kind::integer, member<&P::review_weeks>, "weeks", {4, 260}, 26, A,
              {"uger mellem opfølgninger", "weeks between reviews"}, "7.4"),
        value("a_max", Kind::number, member<&P::a_max>, "ratio", {1, 3}, 1.4, A,
              {"mest frivillige spørges om", "most that volunteers are asked"}, "7.15"),
        value("sharing_after", Kind::number, member<&P::sharing_after>, "weeks", {0, 52}, 2, A,
              {"uger før en plads deles", "weeks before a place is shared"}, "7.9"),
        };
        append_information_policy(f);
        append_access_policy(f);
        append_places_policy(f);
        append_people_policy(f);
        append_volunteering_policy(f);
        append_money_policy(f);
        return f;
    }();
    return table;
}

std::span<const Field> organisation_fields()
{
    using O = OrganisationPlan;
    static const std::vector<Field> table{
        choice("leadership", member<&O::leadership>, leaderships, 1, S, {"ledelse af husene", "leadership of the houses"},
               "7.17, S0-02, S0-07"),
        value("sharing_within", Kind::number, member<&O::sharing_within>, "share", {0, 1}, 0, A,
              {"deling af ledige pladser i distriktet", "sharing of free places in the district"}, "7.9"),
        value("service_units", Kind::integer, member<&O::service_units>, "units", {0, 1000}, 0, S,
              {"serviceenheder", "service units"}, "7.17, S0-23"),
    };
    return table;
}

std::span<const Field> mechanism_fields()
{
    using M = Mechanisms;
    static const std::vector<Field> table = [] {
        std::vector<Field> f{
        flag("mortality", member<&M::mortality>, {"dødelighed", "mortality"}, "7.1"),
        flag("nursing_home", member<&M::nursing_home>, {"plejehjem", "nursing homes"}, "7.1"),
        flag("net_migration", member<&M::net_migration>, {"nettoflytning", "net migration"}, "7.1"),
        flag("function_change", member<&M::function_change>, {"ændret funktion", "change of function"}, "7.2"),
        flag("participation_effect", member<&M::participation_effect>,
             {"deltagelse virker på funktion", "participation affects function"}, "7.2"),
        flag("assessment_error", member<&M::assessment_error>, {"fejlscore", "misscoring"}, "7.3"),
        flag("published_waits", member<&M::published_waits>,
             {"ventetid påvirker valg", "waits affect choice"}, "7.8"),
        flag("vulnerability", member<&M::vulnerability>, {"sårbare overgange", "vulnerable transitions"}, "7.13"),
        flag("volunteer_limit", member<&M::volunteer_limit>,
             {"frivillige begrænser klubpladser", "volunteers limit club places"}, "7.15"),
        flag("volunteer_burden", member<&M::volunteer_burden>,
             {"belastning af frivillige", "volunteer burden"}, "7.15"),
        flag("leader_attention", member<&M::leader_attention>, {"ledelsesopmærksomhed", "leader attention"}, "7.17"),
        flag("change_shock", member<&M::change_shock>, {"omstilling", "change shock"}, "7.17"),
        flag("sharing", member<&M::sharing>, {"deling af pladser", "sharing of places"}, "7.9"),
        flag("service_unit_saving", member<&M::service_unit_saving>,
             {"serviceenheders besparelse", "service-unit saving"}, "7.17"),
        };
        append_information_mechanisms(f);
        append_access_mechanisms(f);
        append_places_mechanisms(f);
        append_people_mechanisms(f);
        append_volunteering_mechanisms(f);
        append_money_mechanisms(f);
        return f;
    }();
    return table;
}

} // namespace samspil
