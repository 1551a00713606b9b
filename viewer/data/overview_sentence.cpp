// SPDX-License-Identifier: MPL-2.0
// The sentence above the overview. Names give way to letters and counts until it fits.
#include "viewer/data/overview.hpp"

#include "engine/experiment/decomposition.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace samspil::viewer {
namespace {

std::size_t characters(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// "a, b og c"
std::string joined(const std::vector<std::string>& words, Language language)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 < words.size() ? ", " : (language == Language::da ? " og " : " and ");
        text += words[i];
    }
    return text;
}

enum class Called { titles, letters, counted };
enum class Shown { named, counted, brief, left_out }; ///< brief: a count under the short label, without "goals"
enum class Drawbacks { named, in_short, counted };    ///< in short: "Værst:" and their names
/// How options are called, how their drawbacks are, what is said of the goals that are undecided, of those whose
/// size is, and of ties, and whether all that limits the finding is said.
struct Detail {
    Called options;
    Drawbacks drawbacks;
    Shown undecided, size, ties;
    bool limits = true;
};
// A drawback by name is worth more than a title, a title more than the names of ties; ties are counted under letters before they are
// left out. What is undecided is never left out, what is undecided in size only where not even its count has room.
constexpr std::array details{
    Detail{Called::titles, Drawbacks::named, Shown::named, Shown::named, Shown::named},
    Detail{Called::titles, Drawbacks::named, Shown::named, Shown::counted, Shown::counted},
    Detail{Called::titles, Drawbacks::named, Shown::counted, Shown::counted, Shown::counted},
    Detail{Called::letters, Drawbacks::named, Shown::named, Shown::named, Shown::named},
    Detail{Called::letters, Drawbacks::named, Shown::named, Shown::counted, Shown::counted},
    Detail{Called::letters, Drawbacks::named, Shown::counted, Shown::counted, Shown::counted},
    Detail{Called::letters, Drawbacks::named, Shown::counted, Shown::brief, Shown::counted},
    Detail{Called::titles, Drawbacks::named, Shown::named, Shown::brief, Shown::left_out},
    Detail{Called::letters, Drawbacks::named, Shown::named, Shown::brief, Shown::left_out},
    Detail{Called::letters, Drawbacks::named, Shown::counted, Shown::brief, Shown::left_out},
    Detail{Called::letters, Drawbacks::in_short, Shown::counted, Shown::brief, Shown::left_out},
    Detail{Called::letters, Drawbacks::in_short, Shown::counted, Shown::left_out, Shown::left_out},
    Detail{Called::titles, Drawbacks::counted, Shown::counted, Shown::brief, Shown::counted},
    Detail{Called::letters, Drawbacks::counted, Shown::counted, Shown::brief, Shown::counted},
    Detail{Called::counted, Drawbacks::named, Shown::counted, Shown::brief, Shown::counted},
    Detail{Called::counted, Drawbacks::counted, Shown::counted, Shown::brief, Shown::counted},
    Detail{Called::counted, Drawbacks::counted, Shown::counted, Shown::brief, Shown::left_out},
    Detail{Called::counted, Drawbacks::counted, Shown::counted, Shown::brief, Shown::left_out, false},
    Detail{Called::counted, Drawbacks::counted, Shown::counted, Shown::left_out, Shown::left_out, false}};

/// Goals that are worse, by however little.
std::size_t worse_at_all(const OverviewOption& option)
{
    return static_cast<std::size_t>(std::count_if(option.goals.begin(), option.goals.end(), [](const GoalCell& c) { return c.difference.verdict == Verdict::worse; }));
}

/// The most goals that are worse for one of the options. A goal whose size is undecided is told as one where no other is worse.
std::string worse_counted(std::span<const OverviewOption* const> options, bool da)
{
    const auto most_of = [&](const auto& count) {
        std::size_t most = 0;
        for (const OverviewOption* o : options) most = std::max(most, count(*o));
        return most;
    };
    const std::size_t clear = most_of([](const OverviewOption& o) { return count_of(o, Verdict::worse); });
    const std::size_t most = clear > 0 ? clear : most_of(worse_at_all);
    return fmt::format(fmt::runtime(da ? " Dårligere{} på {}{} mål." : " Worse{} on {}{} {}."), clear > 0 ? "" : da ? ", størrelse uafklaret," : ", size undecided,",
                       options.size() > 1 ? (da ? "op til " : "up to ") : "", most, most == 1 ? "goal" : "goals");
}

