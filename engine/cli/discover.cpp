// SPDX-License-Identifier: MPL-2.0
// samspil discover: where in a study an option loses, goal by goal, in sentences with coverage and density.
#include "engine/cli/arguments.hpp"
#include "engine/cli/file_kind.hpp"
#include "engine/cli/text_table.hpp"
#include "engine/io/discovery_words.hpp"
#include "engine/io/say.hpp"
#include "engine/io/study_file.hpp"
#include "engine/io/study_folder.hpp"
#include "engine/io/study_words.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace samspil {
namespace {

Loss loss_from(const std::string& word)
{
    for (const Loss loss : {Loss::worse, Loss::verdict, Loss::above, Loss::below})
        if (word == id_of(loss)) return loss;
    wrong_use(say("--loses {}: vælg worse, verdict, above eller below", "--loses {}: choose worse, verdict, above or below", shown(word)));
}

StudyResult study_in(const std::string& path)
{
    const std::string file = std::filesystem::is_directory(path) ? study_result_in(path) : path;
    if (file.empty()) wrong_use(say("i {} ligger ingen færdig undersøgelse", "{} holds no finished study", path));
    if (!is_study_file(file)) wrong_use(say("{} er ikke resultatet af en undersøgelse (samspil sweep laver et)", "{} is not the result of a study (samspil sweep makes one)", file));
    return read_study(file);
}

/// Those asked for; else every option.
std::vector<std::size_t> options_asked(const StudyResult& study, const std::vector<std::string>& ids)
{
    if (study.options.size() < 2)
        wrong_use({"undersøgelsen har kun ét scenarie; at tabe er i forhold til en basis", "the study has one scenario only; to lose is against a base"});
    std::vector<std::size_t> asked;
    std::vector<std::string> known;
    for (std::size_t o = 1; o < study.options.size(); ++o) {
        known.push_back(study.options[o].id);
        if (ids.empty() || std::find(ids.begin(), ids.end(), study.options[o].id) != ids.end()) asked.push_back(o);
    }
    for (const std::string& id : ids)
        if (std::find(known.begin(), known.end(), id) == known.end())
            wrong_use(say("der er intet alternativ '{}' i undersøgelsen; der er {}", "there is no option '{}' in the study; there are {}", shown(id), fmt::format("{}", fmt::join(known, ", "))));
    return asked;
}

/// Those asked for, else the goals of the study; for a loss with a good direction only indicators that have one.
std::vector<std::size_t> goals_asked(const StudyResult& study, const std::vector<std::string>& ids, Loss loss)
{
    const bool directed = loss == Loss::worse || loss == Loss::verdict;
    std::vector<std::size_t> goals;
    for (const std::string& id : ids) {
        const auto kpi = find_kpi(id);
        if (!kpi) wrong_use(say("nøgletallet '{}' findes ikke", "there is no indicator '{}'", shown(id)));
        if (directed && kpi_table()[*kpi].direction == Direction::none)
            wrong_use(say("{} er hverken godt eller dårligt i sig selv; skriv --loses above eller --loses below", "{} is neither good nor bad in itself; write --loses above or --loses below", id));
        goals.push_back(*kpi);
    }
    if (!ids.empty()) return goals;
    std::copy_if(study.goals.begin(), study.goals.end(), std::back_inserter(goals),
                 [&](std::size_t k) { return !directed || kpi_table()[k].direction != Direction::none; });
    return goals;
}

DiscoverySubject subject_of(const StudyResult& study, std::size_t option, std::size_t kpi)
{
    DiscoverySubject subject{study.options[option].title, &kpi_table()[kpi], study.factors, {}};
    for (std::size_t f = 0; f < study.factors.size(); ++f) {
        // Two factors of one name are told apart by their paths.
        Text name = name_of(study, f);
        for (std::size_t g = 0; g < study.factors.size(); ++g) {
            if (g == f || name_of(study, g) != name) continue;
            name.da += fmt::format(" ({})", study.factors[f].path);
            name.en += fmt::format(" ({})", study.factors[f].path);
            break;
        }
        subject.names.push_back(std::move(name));
    }
    return subject;
}

} // namespace

Exit discover_command(const Invocation& call)
{
    namespace po = boost::program_options;
    po::options_description known;
    const auto texts = [] { return po::value<std::vector<std::string>>(); };
    known.add_options()("goal", texts())("option", texts())("loses", po::value<std::string>())("json", "");
    const Arguments given(call, known);
    if (given.positional().size() != 1)
        wrong_use({"skriv: samspil discover STUDIE.h5|MAPPE [--goal NØGLETAL] [--option ALTERNATIV] [--loses worse|verdict|above|below] [--json]",
                   "write: samspil discover STUDY.h5|FOLDER [--goal KPI] [--option OPTION] [--loses worse|verdict|above|below] [--json]"});
    const Loss loss = loss_from(given.text("loses", "worse"));
    expect_kind(given.positional()[0], {FileKind::result, FileKind::folder});
    const StudyResult study = study_in(given.positional()[0]);
    const auto options = options_asked(study, given.texts("option"));
    const auto goals = goals_asked(study, given.texts("goal"), loss);
    if (goals.empty()) wrong_use({"ingen af undersøgelsens mål kan tabes; skriv --goal NØGLETAL", "none of the goals of the study can be lost; write --goal KPI"});

    std::string json, screen;
    std::vector<Text> notes;
    for (const std::size_t option : options) {
        for (const std::size_t kpi : goals) {
            const DiscoverySubject subject = subject_of(study, option, kpi);
            const auto measure = std::find_if(study.measures.begin(), study.measures.end(), [&](const Measure& m) { return m.option == option && m.kpi == kpi; });
            const double relevance = measure == study.measures.end() ? no_prior : measure->relevance;
            const Discovery found = discover(study.answers, study.points, option, kpi, loss, 3, relevance);
            json += (json.empty() ? "" : ",") + discovery_json(found, subject);
            for (const Text& sentence : discovery_sentences(found, subject)) screen += wrapped(sentence.in(call.language), 110, "    ") + "\n";
            screen += "\n";
            if (const Text note = words_on_discovery(found); std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
        }
    }
    for (const Text& note : notes) screen += wrapped(note.in(call.language)) + "\n";
    if (given.has("json")) fmt::print("{{\"found\":[{}]}}\n", json);
    else fmt::print("{}\n\n{}", title_of(study).in(call.language), screen);
    return Exit::done;
}

} // namespace samspil
