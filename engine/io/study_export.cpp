// SPDX-License-Identifier: MPL-2.0
// A study as tables for spreadsheets: points with mean differences, every value, influences, failures.
#include "engine/io/study_export.hpp"

#include "engine/io/whole_file.hpp"

#include <fmt/format.h>

namespace samspil {
namespace {

class Csv {
public:
    Csv(std::string folder, CsvDialect dialect) : folder_(std::move(folder)), dialect_(dialect) {}

    void cell(std::string_view text) { add(csv_cell(text, dialect_)); }
    void cell(double value) { add(csv_cell(value, dialect_)); }
    void whole(std::size_t value) { add(std::to_string(value)); }
    void row()
    {
        text_ += "\r\n";
        begun_ = false;
    }
    void save(const std::string& name)
    {
        const std::string path = folder_ + "/" + name;
        write_whole_file(path, (dialect_ == CsvDialect::da ? "\xEF\xBB\xBF" : "") + text_);
        paths_.push_back(path);
        text_.clear();
    }
    std::vector<std::string> paths_;

private:
    void add(const std::string& cell)
    {
        if (begun_) text_ += dialect_ == CsvDialect::da ? ';' : ',';
        text_ += cell;
        begun_ = true;
    }
    std::string folder_;
    CsvDialect dialect_;
    std::string text_;
    bool begun_ = false;
};

void factor_value(Csv& csv, const StudyFactor& factor, double value)
{
    if (factor.words.empty()) csv.cell(value);
    else csv.cell(std::string_view(written_value(factor, value)));
}

void points(Csv& csv, const StudyResult& r)
{
    csv.cell("point");
    for (const StudyFactor& factor : r.factors) csv.cell(std::string_view(factor.path));
    for (const Measure& m : r.measures) csv.cell(std::string_view(fmt::format("{}:{}", r.options[m.option].id, kpi_table()[m.kpi].id)));
    csv.row();
    std::vector<std::vector<double>> means;
    for (const Measure& m : r.measures) means.push_back(point_means(r.answers, m.option, m.kpi));
    for (std::size_t p = 0; p < r.points.size(); ++p) {
        csv.whole(p);
        for (std::size_t f = 0; f < r.factors.size(); ++f) factor_value(csv, r.factors[f], r.points[p].values[f]);
        for (const auto& column : means) csv.cell(column[p]);
        csv.row();
    }
    csv.save("points.csv");
}

void values(Csv& csv, const StudyResult& r)
{
    for (const char* name : {"point", "option", "replication", "kpi", "value"}) csv.cell(name);
    csv.row();
    for (std::size_t p = 0; p < r.points.size(); ++p) {
        for (std::size_t o = 0; o < r.options.size(); ++o) {
            for (int n = 0; n < r.answers.replications; ++n) {
                for (std::size_t k = 0; k < kpi_table().size(); ++k) {
                    csv.whole(p);
                    csv.cell(std::string_view(r.options[o].id));
                    csv.whole(static_cast<std::size_t>(n));
                    csv.cell(kpi_table()[k].id);
                    csv.cell(r.answers.at(p, o, n, k));
                    csv.row();
                }
            }
        }
    }
    csv.save("values.csv");
}

void influences(Csv& csv, const StudyResult& r)
{
    for (const char* name : {"option", "kpi", "factor", "influence", "influence_low", "influence_high", "signed", "signed_low", "signed_high", "sigma"}) csv.cell(name);
    csv.row();
    for (const Measure& m : r.measures) {
        for (std::size_t f = 0; f < r.factors.size(); ++f) {
            const FactorInfluence& one = m.factors[f];
            csv.cell(std::string_view(r.options[m.option].id));
            csv.cell(kpi_table()[m.kpi].id);
            csv.cell(std::string_view(r.factors[f].path));
            for (const double v : {one.influence.value, one.influence.low, one.influence.high, one.signed_one.value, one.signed_one.low, one.signed_one.high, one.sigma}) csv.cell(v);
            csv.row();
        }
    }
    csv.save("influence.csv");
}

void failures(Csv& csv, const StudyResult& r)
{
    for (const char* name : {"point", "option", "replication", "cause_da", "cause_en"}) csv.cell(name);
    csv.row();
    for (const EvaluationFailure& one : r.answers.failures) {
        csv.whole(one.point);
        csv.cell(std::string_view(r.options[one.option].id));
        csv.whole(static_cast<std::size_t>(one.replication));
        csv.cell(std::string_view(one.cause.da));
        csv.cell(std::string_view(one.cause.en));
        csv.row();
    }
    csv.save("failures.csv");
}

void tables(Csv& csv, const StudyResult& r)
{
    for (const StudyTable& table : r.tables) {
        for (const StudyColumn& column : table.columns) csv.cell(std::string_view(column.name));
        csv.row();
        for (std::size_t row = 0; !table.columns.empty() && row < table.columns.front().size(); ++row) {
            for (const StudyColumn& column : table.columns) {
                if (column.texts.empty()) csv.cell(column.numbers[row]);
                else csv.cell(std::string_view(column.texts[row]));
            }
            csv.row();
        }
        csv.save("outcome_" + table.name + ".csv");
    }
}

} // namespace

std::vector<std::string> study_csv_names(const StudyResult& result)
{
    std::vector<std::string> names{"points.csv", "values.csv", "influence.csv", "failures.csv"};
    for (const StudyTable& table : result.tables) names.push_back("outcome_" + table.name + ".csv");
    return names;
}

std::vector<std::string> export_study_csv(const StudyResult& result, const std::string& folder, CsvDialect dialect)
{
    make_folder(folder);
    Csv csv(folder, dialect);
    points(csv, result);
    values(csv, result);
    influences(csv, result);
    failures(csv, result);
    tables(csv, result);
    return csv.paths_;
}

} // namespace samspil