bool is_judged(const GoalCell& cell) { return cell.difference.kpi->direction != Direction::none; }

/// What the sentence is about: the leaders, or the option nearest to being better.
class Sentence {
public:
    Sentence(std::span<const OverviewOption> options, std::span<const std::size_t> leaders, Among among)
        : options_(options), leaders_(leaders), among_(among)
    {
        for (const std::size_t i : leaders) about_.push_back(&options[i]);
        const auto nearest = std::max_element(options.begin(), options.end(), [](const auto& a, const auto& b) {
            // Of two that balance the same the one that does something is worth a sentence.
            return std::pair(balance_of(a), count_of(a, Verdict::better)) < std::pair(balance_of(b), count_of(b, Verdict::better));
        });
        if (about_.empty()) about_.push_back(&*nearest);
        const std::vector<GoalCell>& goals = options.front().goals;
        judged_ = static_cast<std::size_t>(std::count_if(goals.begin(), goals.end(), is_judged));
    }

    /// Both languages say the same: what does not fit in one of them is shortened in both.
    Text write() const
    {
        Text text;
        for (const Detail& detail : details) {
            text = {with(detail, Language::da), with(detail, Language::en)};
            if (characters(text.da) <= headline_length && characters(text.en) <= headline_length) return text;
        }
        return {whole_clauses(text.da), whole_clauses(text.en)};
    }

private:
    std::string with(const Detail& detail, Language language) const
    {
        const bool da = language == Language::da;
        if (judged_ == 0) return da ? "Ingen mål at dømme efter." : "No goals to judge by.";
        const auto no_verdict = [](const OverviewOption& o) {
            return std::none_of(o.goals.begin(), o.goals.end(), [](const GoalCell& c) { return c.difference.verdict.has_value(); });
        };
        if (std::all_of(options_.begin(), options_.end(), no_verdict))
            return da ? "Ingen af målene er bestemt endnu." : "None of the goals is determined yet.";
        const auto all_are = [&](auto&& is) { return std::all_of(options_.begin(), options_.end(), [&](const OverviewOption& o) { return is(o); }); };
        const auto ties = [](const OverviewOption& o) { return count_of(o, Finding::tie); };
        const auto open = [](const OverviewOption& o) { return count_of(o, Finding::undecided); };
        if (all_are([&](const OverviewOption& o) { return ties(o) + open(o) == judged_; })) {
            const std::string tie(label_of(Finding::tie).in(language)), undecided(label_of(Finding::undecided).in(language));
            const std::string word = all_are([&](const OverviewOption& o) { return open(o) == 0; })   ? tie
                                     : all_are([&](const OverviewOption& o) { return ties(o) == 0; }) ? undecided
                                                                                                      : tie + (da ? " eller " : " or ") + undecided;
            return fmt::format(fmt::runtime(da ? "Intet alternativ kan skelnes fra basis: {} på alle {} mål." : "No option can be told from the base: {} on all {} goals."),
                               word, judged_) + may_change(detail, da);
        }
        return subject(detail, language) + drawbacks(detail, language) + those(Finding::undecided, detail.undecided, detail, language) +
               those(Finding::below_limit, detail.size, detail, language) + those(Finding::tie, detail.ties, detail, language) + undetermined(detail, da) +
               may_change(detail, da);
    }

    std::string called(const Detail& detail, Language language) const
    {
        const bool da = language == Language::da;
        if (detail.options == Called::counted && about_.size() > 1) return fmt::format("{} {}", about_.size(), da ? "alternativer" : "options");
        std::vector<std::string> names;
        for (const OverviewOption* o : about_) names.push_back(detail.options == Called::titles ? o->title.in(language) : o->letter);
        const bool alone = detail.options != Called::titles && names.size() == 1 && !leaders_.empty(); // "Nærmest: A" has said it
        return (alone ? (da ? "Alternativ " : "Option ") : "") + joined(names, language);
    }

