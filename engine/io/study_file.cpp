// SPDX-License-Identifier: MPL-2.0
// Writer and reader of study.h5 side by side.
#include "engine/io/study_file.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/figures.hpp"
#include "engine/io/result_columns.hpp"
#include "engine/io/say.hpp"
#include "engine/io/study_analysis_file.hpp"
#include "engine/io/values.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace samspil {
namespace {

using namespace layout;
using hdf5::Reader;
using hdf5::Type;

void write_head(Writer& file, const StudyResult& r)
{
    const auto text = [&](const char* name, std::string_view value) { file.set_attribute("/", name, value); };
    const auto number = [&](const char* name, std::int64_t value) { file.set_attribute("/", name, value); };
    text("format", study_format);
    number("format_version", study_format_version);
    text("program_version", r.program_version);
    text("commit", r.commit);
    text("build", r.build);
    text("run_id", r.run_id);
    text("created", r.created);
    text("study", id_of(r.kind));
    text("design", id_of(r.design));
    text("title_da", r.title.da);
    text("title_en", r.title.en);
    number("seed", r.seed);
    number("replications", r.answers.replications);
    number("complete_replications", r.answers.complete);
    number("weeks", r.weeks);
    number("burn_in_weeks", r.burn_in_weeks);
    file.make_group("provenance");
    file.write_text("provenance/command", r.command);
    file.write_text("provenance/plan_path", r.plan_path);
    file.write_text("provenance/plan", r.plan_text);
    const auto each_option = [&](const char* name, auto reading) { file.write_texts(std::string("provenance/") + name, each(r.options, reading)); };
    each_option("scenario_path", [](const StudyOption& o) { return o.scenario_path; });
    each_option("resolved", [](const StudyOption& o) { return o.resolved_text; });
    each_option("inputs", [](const StudyOption& o) {
        std::string lines;
        for (const InputRecord& input : o.inputs) lines += input.path + " " + input.digest + "\n";
        return lines;
    });
}

void write_options(Writer& file, const StudyResult& r)
{
    file.make_group("option");
    const auto add = [&](const char* name, auto reading, Label label) {
        column(file, std::string("option/") + name, each(r.options, reading), "option/id", same("", label));
    };
    add("id", [](const StudyOption& o) { return o.id; }, {"valg; det første er basis", "option; the first is the base"});
    add("title_da", [](const StudyOption& o) { return o.title.da; }, {"titel på dansk", "title in Danish"});
    add("title_en", [](const StudyOption& o) { return o.title.en; }, {"titel på engelsk", "title in English"});
}

std::string words_of(const StudyFactor& factor)
{
    if (!factor.words.empty()) return fmt::format("{}", fmt::join(factor.words, " "));
    return fmt::format("{}", fmt::join(factor.values, " "));
}

void write_factors(Writer& file, const StudyResult& r)
{
    using F = StudyFactor;
    file.make_group("factor");
    const auto add = [&](const char* name, auto reading, Label label) {
        column(file, std::string("factor/") + name, each(r.factors, reading), "factor/path", same("", label));
    };
    add("path", [](const F& f) { return f.path; }, {"sti", "path"});
    add("label_da", [](const F& f) { return std::string(f.label.da); }, {"navn på dansk", "name in Danish"});
    add("label_en", [](const F& f) { return std::string(f.label.en); }, {"navn på engelsk", "name in English"});
    add("unit", [](const F& f) { return f.unit; }, {"enhed", "unit"});
    add("tag", [](const F& f) { return std::string(id_of(f.tag)); }, {"belæg", "evidence"});
    add("low", [](const F& f) { return f.low; }, {"fra", "from"});
    add("high", [](const F& f) { return f.high; }, {"til", "to"});
    add("integer", [](const F& f) { return std::int32_t{f.integer}; }, {"hele tal", "whole numbers"});
    add("kind", [](const F& f) { return std::string(!f.words.empty() ? "words" : f.values.empty() ? "range" : "values"); }, {"slags", "kind"});
    add("levels", words_of, {"de eneste værdier, ellers tomt", "the only values, else empty"});
    add("acts_on", [](const F& f) {
        std::string flags;
        for (const char acts : f.acts_on) flags += acts ? '1' : '0';
        return flags;
    }, {"et tegn for hvert valg: 1 hvor værdien sættes", "one sign an option: 1 where the value is set"});
}

void write_answers(Writer& file, const StudyResult& r)
{
    const Evaluation& a = r.answers;
    const auto n = [](std::size_t size) { return static_cast<std::uint64_t>(size); };
    std::vector<double> values;
    for (const StudyPoint& point : r.points) values.insert(values.end(), point.values.begin(), point.values.end());
    column(file, "point", numbered(r.points.size()), "point", same("", {"punkt", "point"}));
    column(file, "replication", numbered(static_cast<std::size_t>(a.replications)), "replication", same("", {"gentagelse", "replication"}));
    file.make_group("kpi");
    column(file, "kpi/id", each(kpi_table(), [](const Kpi& k) { return std::string(k.id); }), "kpi/id", same("", {"måltal", "indicator"}));
    column(file, "kpi/unit", each(kpi_table(), [](const Kpi& k) { return std::string(k.unit); }), "kpi/id", same("", {"enhed", "unit"}));
    file.make_dataset("factor_value", {Type::float64, {n(r.points.size()), n(r.factors.size())}});
    file.write("factor_value", std::span<const double>(values));
    describe(file, "factor_value", {"factor/unit", {"faktorens værdi; ord: nummer i factor/levels fra 0", "value of the factor; words: index in factor/levels from 0"}, {"", ""}});
    file.attach_scale("factor_value", 0, "point");
    file.attach_scale("factor_value", 1, "factor/path");
    file.make_dataset("kpi_value", {Type::float64, {n(a.points), n(a.options), n(static_cast<std::size_t>(a.replications)), n(kpi_table().size())}, true, true});
    const std::size_t row = a.values.size() / std::max<std::size_t>(a.points, 1);
    for (std::size_t p = 0; p < a.points; ++p) file.write_slot("kpi_value", p, std::span(a.values).subspan(p * row, row));
    describe(file, "kpi_value", {"kpi/unit", {"måltal; NaN: ikke bestemt eller fejlet", "indicators; NaN: undefined or failed"}, {"", ""}});
    const char* scales[] = {"point", "option/id", "replication", "kpi/id"};
    for (unsigned d = 0; d < 4; ++d) file.attach_scale("kpi_value", d, scales[d]);
}

void write_failures(Writer& file, const StudyResult& r)
{
    using E = EvaluationFailure;
    const auto& failures = r.answers.failures;
    file.make_group("failure");
    const auto add = [&](const char* name, auto reading, Label label) {
        column(file, std::string("failure/") + name, each(failures, reading), "failure/number", same("", label));
    };
    column(file, "failure/number", numbered(failures.size()), "failure/number", same("", {"fejl", "failure"}));
    add("point", [](const E& e) { return static_cast<std::int32_t>(e.point); }, {"punkt", "point"});
    add("option", [](const E& e) { return static_cast<std::int32_t>(e.option); }, {"valg, fra 0", "option, from 0"});
    add("replication", [](const E& e) { return std::int32_t{e.replication}; }, {"gentagelse", "replication"});
    add("cause_da", [](const E& e) { return e.cause.da; }, {"årsag på dansk", "cause in Danish"});
    add("cause_en", [](const E& e) { return e.cause.en; }, {"årsag på engelsk", "cause in English"});
}

std::string attribute(const Reader& file, const char* name)
{
    const auto value = file.text_attribute("/", name);
    if (!value) file.damaged(say("@{} mangler", "@{} is missing", name));
    return *value;
}

std::int64_t whole_attribute(const Reader& file, const char* name)
{
    const auto value = file.integer_attribute("/", name);
    if (!value) file.damaged(say("@{} mangler", "@{} is missing", name));
    return *value;
}

template <class Kind>
Kind kind_named(const Reader& file, const std::string& id, int last)
{
    for (int k = 0; k <= last; ++k) {
        if (id_of(static_cast<Kind>(k)) == id) return static_cast<Kind>(k);
    }
    file.damaged(say("'{}' er ukendt", "'{}' is unknown", shown(id)));
}

void read_factors(const Reader& file, StudyResult& r)
{
    const auto texts = [&](const char* name) { return file.read_texts(std::string("factor/") + name); };
    const auto path = texts("path"), da = texts("label_da"), en = texts("label_en"), unit = texts("unit"), tag = texts("tag"), kind = texts("kind"),
               words = texts("levels"), acts = texts("acts_on");
    const auto low = file.read<double>("factor/low"), high = file.read<double>("factor/high");
    const auto integer = file.read<std::int32_t>("factor/integer");
    for (std::size_t f = 0; f < path.size(); ++f) {
        StudyFactor factor;
        factor.path = path[f];
        factor.unit = unit.at(f);
        factor.low = low.at(f);
        factor.high = high.at(f);
        factor.integer = integer.at(f) != 0;
        factor.tag = kind_named<Evidence>(file, tag.at(f), static_cast<int>(Evidence::assumed));
        std::istringstream stream(words.at(f));
        for (std::string word; stream >> word;) {
            if (kind.at(f) == "words") factor.words.push_back(word);
            else factor.values.push_back(parse_number(word).value_or(0));
        }
        for (const char c : acts.at(f)) factor.acts_on.push_back(c == '1');
        r.factor_names.push_back(da.at(f));
        r.factor_names.push_back(en.at(f));
        r.factors.push_back(std::move(factor));
    }
}

void read_answers(const Reader& file, StudyResult& r)
{
    Evaluation& a = r.answers;
    const auto extent = file.shape("kpi_value").extent;
    r.kpis = file.read_texts("kpi/id");
    bool same_kpis = extent.size() == 4 && r.kpis.size() == kpi_table().size() && extent[3] == r.kpis.size();
    for (std::size_t k = 0; same_kpis && k < r.kpis.size(); ++k) same_kpis = r.kpis[k] == kpi_table()[k].id;
    if (!same_kpis) file.damaged({"har andre måltal end dette program", "has other indicators than this program"});
    a.points = extent[0];
    a.options = extent[1];
    a.replications = static_cast<int>(extent[2]);
    a.complete = static_cast<int>(whole_attribute(file, "complete_replications"));
    a.values = file.read<double>("kpi_value");
    const auto values = file.read<double>("factor_value");
    if (values.size() != a.points * r.factors.size() || a.options != r.options.size()) file.damaged({"factor_value: forkert form", "factor_value: wrong shape"});
    for (std::size_t p = 0; p < a.points; ++p) {
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(p * r.factors.size());
        r.points.push_back({std::vector<double>(begin, begin + static_cast<std::ptrdiff_t>(r.factors.size()))});
    }
    const auto point = file.read<std::int32_t>("failure/point"), option = file.read<std::int32_t>("failure/option"),
               replication = file.read<std::int32_t>("failure/replication");
    const auto da = file.read_texts("failure/cause_da"), en = file.read_texts("failure/cause_en");
    for (std::size_t i = 0; i < point.size(); ++i)
        a.failures.push_back({static_cast<std::size_t>(point[i]), static_cast<std::size_t>(option.at(i)), replication.at(i), {da.at(i), en.at(i)}});
}

} // namespace

