// SPDX-License-Identifier: MPL-2.0
// The sentence above a comparison. It tries to name everything and falls back to counts until it fits.
#include "engine/experiment/decomposition.hpp"
#include "engine/experiment/finding.hpp"

#include <algorithm>
#include <array>

namespace samspil {
namespace {

struct ShortName {
    std::string_view kpi;
    Label name;
};

constexpr std::array short_names{
    ShortName{"reach.municipal", {"borgere nået", "citizens reached"}},
    ShortName{"wait.mean.vedligeholdende_center", {"ventetid", "wait"}},
    ShortName{"travel.over_30", {"lang rejse", "long travel"}},
    ShortName{"continuity.dropout_12w", {"frafald", "drop-out"}},
    ShortName{"cost.net_per_participant_month", {"udgift pr. deltager", "cost per participant"}},
    ShortName{"volunteers.overasked", {"overbelastede frivillige", "over-asked volunteers"}},
    ShortName{"organisation.attention", {"ledelsesopmærksomhed", "leader attention"}},
    ShortName{"equity.min_max", {"lighed mellem lokalsamfund", "evenness between areas"}},
};

std::size_t characters(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

using Names = std::vector<const Kpi*>;

struct Findings {
    Names better, worse;                 ///< by no less than the limit
    Names below_limit, tie, undecided;   ///< see Finding
    Names undetermined;                  ///< a goal with a good direction but no verdict
    Names depends;                       ///< decided by chance alone, but not over futures
    std::size_t all() const { return better.size() + worse.size() + below_limit.size() + tie.size() + undecided.size() + undetermined.size() + depends.size(); }
    Names& of(const KpiDifference& d)
    {
        if (d.depends_on_assumptions) return depends;
        if (!d.verdict) return undetermined;
        switch (*finding_of(d)) {
        case Finding::below_limit: return below_limit;
        case Finding::tie: return tie;
        case Finding::undecided: return undecided;
        case Finding::decided: break;
        }
        return *d.verdict == Verdict::better ? better : worse;
    }
    bool futures = false;
    const Kpi* worst = nullptr; ///< see worse_of
    Names turns, fades;
    std::size_t few = 0; ///< pairs, where they are fewer than enough
};

Findings findings_of(std::span<const KpiDifference> differences, const Decomposition* decomposition)
{
    Findings found;
    if (!differences.empty() && differences.front().n < enough_pairs) found.few = differences.front().n;
    const KpiDifference* worst = nullptr;
    for (const KpiDifference& d : differences)
        if (d.goal && !d.depends_on_assumptions) worst = worse_of(worst, &d);
    if (worst != nullptr) found.worst = worst->kpi;
    for (const KpiDifference& d : differences) {
        if (!d.goal || d.kpi->direction == Direction::none) continue;
        found.of(d).push_back(d.kpi);
    }
    if (decomposition == nullptr) return found;
    const auto add = [](Names& names, const Kpi* kpi) {
        if (std::find(names.begin(), names.end(), kpi) == names.end()) names.push_back(kpi);
    };
    for (const GoalStanding& s : decomposition->standings)
        if (s.standing == Standing::turns) add(found.turns, s.kpi); // a verdict, or the sign of organisation.attention
    for (const GoalStanding& s : decomposition->standings) {
        const bool turned = std::find(found.turns.begin(), found.turns.end(), s.kpi) != found.turns.end();
        if (s.standing == Standing::fades && !turned) add(found.fades, s.kpi);
    }
    return found;
}

std::string counted(std::size_t n, Language language)
{
    if (language == Language::da) return std::to_string(n) + " mål";
    return std::to_string(n) + (n == 1 ? " goal" : " goals");
}

std::string named(const Names& names, Language language)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 < names.size() ? ", " : (language == Language::da ? " og " : " and ");
        text += short_name(*names[i]).in(language);
    }
    return text;
}

enum class Subject { title, option, none };
enum class Named { all, worst, none }; ///< worst: wins and losses are counted, and the worst loss has its name

/// Clear findings keep their names as long as all fits; the title, variants and names of what is no win give way first, then names
/// become counts, the worst loss after all others, and what is no win is left out last of all; what is undecided stays.
struct Detail {
    Subject subject;
    Named names;
    bool variant_names, fades, ties;
    bool joint = false; ///< short: one clause for ties and what is undecided, where there are both: the parts stand in the table
};

std::string subject_of(const Text& title, Subject subject, Language language)
{
    if (subject == Subject::none) return {};
    if (subject == Subject::title) return title.in(language) + ": ";
    return std::string(Label{"Alternativet: ", "The option: "}.in(language));
}

std::string sentence(const Text& title, const Findings& found, Detail detail, Language language)
{
    const auto list = [&](const Names& names) {
        return detail.names == Named::all ? named(names, language) : counted(names.size(), language);
    };
    // A loss is read for what it is: its name stays in brackets where the others are counted.
    const auto worst_of = [&](const Names& names, bool wanted) {
        if (!wanted || std::find(names.begin(), names.end(), found.worst) == names.end()) return std::string();
        return " (" + std::string(Label{"værst: ", "worst: "}.in(language)) + std::string(short_name(*found.worst).in(language)) + ")";
    };
    std::vector<std::string> clauses;
    const auto say = [&](Label words, const std::string& what) {
        clauses.push_back(std::string(words.in(language)) + what);
    };
    if (!found.better.empty()) say({"bedre på ", "better on "}, list(found.better));
    if (!found.worse.empty()) say({"dårligere på ", "worse on "}, list(found.worse) + worst_of(found.worse, detail.names == Named::worst));
    const bool nothing_else = found.better.empty() && found.worse.empty() && found.depends.empty();
    const auto unclear = [&](Finding finding, const Names& names, bool keep, bool noun = true) {
        if (names.empty() || (!keep && !nothing_else)) return;
        const bool all = names.size() == found.all() && names.size() > 1;
        const bool by_name = names.size() == 1 && detail.subject == Subject::title;
        clauses.push_back(std::string(short_label_of(finding).in(language)) +
                          std::string((all ? Label{" på alle ", " on all "} : Label{" på ", " on "}).in(language)) +
                          (by_name ? named(names, language) : noun ? counted(names.size(), language) : std::to_string(names.size())) +
                          worst_of(names, detail.names != Named::none && !by_name));
    };
    // The direction is sure: no part of a joint clause. "størrelse uafklaret på 1, uafgjort på 2 mål" where room is short.
    const bool last = found.tie.empty() && found.undecided.empty();
    unclear(Finding::below_limit, found.below_limit, detail.ties, last || !detail.joint);
    if (detail.joint && !found.tie.empty() && !found.undecided.empty()) {
        say({"ingen klar forskel på ", "no clear difference on "}, counted(found.tie.size() + found.undecided.size(), language));
    } else {
        unclear(Finding::tie, found.tie, detail.ties);
        unclear(Finding::undecided, found.undecided, true);
    }
    if (!found.depends.empty()) say({"afhænger af antagelser: ", "depends on assumptions: "}, list(found.depends));
    if (!found.undetermined.empty())
        say({"ikke opgjort på ", "not determined on "}, counted(found.undetermined.size(), language));
    if (clauses.empty()) {
        const Label none{"ingen mål at dømme efter.", "no goals to judge by."};
        return subject_of(title, detail.subject, language) + std::string(none.in(language));
    }
    std::string text;
    for (std::size_t i = 0; i < clauses.size(); ++i)
        text += (i == 0 ? "" : ", ") + clauses[i];
    if (detail.subject == Subject::none) text.front() = static_cast<char>(text.front() - 'a' + 'A'); // all begin a-z
    text = subject_of(title, detail.subject, language) + text + ".";
    const auto warn = [&](Label words, const Names& names) {
        if (names.empty()) return;
        const std::string figures = std::to_string(names.size()) + std::string(Label{" tal", " figures"}.in(language));
        text += std::string(words.in(language)) + (detail.variant_names ? named(names, language) : figures) + ".";
    };
    const bool signs_only = std::all_of(found.turns.begin(), found.turns.end(),
                                        [](const Kpi* kpi) { return kpi->direction == Direction::none; });
    if (!found.turns.empty() && signs_only && !detail.variant_names)
        text += Label{" Fortegn vender i en variant.", " A sign turns in a variant."}.in(language);
    else
        warn({" Vender i en variant: ", " Turns in a variant: "}, found.turns);
    if (detail.fades) warn({" Forsvinder i en variant: ", " Fades in a variant: "}, found.fades);
    if (found.futures) text += Label{" Over tilfælde og antagelser.", " Over chance and assumptions."}.in(language);
    if (found.few > 0) {
        const bool room = detail.subject == Subject::title;
        const Label few{" Få gentagelser (", " Few replications ("};
        const Label end = room ? Label{"): kan ændre sig.", "): may change."} : Label{").", ")."};
        text += std::string(few.in(language)) + std::to_string(found.few) + std::string(end.in(language));
    }
    return text;
}

bool is_the_same(std::span<const KpiDifference> differences)
{
    const auto known = [](const KpiDifference& d) { return d.difference.has_value(); };
    return std::any_of(differences.begin(), differences.end(), known) &&
           std::all_of(differences.begin(), differences.end(),
                       [&](const KpiDifference& d) { return !known(d) || is_nothing(d); });
}

/// The title where it fits before the words.
std::string fitted_title(const std::string& title, const std::string& words)
{
    return characters(title + words) <= headline_length ? title + words : words.substr(2);
}

} // namespace