    std::string subject(const Detail& detail, Language language) const
    {
        const bool da = language == Language::da;
        const std::string who = called(detail, language);
        std::size_t fewest = judged_, most = 0;
        for (const OverviewOption* o : about_) {
            fewest = std::min(fewest, count_of(*o, Verdict::better));
            most = std::max(most, count_of(*o, Verdict::better));
        }
        const std::string better = fewest == most ? std::to_string(most) : fmt::format("{}{}{}", fewest, da ? " til " : " to ", most);
        if (leaders_.empty())
            return fmt::format(fmt::runtime(da ? "Intet alternativ er samlet bedre end basis. Nærmest: {}, bedre på {} af {} mål."
                                               : "No option is better than the base on balance. Nearest: {}, better on {} of {} goals."), who, better,
                               judged_);
        if (about_.size() == 1)
            return fmt::format(fmt::runtime(da ? "{} er bedst: bedre på {} af {} mål." : "{} is best: better on {} of {} goals."), who, better, judged_);
        static constexpr Label among[] = {{"{} står lige: bedre på {} af {} mål.", "{} are level: better on {} of {} goals."},
                                          {"{} har hver sine fordele: bedre på {} af {} mål.", "{} each have advantages: better on {} of {} goals."},
                                          {"{} er delt bedst: bedre på {} af {} mål.", "{} are shared best: better on {} of {} goals."}};
        const Label words = among[static_cast<int>(among_)];
        return fmt::format(fmt::runtime(words.in(language)), who, better, judged_);
    }

    /// What is undecided may yet be one: then only that none is sure.
    std::string no_drawbacks(bool da) const
    {
        const bool open = std::any_of(about_.begin(), about_.end(), [](const OverviewOption* o) { return count_of(*o, Finding::undecided) > 0; });
        return open ? (da ? " Ingen sikre ulemper." : " No sure drawbacks.")
                    : (da ? " Ingen ulemper på målene." : " No drawbacks on the goals.");
    }

    /// "lang rejse (A), ventetid (B og C)"; what is everyone's needs no letter.
    std::string drawbacks(const Detail& detail, Language language) const
    {
        const bool da = language == Language::da;
        std::vector<const Kpi*> kpis;
        std::vector<std::vector<std::string>> owners;
        std::size_t without = 0;
        for (const OverviewOption* o : about_) {
            const KpiDifference* worst = worst_drawback(*o);
            if (worst == nullptr) {
                ++without;
                continue;
            }
            const auto at = static_cast<std::size_t>(std::find(kpis.begin(), kpis.end(), worst->kpi) - kpis.begin());
            if (at == kpis.size()) {
                kpis.push_back(worst->kpi);
                owners.emplace_back();
            }
            owners[at].push_back(o->letter);
        }
        if (kpis.empty()) return no_drawbacks(da);
        if (detail.drawbacks == Drawbacks::counted) return worse_counted(about_, da);
        std::vector<std::string> names;
        for (std::size_t i = 0; i < kpis.size(); ++i) {
            const bool everyone = owners[i].size() == about_.size();
            const bool small = std::none_of(about_.begin(), about_.end(), [&](const OverviewOption* o) {
                const KpiDifference* worst = worst_drawback(*o);
                return worst != nullptr && worst->kpi == kpis[i] && is_clearly(*worst, Verdict::worse);
            });
            names.push_back(std::string(short_name(*kpis[i]).in(language)) + (small ? (da ? ", størrelse uafklaret" : ", size undecided") : "") + (everyone ? "" : " (" + joined(owners[i], language) + ")"));
        }
        const bool shared = kpis.size() == 1 && without == 0 && about_.size() > 1;
        const std::string_view intro = detail.drawbacks == Drawbacks::in_short ? (da ? " Værst: " : " Worst: ")
                                       : kpis.size() > 1 ? (da ? " Værste ulemper: " : " Worst drawbacks: ")
                                       : shared        ? (da ? " Værste ulempe for alle: " : " Worst drawback for all: ")
                                                       : (da ? " Værste ulempe: " : " Worst drawback: ");
        return std::string(intro) + joined(names, language) + ".";
    }