void write_study(const std::string& path, const StudyResult& result)
{
    SAMSPIL_EXPECT(result.points.size() == result.answers.points && result.options.size() == result.answers.options, "answers to every point");
    Writer file;
    write_head(file, result);
    write_options(file, result);
    write_factors(file, result);
    write_answers(file, result);
    write_failures(file, result);
    write_analysis(file, result);
    write_study_tables(file, result.tables);
    file.save(path);
}

bool is_study_file(const std::string& path) { return Reader(path).text_attribute("/", "format") == study_format; }

StudyResult read_study(const std::string& path)
{
    const Reader file(path);
    if (attribute(file, "format") != study_format) file.damaged({"er ikke en undersøgelse", "is not a study"});
    if (whole_attribute(file, "format_version") != study_format_version) file.damaged({"ukendt format", "unknown format"});
    StudyResult r;
    r.kind = kind_named<StudyKind>(file, attribute(file, "study"), static_cast<int>(StudyKind::optimise));
    r.design = kind_named<DesignKind>(file, attribute(file, "design"), static_cast<int>(DesignKind::sobol));
    r.title = {attribute(file, "title_da"), attribute(file, "title_en")};
    r.program_version = attribute(file, "program_version");
    r.commit = attribute(file, "commit");
    r.build = attribute(file, "build");
    r.run_id = attribute(file, "run_id");
    r.created = attribute(file, "created");
    r.seed = static_cast<std::uint32_t>(whole_attribute(file, "seed"));
    r.weeks = static_cast<int>(whole_attribute(file, "weeks"));
    r.burn_in_weeks = static_cast<int>(whole_attribute(file, "burn_in_weeks"));
    r.command = file.read_texts("provenance/command").at(0);
    r.plan_path = file.read_texts("provenance/plan_path").at(0);
    r.plan_text = file.read_texts("provenance/plan").at(0);
    const auto ids = file.read_texts("option/id"), da = file.read_texts("option/title_da"), en = file.read_texts("option/title_en"),
               paths = file.read_texts("provenance/scenario_path"), resolved = file.read_texts("provenance/resolved");
    for (std::size_t o = 0; o < ids.size(); ++o) r.options.push_back({ids[o], {da.at(o), en.at(o)}, paths.at(o), resolved.at(o), {}});
    read_factors(file, r);
    read_answers(file, r);
    read_analysis(file, r);
    r.tables = read_study_tables(file);
    return r;
}

std::optional<Difference> first_difference_of_studies(const std::string& a, const std::string& b) { return first_difference(Reader(a), Reader(b)); }

Text name_of(const StudyResult& result, std::size_t factor)
{
    const StudyFactor& f = result.factors.at(factor);
    Text name = 2 * factor + 1 < result.factor_names.size() ? Text{result.factor_names[2 * factor], result.factor_names[2 * factor + 1]} : text_of(f.label);
    if (name.da.empty()) return {f.path, f.path};
    return name;
}

} // namespace samspil
