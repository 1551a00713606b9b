// SPDX-License-Identifier: MPL-2.0
// The tables of information: one row a parameter, a decision, a mechanism, an intervention, a KPI, a series.
#include "engine/model/information.hpp"

#include "engine/model/indicators.hpp"
#include "engine/model/intervention.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"

namespace samspil {
namespace {

using P = InformationParameters;
constexpr Evidence A = Evidence::assumed;
constexpr Evidence S = Evidence::source;

struct Range {
    double low, high;
};
constexpr Range share{0, 1};
constexpr Range rate{0, 10};

template <auto Member>
Field number(std::string_view key, std::string_view unit, Range range, double fallback, Range prior, Label label,
             std::string_view source, Evidence tag = A)
{
    return {key, Kind::number, unit, range.low, range.high, fallback, prior.low, prior.high, tag, label, source,
            inside<&Parameters::information, Member>, {}};
}
template <auto Member, std::size_t I>
Field number_in(std::string_view key, std::string_view unit, Range range, double fallback, Range prior, Label label,
                std::string_view source)
{
    return {key, Kind::number, unit, range.low, range.high, fallback, prior.low, prior.high, A, label, source,
            inside_element<&Parameters::information, Member, I>, {}};
}

void awareness(std::vector<Field>& f)
{
    f.push_back(number_in<&P::media_reach, 0>("reach_leaflet", "share", share, 0.6, {0.4, 0.8},
                                              {"læser foldere", "reads leaflets"}, "7.5, S3-65, S3-119"));
    f.push_back(number_in<&P::media_reach, 1>("reach_newspaper", "share", share, 0.5, {0.3, 0.7},
                                              {"læser lokalavis", "reads the local newspaper"}, "7.5, S3-65, S3-119"));
    f.push_back(number_in<&P::media_reach, 2>("reach_library", "share", share, 0.25, {0.1, 0.4},
                                              {"bruger biblioteket", "uses the library"}, "7.5, S3-65, S3-119"));
    f.push_back(number<&P::lam_media>("lam_media", "1/week", rate, 0.004, {0.001, 0.01},
                                      {"hører om et hus, pr. trykt medie", "hears of a house, per printed medium"}, "7.5"));
    f.push_back(number<&P::lam_web>("lam_web", "1/week", rate, 0.002, {0.0003, 0.01},
                                    {"finder et hus på nettet (hjemmeside, Socialkompas)", "finds a house on the web (website, Socialkompas)"},
                                    "7.5, S2-30"));
    f.push_back(number<&P::lam_board>("lam_board", "1/week", rate, 0.002, {0.0003, 0.01},
                                      {"finder et hus på GENLYDs opslagstavle", "finds a house on the GENLYD board"}, "7.5, S4-21"));
    f.push_back(number<&P::lam_near>("lam_near", "1/week", rate, 0.004, {0.001, 0.01},
                                     {"kommer forbi et hus i nærheden", "passes a house nearby"}, "7.5"));
    f.push_back(number<&P::near_m>("near_m", "m", {0, 5000}, 400, {200, 800}, {"så nær kommer man forbi", "how near one passes by"}, "7.5"));
    f.push_back(number<&P::lam_peer1>("lam_peer1", "1/week", rate, 0.010, {0.002, 0.03},
                                      {"hører om et hus af en ven der kommer der", "hears of a house from a friend who goes there"}, "7.5 [F 30]"));
    f.push_back(number<&P::lam_peer2>("lam_peer2", "1/week", rate, 0.015, {0.002, 0.03},
                                      {"hører om indholdet af en ven der kommer der", "hears of the content from a friend who goes there"},
                                      "7.5 [F 30]"));
    f.push_back(number<&P::lam_event>("lam_event", "1/event", rate, 0.05, {0.01, 0.2},
                                      {"lærer et hus at kende ved forummets arrangement", "gets to know a house at an event of the forum"},
                                      "7.5, S3-117"));
    f.push_back(number<&P::events_per_year>("forum_events", "1/year", {0, 52}, 2, {0, 6},
                                            {"arrangementer hvor hinandens borgere inviteres", "events to which each other's citizens are invited"},
                                            "7.5, S3-117"));
    f.push_back(number<&P::aw_half>("aw_half", "weeks", {1, 1e6}, 156, {52, 520},
                                    {"halvdelen glemmer indholdet på", "half forget the content in"}, "7.5"));
    f.push_back(number<&P::aw_half1>("aw_half1", "weeks", {1, 1e6}, 260, {104, 520},
                                     {"halvdelen glemmer at huset findes på", "half forget that the house exists in"}, "7.5"));
    f.push_back(number<&P::mistrust>("mistrust", "ratio", share, 0.5, {0.3, 1},
                                     {"hører efter når et kendt hus er lukket", "heeds news after a known house closed"}, "7.5"));
    f.push_back(number<&P::mistrust_weeks>("mistrust_weeks", "weeks", {0, 520}, 26, {8, 52},
                                           {"mistillidens længde", "length of the mistrust"}, "7.5"));
}

void persons(std::vector<Field>& f)
{
    const Label short_m{"mænd med kort uddannelse", "men with short education"}, short_f{"kvinder med kort uddannelse", "women with short education"};
    const Label long_m{"mænd med lang uddannelse", "men with long education"}, long_f{"kvinder med lang uddannelse", "women with long education"};
    f.push_back(number_in<&P::edu_short65, 0>("edu_short65_m", "share", share, 0.25, {0.15, 0.35}, short_m, "5 (65 in 2020)"));
    f.push_back(number_in<&P::edu_short65, 1>("edu_short65_f", "share", share, 0.30, {0.2, 0.4}, short_f, "5 (65 in 2020)"));
    f.push_back(number_in<&P::edu_short85, 0>("edu_short85_m", "share", share, 0.40, {0.3, 0.5}, short_m, "5 (85 in 2020)"));
    f.push_back(number_in<&P::edu_short85, 1>("edu_short85_f", "share", share, 0.60, {0.5, 0.7}, short_f, "5 (85 in 2020)"));
    f.push_back(number_in<&P::edu_long65, 0>("edu_long65_m", "share", share, 0.25, {0.15, 0.35}, long_m, "5 (65 in 2020)"));
    f.push_back(number_in<&P::edu_long65, 1>("edu_long65_f", "share", share, 0.28, {0.2, 0.4}, long_f, "5 (65 in 2020)"));
    f.push_back(number_in<&P::edu_long85, 0>("edu_long85_m", "share", share, 0.18, {0.1, 0.25}, long_m, "5 (85 in 2020)"));
    f.push_back(number_in<&P::edu_long85, 1>("edu_long85_f", "share", share, 0.10, {0.05, 0.2}, long_f, "5 (85 in 2020)"));
    const Label web_m{"mænd der bruger nettet", "men who use the web"}, web_f{"kvinder der bruger nettet", "women who use the web"};
    f.push_back(number_in<&P::digital65, 0>("digital65_m", "share", share, 0.85, {0.7, 0.95}, web_m, "5, S2-33 (at 65)"));
    f.push_back(number_in<&P::digital65, 1>("digital65_f", "share", share, 0.85, {0.7, 0.95}, web_f, "5, S2-33 (at 65)"));
    f.push_back(number_in<&P::digital85, 0>("digital85_m", "share", share, 0.50, {0.3, 0.7}, web_m, "5, S2-33 (at 85)"));
    f.push_back(number_in<&P::digital85, 1>("digital85_f", "share", share, 0.40, {0.2, 0.6}, web_f, "5, S2-33 (at 85)"));
}

void contacts(std::vector<Field>& f)
{
    f.push_back(number<&P::visit_accept>("visit_accept", "share", share, 0.55, {0.3, 0.75},
                                         {"siger ja til forebyggende hjemmebesøg", "accepts a preventive home visit"}, "7.6 [F 33]"));
    f.push_back(number<&P::visit_logit>("visit_logit", "log", {-3, 3}, 0.3, {0, 0.6},
                                        {"siger oftere ja: alene, kort uddannelse", "accepts more often: alone, short education"}, "7.6 [F 35]"));
    f.push_back(number_in<&P::front, 0>("front_2", "1/week", rate, 0.05, {0.01, 0.2},
                                        {"kontakt med frontpersonale, påvirket", "contact with front staff, affected level"}, "7.6"));
    f.push_back(number_in<&P::front, 1>("front_3", "1/week", rate, 0.8, {0.4, 1.5},
                                        {"kontakt med frontpersonale, nedsat", "contact with front staff, reduced level"}, "7.6"));
    f.push_back(number_in<&P::front, 2>("front_4", "1/week", rate, 1.0, {0.5, 3},
                                        {"kontakt med frontpersonale, lavt", "contact with front staff, low level"}, "7.6"));
    f.push_back(number<&P::clinic>("clinic_contact", "1/week", rate, 0.01, {0.003, 0.03},
                                   {"kommer i klinikken i det nærmeste hus", "comes to the clinic of the nearest house"}, "7.6, S0-42"));
    f.push_back(number<&P::self_search>("self_search", "1/year", rate, 0.01, {0.003, 0.03},
                                        {"søger selv hjælp til første skridt (på nettet)", "seeks help for the first step (on the web)"},
                                        "7.6, S2-31, S4-22"));
    f.push_back(number<&P::sens0>("sens0", "share", share, 0.03, {0.01, 0.3},
                                  {"personalet får øje på behovet", "staff detect the need"}, "7.6, S4-26"));
    f.push_back(number<&P::sens_compass>("sens_compass", "share", share, 0.25, {0.1, 0.5},
                                         {"får øje på behovet med Tilbudskompasset", "detect the need with the compass"}, "7.6, S1-17"));
    f.push_back(number<&P::mult_pilot>("mult_pilot", "ratio", {0.5, 5}, 1.3, {1, 2},
                                       {"får øje på behovet efter oplæring", "detect the need after training"}, "7.6, S2-32"));
    f.push_back(number<&P::front_staff>("front_staff", "persons/1000", {1, 1000}, 40, {20, 80},
                                        {"frontpersonale pr. 1.000 hjemmeboende 65+", "front staff per 1,000 home-dwelling 65+"}, "7.6"));
    f.push_back(number<&P::outdated>("outdated", "share", share, 0.1, {0, 0.3},
                                     {"forældede oplysninger i kompasset", "outdated entries of the compass"}, "7.6"));
    f.push_back(number<&P::colocated>("colocated", "ratio", {1, 3}, 1.2, {1, 1.5},
                                      {"forebyggende personale i husene", "preventive staff in the houses"}, "7.6, S3-110"));
    f.push_back(number<&P::consent>("consent", "share", share, 0.8, {0.5, 0.95}, {"siger ja til at blive kontaktet", "agrees to be contacted"},
                                    "7.6, S4-30"));
    f.push_back(number<&P::help_share>("help_share", "share", share, 0.15, {0.05, 0.3},
                                       {"vil hellere gøre noget for andre", "would rather do something for others"}, "7.6, S4-27"));
    f.push_back(number<&P::bridge_share>("bridge_share", "share", share, 0.4, {0.2, 0.8},
                                         {"behøver følgeskab til første gang", "need company for the first time"}, "7.6, S4-29"));
    f.push_back(number<&P::named_share>("named_share", "share", share, 0.4, {0.2, 0.7},
                                        {"får navnet på en kontaktperson", "is given the name of a contact person"}, "7.6"));
    f.push_back(number_in<&P::uptake, 0>("uptake_info", "share", {0.001, 0.999}, 0.10, {0.03, 0.25},
                                         {"kommer efter information", "attends after information"}, "7.6"));
    f.push_back(number_in<&P::uptake, 1>("uptake_named", "share", {0.001, 0.999}, 0.20, {0.1, 0.4},
                                         {"kommer efter navngiven kontakt", "attends after a named contact"}, "7.6"));
    f.push_back(number_in<&P::uptake, 2>("uptake_warm", "share", {0.001, 0.999}, 0.45, {0.25, 0.7},
                                         {"kommer efter brobygning", "attends after a bridge"}, "7.6, S4-20, S4-23"));
    f.push_back(number<&P::uptake_friend>("uptake_friend", "log", {-5, 5}, 0.6, {0, 1.2}, {"kommer oftere: ven i huset", "attends more often: a friend there"}, "7.6"));
    f.push_back(number<&P::uptake_lonely>("uptake_lonely", "log", {-5, 5}, 0.4, {0, 0.8}, {"kommer oftere: ensom", "attends more often: lonely"}, "7.6"));
    f.push_back(number<&P::uptake_level>("uptake_level", "log", {-5, 5}, -0.3, {-0.6, 0}, {"kommer oftere: pr. funktionsniveau", "attends more often: per level"}, "7.6"));
    f.push_back(number<&P::uptake_match>("uptake_match", "log", {-5, 5}, 1, {0, 2}, {"kommer oftere: interesser passer", "attends more often: interests fit"}, "7.6"));
    f.push_back(number<&P::bridge_h>("bridge_h", "h", {0.1, 100}, 4, {2, 10}, {"timer pr. brobygning", "hours per bridge"}, "7.6"));
    f.push_back(number<&P::bridge_weeks>("bridge_weeks", "weeks", {1, 52}, 5, {3, 8}, {"uger pr. brobygning", "weeks per bridge"}, "7.6"));
    f.push_back(number<&P::bridge_patience>("bridge_patience", "weeks", {0, 520}, 8, {4, 16},
                                            {"uger før en åbning går tabt", "weeks before an opening is lost"}, "7.6"));
    f.push_back(number<&P::bridge_lost>("bridge_lost", "1/week", rate, 0.05, {0.02, 0.2},
                                        {"åbninger der derefter går tabt", "openings lost after that"}, "7.6"));
    f.push_back(number<&P::bridge_hours>("bridge_hours", "h/week", {0, 1000}, 1, {0.3, 3},
                                         {"brobyggertimer pr. 1.000 hjemmeboende uden tabel", "bridge hours per 1,000 home-dwelling without a table"},
                                         "7.6"));
}

template <auto Member>
Field decision(std::string_view key, bool fallback, Label label, std::string_view source)
{
    return {key, Kind::flag, "", 0, 1, fallback ? 1.0 : 0.0, no_prior, no_prior, A, label, source, inside<&Policy::information, Member>, {}};
}

template <auto Member>
Field mechanism(std::string_view key, Label label, std::string_view source)
{
    return {key, Kind::flag, "", 0, 1, 1, no_prior, no_prior, A, label, source, inside<&Mechanisms::information, Member>, {}};
}

Field param(std::string_view key, Kind kind, std::string_view unit, Range range, double fallback, Label label, std::string_view source, Access at)
{
    return {key, kind, unit, range.low, range.high, fallback, no_prior, no_prior, A, label, source, at, {}};
}

} // namespace

void append_information_parameters(std::vector<Field>& fields)
{
    awareness(fields);
    persons(fields);
    contacts(fields);
}

void append_information_policy(std::vector<Field>& fields)
{
    using I = InformationPolicy;
    fields.push_back(decision<&I::genlyd>("genlyd", true, {"GENLYD: opslagstavle og hjælp til første skridt", "GENLYD: board and help with the first step"}, "7.5, 7.6, S1-08"));
    fields.push_back(decision<&I::colocation>("colocation", false, {"forebyggende personale arbejder delvis i husene", "preventive staff partly work in the houses"}, "7.6, S3-110"));
    fields.push_back(decision<&I::home_visits>("home_visits", true, {"forebyggende hjemmebesøg tilbydes", "preventive home visits are offered"}, "7.6, S4-19"));
}

void append_information_mechanisms(std::vector<Field>& fields)
{
    using M = InformationMechanisms;
    fields.push_back(mechanism<&M::peer_information>("peer_information", {"venner fortæller om husene", "friends tell of the houses"}, "7.5"));
    fields.push_back(mechanism<&M::media_information>("media_information", {"husene kendes fra trykte medier og nettet", "houses are known from print and web"}, "7.5"));
    fields.push_back(mechanism<&M::contacts>("contacts", {"hjemmebesøg og frontpersonale får øje på borgere", "home visits and front staff notice citizens"}, "7.6"));
    fields.push_back(mechanism<&M::bridges>("bridges", {"brobyggere følger borgere til husene", "bridge-builders bring citizens to the houses"}, "7.6"));
}

void append_information_interventions(std::vector<InterventionKind>& kinds)
{
    using I = Intervention;
    static const Field compass[] = {
        param("ceiling", Kind::number, "share", share, 0.7, {"højeste dækning", "highest coverage"}, "7.6, S1-21", member<&I::share>),
        param("mid_weeks", Kind::integer, "weeks", {1, 520}, 52, {"uger til halv dækning", "weeks to half coverage"}, "7.6, S1-21", member<&I::weeks>)};
    static const Field training[] = {
        param("share", Kind::number, "share", share, 0, {"andel af frontpersonalet der oplæres", "share of front staff trained"}, "7.6, S2-32", member<&I::share>),
        param("persons", Kind::number, "persons", {0, 1e6}, 0, {"oplærte", "persons trained"}, "7.6, S2-32", member<&I::persons>),
        param("ramp_weeks", Kind::integer, "weeks", {0, 520}, 0, {"uger til alle er oplært", "weeks until all are trained"}, "7.6", member<&I::ramp_weeks>)};
    static const Field bridging[] = {param("hours", Kind::number, "h/week", {-1e5, 1e5}, 0,
                                           {"brobyggertimer om ugen mere (eller færre); kun brugte timer betales", "bridge hours a week more (or fewer); only hours used are paid"}, "7.6", member<&I::hours>)};
    static const Field campaign[] = {
        param("factor", Kind::number, "ratio", {0, 100}, 3, {"så mange gange så meget i medierne", "times as much in the media"}, "7.5", member<&I::factor>),
        param("weeks", Kind::integer, "weeks", {1, 520}, 8, {"kampagnens længde", "length of the campaign"}, "7.5", member<&I::weeks>)};
    static constexpr std::string_view hours_must[] = {"hours"};
    InterventionKind kind{InterventionType::compass_rollout, "compass_rollout", {"Tilbudskompasset udrulles", "the compass is rolled out"}, false, false, compass};
    kind.takes_area = true;
    kinds.push_back(kind);
    kind = {InterventionType::training, "training", {"frontpersonale oplæres", "front staff are trained"}, false, false, training};
    kind.takes_area = true;
    kinds.push_back(kind);
    kind = {InterventionType::bridge_capacity, "bridge_capacity", {"flere brobyggertimer", "more bridge hours"}, false, false, bridging};
    kind.takes_area = true;
    kind.must = hours_must;
    kinds.push_back(kind);
    kind = {InterventionType::campaign, "campaign", {"kampagne for husene", "campaign for the houses"}, false, false, campaign};
    kind.takes_area = kind.takes_centre = true;
    kinds.push_back(kind);
}

void append_information_kpis(std::vector<Kpi>& kpis)
{
    constexpr auto none = Direction::none;
    constexpr auto up = Direction::higher_is_better;
    constexpr auto down = Direction::lower_is_better;
    constexpr auto of_base = Relevance::share_of_base;
    constexpr auto absolute = Relevance::absolute;
    const auto yearly = [&](std::string_view id, Direction good, Label label, Label words) {
        kpis.push_back({id, "persons/year", good, 0.01, of_base, false, false, label, words});
    };
    const auto part = [&](std::string_view id, Direction good, Label label, Label words) {
        kpis.push_back({id, "share", good, 0.01, absolute, false, false, label, words});
    };
    const Label a_year{"antal om året", "number a year"};
    yearly("contact.home_visit", none, {"Forebyggende hjemmebesøg", "Preventive home visits"}, a_year);
    yearly("contact.front_staff", none, {"Samtaler med frontpersonale", "Talks with front staff"}, {"højst én om halvåret pr. borger", "at most one per citizen and half-year"});
    yearly("contact.clinic", none, {"Besøg i klinik i et hus", "Visits to a clinic in a house"}, a_year);
    yearly("contact.self_search", none, {"Søger selv", "Search of their own"}, a_year);
    yearly("bridges.contacts", none, {"Kontakter i alt", "Contacts in all"}, a_year);
    yearly("bridges.detected", none, {"Behov der opdages", "Needs detected"}, a_year);
    yearly("bridges.consented", none, {"Borgere der siger ja til hjælp", "Citizens who agree to help"}, a_year);
    yearly("bridges.bridges_started", up, {"Brobygninger begyndt", "Bridges begun"}, a_year);
    yearly("bridges.lost", down, {"Åbninger tabt i ventetid på brobygger", "Openings lost while waiting for a bridge"}, a_year);
    kpis.push_back({"bridges.waiting", "persons", down, 0.01, of_base, false, false, {"Venter på brobygger", "Waiting for a bridge"},
                    {"gennemsnit over perioden", "mean over the period"}});
    part("bridges.uptake", up, {"Kommer efter at være givet videre", "Attend after a handover"},
         {"andel af de videregivne der begynder inden 8 uger", "share of those handed over who begin within 8 weeks"});
    part("bridges.uptake.warm", up, {"Kommer efter brobygning", "Attend after a bridge"},
         {"andel der begynder inden 8 uger", "share who begin within 8 weeks"});
    yearly("bridges.attended", up, {"Nye deltagere gennem kontakter", "New participants through contacts"}, a_year);
    part("bridges.kept_26w", up, {"Er der stadig efter et halvt år", "Still there after half a year"},
         {"andel af dem der kom efter at være givet videre", "share of those who came after a handover"});
    part("awareness.known_nearest", up, {"Kender det nærmeste hus", "Know the nearest house"},
         {"andel af hjemmeboende der ved at det findes", "share of home-dwelling who know that it exists"});
    part("awareness.content_nearest", up, {"Kender indholdet i det nærmeste hus", "Know the content of the nearest house"},
         {"andel af hjemmeboende", "share of home-dwelling"});
    part("awareness.far", none, {"Kender huse længere væk end 10 km", "Know houses over 10 km away"},
         {"andel af alle par af hjemmeboende og hus", "share of all pairs of home-dwelling citizen and house"});
}

void append_information_series(std::vector<SeriesInfo>& series)
{
    series.push_back({"bridges", "contacts", "persons/week", {}, {"kontakter", "contacts"}, {"alle slags", "of every kind"}});
    series.push_back({"bridges", "handed_over", "persons/week", {}, {"givet videre", "handed over"}, {"information, navn og bro", "information, name and bridge"}});
    series.push_back({"bridges", "bridge_queue", "persons", {}, {"venter på brobygger", "waiting for a bridge"}, {"sidst på ugen", "at the end of the week"}});
    series.push_back({"bridges", "bridge_hours", "h/week", {}, {"brobyggertimer brugt", "bridge hours used"}, {"alle områder", "all areas"}});
}

void InformationCounts::resize(std::size_t, std::size_t, std::size_t) {}

void InformationCounts::add(const InformationCounts& change)
{
    for (std::size_t i = 0; i < contact_kinds; ++i) contacts[i] += change.contacts[i];
    for (std::size_t i = 0; i < handover_kinds; ++i) {
        handed_over[i] += change.handed_over[i];
        attended[i] += change.attended[i];
    }
    detected += change.detected;
    consented += change.consented;
    want_to_help += change.want_to_help;
    bridges_started += change.bridges_started;
    bridges_lost += change.bridges_lost;
    bridge_minutes += change.bridge_minutes;
    followed_up += change.followed_up;
    kept += change.kept;
}

void InformationCounts::clear() { *this = {}; }

void InformationWishes::clear()
{
    bridges.clear();
    helpers.clear();
}

void InformationWishes::append(const InformationWishes& more)
{
    bridges.insert(bridges.end(), more.bridges.begin(), more.bridges.end());
    helpers.insert(helpers.end(), more.helpers.begin(), more.helpers.end());
}

} // namespace samspil