    /// Goals of which this is the finding: a tie for all it is about, what is undecided, or its size, for any of them.
    std::string those(Finding finding, Shown shown, const Detail& detail, Language language) const
    {
        const bool clear_ones = std::any_of(about_.begin(), about_.end(), [](const OverviewOption* o) { return count_of(*o, Verdict::worse) > 0; });
        const bool all_said = detail.drawbacks == Drawbacks::counted && !clear_ones; // by the count of those that are worse
        if (shown == Shown::left_out) return {};
        std::vector<std::string> names;
        for (std::size_t g = 0; g < about_.front()->goals.size(); ++g) {
            const auto found = [&](const OverviewOption* o) {
                const KpiDifference& d = o->goals[g].difference;
                const bool said = detail.drawbacks == Drawbacks::counted ? all_said && d.verdict == Verdict::worse : worst_drawback(*o) == &d;
                return d.verdict && finding_of(d) == finding && !(finding == Finding::below_limit && said);
            };
            const bool all = std::all_of(about_.begin(), about_.end(), found);
            if (finding == Finding::tie ? all : std::any_of(about_.begin(), about_.end(), found))
                names.emplace_back(short_name(*about_.front()->goals[g].difference.kpi).in(language));
        }
        if (names.empty()) return {};
        std::string word((shown == Shown::brief ? short_label_of(finding) : label_of(finding)).in(language));
        word.front() = static_cast<char>(word.front() - 'a' + 'A'); // all begin a-z
        if (shown == Shown::brief) return fmt::format(" {}: {}.", word, names.size());
        const std::string counted = fmt::format("{} {}", names.size(), language == Language::da ? "mål" : names.size() == 1 ? "goal" : "goals");
        return " " + word + ": " + (shown == Shown::named ? joined(names, language) : counted) + ".";
    }

    std::string undetermined(const Detail& detail, bool da) const
    {
        if (!detail.limits) return {};
        std::size_t most = 0;
        for (const OverviewOption* o : about_)
            most = std::max(most, static_cast<std::size_t>(std::count_if(o->goals.begin(), o->goals.end(), [](const GoalCell& c) {
                                return is_judged(c) && !c.difference.verdict;
                            })));
        return most == 0 ? "" : fmt::format(fmt::runtime(da ? " Ikke opgjort: {} mål." : " Not determined on {}."), most);
    }

    std::string may_change(const Detail& detail, bool da) const
    {
        if (std::none_of(options_.begin(), options_.end(), [](const OverviewOption& o) { return o.may_change(); })) return {};
        if (!detail.limits) return da ? " Kan ændre sig." : " May change.";
        std::size_t fewest = options_.front().pairs;
        for (const OverviewOption& o : options_) fewest = std::min(fewest, o.pairs);
        return fmt::format(fmt::runtime(da ? " Kan ændre sig ({} gentagelser)." : " May change ({} replications)."), fewest);
    }

    std::span<const OverviewOption> options_;
    std::span<const std::size_t> leaders_;
    Among among_ = Among::level;
    std::vector<const OverviewOption*> about_;
    std::size_t judged_ = 0;
};

/// One option is said as `compare` says it; of one that still runs, that it may change.
Text sentence_of_one(const OverviewOption& option, std::string_view covers)
{
    std::vector<KpiDifference> goals;
    for (const GoalCell& cell : option.goals) goals.push_back(cell.difference);
    const Text words = headline(option.title, goals, nullptr, covers);
    if (option.replications >= option.wanted || option.pairs < enough_pairs) return words; // few replications have been said
    const Text running{words.da + " Kan ændre sig.", words.en + " May change."};
    return std::max(characters(running.da), characters(running.en)) <= headline_length ? running : words;
}

} // namespace

Text overview_sentence(std::span<const OverviewOption> options, std::span<const std::size_t> leaders, Among among, std::string_view covers)
{
    if (options.empty()) return {"Her er intet alternativ at sammenligne med basis.", "There is no option here to compare with the base."};
    if (options.size() == 1) return sentence_of_one(options.front(), covers);
    return Sentence(options, leaders, among).write();
}

} // namespace samspil::viewer