Label short_name(const Kpi& kpi)
{
    const auto found =
        std::find_if(short_names.begin(), short_names.end(), [&](const auto& s) { return s.kpi == kpi.id; });
    return found == short_names.end() ? kpi.label : found->name;
}

std::string whole_clauses(std::string text)
{
    if (characters(text) <= headline_length) return text;
    std::size_t read = 0, sentence = 0, clause = 0;
    for (std::size_t i = 0; i + 2 < text.size() && read < headline_length; ++i) {
        if ((text[i] & 0xC0) != 0x80) ++read;
        if (text[i + 1] != ' ') continue;
        const char next = text[i + 2]; // "pr. deltager" ends no sentence
        if (text[i] == '.' && ((next >= 'A' && next <= 'Z') || (next & 0x80) != 0)) sentence = i;
        if (text[i] == ',') clause = i;
    }
    const std::size_t end = sentence > 0 ? sentence : clause;
    return end > 0 ? text.substr(0, end) + "." : text;
}

Text headline(const Text& title, std::span<const KpiDifference> differences, const Decomposition* decomposition, std::string_view covers)
{
    static constexpr std::array levels{
        Detail{Subject::title, Named::all, true, true, true},    Detail{Subject::title, Named::all, false, true, true},
        Detail{Subject::option, Named::all, true, true, true},   Detail{Subject::option, Named::all, false, true, true},
        Detail{Subject::option, Named::all, false, false, true}, Detail{Subject::none, Named::all, true, false, true},
        Detail{Subject::none, Named::all, false, false, true},   Detail{Subject::option, Named::all, false, false, true, true},
        Detail{Subject::none, Named::all, true, false, true, true}, Detail{Subject::none, Named::all, false, false, true, true},
        Detail{Subject::title, Named::worst, true, true, true}, Detail{Subject::title, Named::worst, false, true, true},
        Detail{Subject::option, Named::worst, true, true, true}, Detail{Subject::option, Named::worst, false, false, true},
        Detail{Subject::none, Named::worst, false, false, true}, Detail{Subject::option, Named::worst, false, false, true, true},
        Detail{Subject::none, Named::worst, false, false, true, true},
        Detail{Subject::title, Named::none, true, true, true},
        Detail{Subject::title, Named::none, false, true, true},  Detail{Subject::option, Named::none, true, true, true},
        Detail{Subject::option, Named::none, false, true, true}, Detail{Subject::option, Named::none, false, false, true},
        Detail{Subject::none, Named::none, false, false, true},  Detail{Subject::none, Named::all, false, false, false},
        Detail{Subject::none, Named::none, false, false, false}};
    if (is_the_same(differences))
        return {fitted_title(title.da, ": ingen forskel, præcis nul."),
                fitted_title(title.en, ": no difference, exactly zero.")};
    Findings found = findings_of(differences, decomposition);
    found.futures = covers != covers_chance;
    // Both languages say the same: what does not fit in one of them is shortened in both.
    for (const Detail& level : levels) {
        const Text text{sentence(title, found, level, Language::da), sentence(title, found, level, Language::en)};
        if (characters(text.da) <= headline_length && characters(text.en) <= headline_length) return text;
    }
    return {whole_clauses(sentence(title, found, levels.back(), Language::da)), whole_clauses(sentence(title, found, levels.back(), Language::en))};
}

} // namespace samspil
