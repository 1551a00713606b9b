// SPDX-License-Identifier: MPL-2.0
// The tables of information: one row a parameter, a decision, a mechanism, an intervention, a KPI, a series.
#include "engine/model/information.hpp"

#include "engine/model/field_rows.hpp"
#include "engine/model/indicators.hpp"
#include "engine/model/intervention.hpp"
#include "engine/model/parameters.hpp"
#include "engine/model/policy.hpp"

namespace samspil {
namespace {

using namespace rows;
using P = InformationParameters;

constexpr Range rate{0, 10};
template <auto Member>
constexpr Access at = inside<&Parameters::information, Member>;
template <auto Member, std::size_t I>
constexpr Access entry = inside_element<&Parameters::information, Member, I>;
template <auto Member>
constexpr Access decided = inside<&Policy::information, Member>;
template <auto Member>
constexpr Access working = inside<&Mechanisms::information, Member>;

void awareness(std::vector<Field>& f)
{
    f.push_back(number("reach_leaflet", entry<&P::media_reach, 0>, "share", share, 0.6, {0.4, 0.8}, A,
                       {"læser foldere", "reads leaflets"}, "7.5, S3-65, S3-119"));
    f.push_back(number("reach_newspaper", entry<&P::media_reach, 1>, "share", share, 0.5, {0.3, 0.7}, A,
                       {"læser lokalavis", "reads the local newspaper"}, "7.5, S3-65, S3-119"));
    f.push_back(number("reach_library", entry<&P::media_reach, 2>, "share", share, 0.25, {0.1, 0.4}, A,
                       {"bruger biblioteket", "uses the library"}, "7.5, S3-65, S3-119"));
    f.push_back(number("lam_media", at<&P::lam_media>, "1/week", rate, 0.004, {0.001, 0.01}, A,
                       {"hører om et hus, pr. trykt medie", "hears of a house, per printed medium"}, "7.5"));
    f.push_back(number("lam_web", at<&P::lam_web>, "1/week", rate, 0.002, {0.0003, 0.01}, A,
                       {"finder et hus på nettet (hjemmeside, Socialkompas)", "finds a house on the web (website, Socialkompas)"},
                       "7.5, S2-30"));
    f.push_back(number("lam_board", at<&P::lam_board>, "1/week", rate, 0.002, {0.0003, 0.01}, A,
                       {"finder et hus på GENLYDs opslagstavle", "finds a house on the GENLYD board"}, "7.5, S4-21"));
    f.push_back(number("lam_near", at<&P::lam_near>, "1/week", rate, 0.004, {0.001, 0.01}, A,
                       {"kommer forbi et hus i nærheden", "passes a house nearby"}, "7.5"));
    f.push_back(number("near_m", at<&P::near_m>, "m", {0, 5000}, 400, {200, 800}, A, {"så nær kommer man forbi", "how near one passes by"}, "7.5"));
    f.push_back(number("lam_peer1", at<&P::lam_peer1>, "1/week", rate, 0.010, {0.002, 0.03}, A,
                       {"hører om et hus af en ven der kommer der", "hears of a house from a friend who goes there"}, "7.5 [F 30]"));
    f.push_back(number("lam_peer2", at<&P::lam_peer2>, "1/week", rate, 0.015, {0.002, 0.03}, A,
                       {"hører om indholdet af en ven der kommer der", "hears of the content from a friend who goes there"},
                       "7.5 [F 30]"));
    f.push_back(number("lam_event", at<&P::lam_event>, "1/event", rate, 0.05, {0.01, 0.2}, A,
                       {"lærer et hus at kende ved forummets arrangement", "gets to know a house at an event of the forum"},
                       "7.5, S3-117"));
    f.push_back(number("forum_events", at<&P::events_per_year>, "1/year", {0, 52}, 2, {0, 6}, A,
                       {"arrangementer hvor hinandens borgere inviteres", "events to which each other's citizens are invited"},
                       "7.5, S3-117"));
    f.push_back(number("aw_half", at<&P::aw_half>, "weeks", {1, 1e6}, 156, {52, 520}, A,
                       {"halvdelen glemmer indholdet på", "half forget the content in"}, "7.5"));
    f.push_back(number("aw_half1", at<&P::aw_half1>, "weeks", {1, 1e6}, 260, {104, 520}, A,
                       {"halvdelen glemmer at huset findes på", "half forget that the house exists in"}, "7.5"));
    f.push_back(number("mistrust", at<&P::mistrust>, "ratio", share, 0.5, {0.3, 1}, A,
                       {"hører efter når et kendt hus er lukket", "heeds news after a known house closed"}, "7.5"));
    f.push_back(number("mistrust_weeks", at<&P::mistrust_weeks>, "weeks", {0, 520}, 26, {8, 52}, A,
                       {"mistillidens længde", "length of the mistrust"}, "7.5"));
}

void persons(std::vector<Field>& f)
{
    const Label short_m{"mænd med kort uddannelse", "men with short education"}, short_f{"kvinder med kort uddannelse", "women with short education"};
    const Label long_m{"mænd med lang uddannelse", "men with long education"}, long_f{"kvinder med lang uddannelse", "women with long education"};
    f.push_back(number("edu_short65_m", entry<&P::edu_short65, 0>, "share", share, 0.25, {0.15, 0.35}, A, short_m, "5 (65 in 2020)"));
    f.push_back(number("edu_short65_f", entry<&P::edu_short65, 1>, "share", share, 0.30, {0.2, 0.4}, A, short_f, "5 (65 in 2020)"));
    f.push_back(number("edu_short85_m", entry<&P::edu_short85, 0>, "share", share, 0.40, {0.3, 0.5}, A, short_m, "5 (85 in 2020)"));
    f.push_back(number("edu_short85_f", entry<&P::edu_short85, 1>, "share", share, 0.60, {0.5, 0.7}, A, short_f, "5 (85 in 2020)"));
    f.push_back(number("edu_long65_m", entry<&P::edu_long65, 0>, "share", share, 0.25, {0.15, 0.35}, A, long_m, "5 (65 in 2020)"));
    f.push_back(number("edu_long65_f", entry<&P::edu_long65, 1>, "share", share, 0.28, {0.2, 0.4}, A, long_f, "5 (65 in 2020)"));
    f.push_back(number("edu_long85_m", entry<&P::edu_long85, 0>, "share", share, 0.18, {0.1, 0.25}, A, long_m, "5 (85 in 2020)"));
    f.push_back(number("edu_long85_f", entry<&P::edu_long85, 1>, "share", share, 0.10, {0.05, 0.2}, A, long_f, "5 (85 in 2020)"));
    const Label web_m{"mænd der bruger nettet", "men who use the web"}, web_f{"kvinder der bruger nettet", "women who use the web"};
    f.push_back(number("digital65_m", entry<&P::digital65, 0>, "share", share, 0.85, {0.7, 0.95}, A, web_m, "5, S2-33 (at 65)"));
    f.push_back(number("digital65_f", entry<&P::digital65, 1>, "share", share, 0.85, {0.7, 0.95}, A, web_f, "5, S2-33 (at 65)"));
    f.push_back(number("digital85_m", entry<&P::digital85, 0>, "share", share, 0.50, {0.3, 0.7}, A, web_m, "5, S2-33 (at 85)"));
    f.push_back(number("digital85_f", entry<&P::digital85, 1>, "share", share, 0.40, {0.2, 0.6}, A, web_f, "5, S2-33 (at 85)"));
}

void contacts(std::vector<Field>& f)
{
    f.push_back(number("visit_accept", at<&P::visit_accept>, "share", share, 0.55, {0.3, 0.75}, A,
                       {"siger ja til forebyggende hjemmebesøg", "accepts a preventive home visit"}, "7.6 [F 33]"));
    f.push_back(number("visit_logit", at<&P::visit_logit>, "log", {-3, 3}, 0.3, {0, 0.6}, A,
                       {"siger oftere ja: alene, kort uddannelse", "accepts more often: alone, short education"}, "7.6 [F 35]"));
    f.push_back(number("front_2", entry<&P::front, 0>, "1/week", rate, 0.05, {0.01, 0.2}, A,
                       {"kontakt med frontpersonale, påvirket", "contact with front staff, affected level"}, "7.6"));
    f.push_back(number("front_3", entry<&P::front, 1>, "1/week", rate, 0.8, {0.4, 1.5}, A,
                       {"kontakt med frontpersonale, nedsat", "contact with front staff, reduced level"}, "7.6"));
    f.push_back(number("front_4", entry<&P::front, 2>, "1/week", rate, 1.0, {0.5, 3}, A,
                       {"kontakt med frontpersonale, lavt", "contact with front staff, low level"}, "7.6"));
    f.push_back(number("clinic_contact", at<&P::clinic>, "1/week", rate, 0.01, {0.003, 0.03}, A,
                       {"kommer i klinikken i det nærmeste hus", "comes to the clinic of the nearest house"}, "7.6, S0-42"));
    f.push_back(number("self_search", at<&P::self_search>, "1/year", rate, 0.01, {0.003, 0.03}, A,
                       {"søger selv hjælp til første skridt (på nettet)", "seeks help for the first step (on the web)"},
                       "7.6, S2-31, S4-22"));
    f.push_back(number("sens0", at<&P::sens0>, "share", share, 0.03, {0.01, 0.3}, A,
                       {"personalet får øje på behovet", "staff detect the need"}, "7.6, S4-26"));
    f.push_back(number("sens_compass", at<&P::sens_compass>, "share", share, 0.25, {0.1, 0.5}, A,
                       {"får øje på behovet med Tilbudskompasset", "detect the need with the compass"}, "7.6, S1-17"));
    f.push_back(number("mult_pilot", at<&P::mult_pilot>, "ratio", {0.5, 5}, 1.3, {1, 2}, A,
                       {"får øje på behovet efter oplæring", "detect the need after training"}, "7.6, S2-32"));
    f.push_back(number("front_staff", at<&P::front_staff>, "persons/1000", {1, 1000}, 40, {20, 80}, A,
                       {"frontpersonale pr. 1.000 hjemmeboende 65+", "front staff per 1,000 home-dwelling 65+"}, "7.6"));
    f.push_back(number("outdated", at<&P::outdated>, "share", share, 0.1, {0, 0.3}, A,
                       {"forældede oplysninger i kompasset", "outdated entries of the compass"}, "7.6"));
    f.push_back(number("colocated", at<&P::colocated>, "ratio", {1, 3}, 1.2, {1, 1.5}, A,
                       {"forebyggende personale i husene", "preventive staff in the houses"}, "7.6, S3-110"));
    f.push_back(number("consent", at<&P::consent>, "share", share, 0.8, {0.5, 0.95}, A, {"siger ja til at blive kontaktet", "agrees to be contacted"},
                       "7.6, S4-30"));
    f.push_back(number("help_share", at<&P::help_share>, "share", share, 0.15, {0.05, 0.3}, A,
                       {"vil hellere gøre noget for andre", "would rather do something for others"}, "7.6, S4-27"));
    f.push_back(number("bridge_share", at<&P::bridge_share>, "share", share, 0.4, {0.2, 0.8}, A,
                       {"behøver følgeskab til første gang", "need company for the first time"}, "7.6, S4-29"));
    f.push_back(number("named_share", at<&P::named_share>, "share", share, 0.4, {0.2, 0.7}, A,
                       {"får navnet på en kontaktperson", "is given the name of a contact person"}, "7.6"));
    f.push_back(number("uptake_info", entry<&P::uptake, 0>, "share", {0.001, 0.999}, 0.10, {0.03, 0.25}, A,
                       {"kommer efter information", "attends after information"}, "7.6"));
    f.push_back(number("uptake_named", entry<&P::uptake, 1>, "share", {0.001, 0.999}, 0.20, {0.1, 0.4}, A,
                       {"kommer efter navngiven kontakt", "attends after a named contact"}, "7.6"));
    f.push_back(number("uptake_warm", entry<&P::uptake, 2>, "share", {0.001, 0.999}, 0.45, {0.25, 0.7}, A,
                       {"kommer efter brobygning", "attends after a bridge"}, "7.6, S4-20, S4-23"));
    f.push_back(number("uptake_friend", at<&P::uptake_friend>, "log", {-5, 5}, 0.6, {0, 1.2}, A, {"kommer oftere: ven i huset", "attends more often: a friend there"}, "7.6"));
    f.push_back(number("uptake_lonely", at<&P::uptake_lonely>, "log", {-5, 5}, 0.4, {0, 0.8}, A, {"kommer oftere: ensom", "attends more often: lonely"}, "7.6"));
    f.push_back(number("uptake_level", at<&P::uptake_level>, "log", {-5, 5}, -0.3, {-0.6, 0}, A, {"kommer oftere: pr. funktionsniveau", "attends more often: per level"}, "7.6"));
    f.push_back(number("uptake_match", at<&P::uptake_match>, "log", {-5, 5}, 1, {0, 2}, A, {"kommer oftere: interesser passer", "attends more often: interests fit"}, "7.6"));
    f.push_back(number("bridge_h", at<&P::bridge_h>, "h", {0.1, 100}, 4, {2, 10}, A, {"timer pr. brobygning", "hours per bridge"}, "7.6"));
    f.push_back(number("bridge_weeks", at<&P::bridge_weeks>, "weeks", {1, 52}, 5, {3, 8}, A, {"uger pr. brobygning", "weeks per bridge"}, "7.6"));
    f.push_back(number("bridge_patience", at<&P::bridge_patience>, "weeks", {0, 520}, 8, {4, 16}, A,
                       {"uger før en åbning går tabt", "weeks before an opening is lost"}, "7.6"));
    f.push_back(number("bridge_lost", at<&P::bridge_lost>, "1/week", rate, 0.05, {0.02, 0.2}, A,
                       {"åbninger der derefter går tabt", "openings lost after that"}, "7.6"));
    f.push_back(number("bridge_hours", at<&P::bridge_hours>, "h/week", {0, 1000}, 1, {0.3, 3}, A,
                       {"brobyggertimer pr. 1.000 hjemmeboende uden tabel", "bridge hours per 1,000 home-dwelling without a table"},
                       "7.6"));
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
    fields.push_back(value("genlyd", Kind::flag, decided<&I::genlyd>, "", share, 1, A, {"GENLYD: opslagstavle og hjælp til første skridt", "GENLYD: board and help with the first step"}, "7.5, 7.6, S1-08"));
    fields.push_back(value("colocation", Kind::flag, decided<&I::colocation>, "", share, 0, A, {"forebyggende personale arbejder delvis i husene", "preventive staff partly work in the houses"}, "7.6, S3-110"));
    fields.push_back(value("home_visits", Kind::flag, decided<&I::home_visits>, "", share, 1, A, {"forebyggende hjemmebesøg tilbydes", "preventive home visits are offered"}, "7.6, S4-19"));
}

void append_information_mechanisms(std::vector<Field>& fields)
{
    using M = InformationMechanisms;
    fields.push_back(flag("peer_information", working<&M::peer_information>, {"venner fortæller om husene", "friends tell of the houses"}, "7.5"));
    fields.push_back(flag("media_information", working<&M::media_information>, {"husene kendes fra trykte medier og nettet", "houses are known from print and web"}, "7.5"));
    fields.push_back(flag("contacts", working<&M::contacts>, {"hjemmebesøg og frontpersonale får øje på borgere", "home visits and front staff notice citizens"}, "7.6"));
    fields.push_back(flag("bridges", working<&M::bridges>, {"brobyggere følger borgere til husene", "bridge-builders bring citizens to the houses"}, "7.6"));
}

void append_information_interventions(std::vector<InterventionKind>& kinds)
{
    using I = Intervention;
    static const Field compass[] = {
        value("ceiling", Kind::number, member<&I::share>, "share", share, 0.7, A, {"højeste dækning", "highest coverage"}, "7.6, S1-21"),
        value("mid_weeks", Kind::integer, member<&I::weeks>, "weeks", {1, 520}, 52, A, {"uger til halv dækning", "weeks to half coverage"}, "7.6, S1-21")};
    static const Field training[] = {
        value("share", Kind::number, member<&I::share>, "share", share, 0, A, {"andel af frontpersonalet der oplæres", "share of front staff trained"}, "7.6, S2-32"),
        value("persons", Kind::number, member<&I::persons>, "persons", {0, 1e6}, 0, A, {"oplærte", "persons trained"}, "7.6, S2-32"),
        value("ramp_weeks", Kind::integer, member<&I::ramp_weeks>, "weeks", {0, 520}, 0, A, {"uger til alle er oplært", "weeks until all are trained"}, "7.6")};
    static const Field bridging[] = {value("hours", Kind::number, member<&I::hours>, "h/week", {-1e5, 1e5}, 0, A,
                                           {"brobyggertimer om ugen mere (eller færre); kun brugte timer betales", "bridge hours a week more (or fewer); only hours used are paid"}, "7.6")};
    static const Field campaign[] = {
        value("factor", Kind::number, member<&I::factor>, "ratio", {0, 100}, 3, A, {"så mange gange så meget i medierne", "times as much in the media"}, "7.5"),
        value("weeks", Kind::integer, member<&I::weeks>, "weeks", {1, 520}, 8, A, {"kampagnens længde", "length of the campaign"}, "7.5")};
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
