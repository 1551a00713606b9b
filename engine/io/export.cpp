// SPDX-License-Identifier: MPL-2.0
#include "engine/io/export.hpp"

#include "engine/experiment/group_comparison.hpp"
#include "engine/io/say.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace samspil {
namespace {

/// Rows of one file.
class Csv {
public:
    Csv(std::string& out, CsvDialect dialect) : out_(out), dialect_(dialect) {}
    template <class... Cells>
    void row(const Cells&... cells)
    {
        bool first = true;
        ((out_ += first ? "" : separator(), first = false, add(cells)), ...);
        end();
    }
    void raw(std::string_view written) { out_ += written; }
    const char* separator() const { return dialect_ == CsvDialect::da ? ";" : ","; }
    void end() { out_ += "\r\n"; }

private:
    void add(const std::string& text) { out_ += csv_cell(text, dialect_); }
    void add(const char* text) { out_ += csv_cell(std::string_view(text), dialect_); }
    void add(double value) { out_ += csv_cell(value, dialect_); }
    void add(std::int64_t value) { fmt::format_to(std::back_inserter(out_), "{}", value); }
    void add(std::uint64_t value) { fmt::format_to(std::back_inserter(out_), "{}", value); }
    void add(int value) { fmt::format_to(std::back_inserter(out_), "{}", value); }
    void add(bool value) { out_ += value ? "1" : "0"; }
    std::string& out_;
    CsvDialect dialect_;
};

std::string beginning(CsvDialect dialect) { return dialect == CsvDialect::da ? "\xEF\xBB\xBF" : ""; }

/// What the entries of an axis are called in a table.
std::vector<std::string> axis_labels(const ResultFile& result, const std::string& axis)
{
    const hdf5::Reader& file = result.file();
    for (const std::string& scale : {axis + "_id", axis}) {
        if (!file.has(scale)) continue;
        if (file.shape(scale).type == hdf5::Type::text) return file.read_texts(scale);
        std::vector<std::string> labels;
        for (const std::int32_t key : file.read<std::int32_t>(scale)) labels.push_back(fmt::format("{}", key));
        return labels;
    }
    return {};
}

/// "lc-21,klub" for every entry of one week, the last axis fastest.
std::vector<std::string> entry_keys(const ResultFile& result, const SeriesInfo& info, CsvDialect dialect)
{
    const std::string separator = dialect == CsvDialect::da ? ";" : ",";
    std::vector<std::string> keys{""};
    const auto extent = result.series_extent(info.group, info.id);
    for (std::size_t a = 0; a < info.axes.size(); ++a) {
        const auto labels = axis_labels(result, std::string(id_of(info.axes[a])));
        if (extent.size() != info.axes.size() + 1 || labels.size() != extent[a + 1])
            result.file().damaged(say("{}/{}: forkert form", "{}/{}: wrong shape", info.group, info.id));
        std::vector<std::string> longer;
        for (const std::string& key : keys) {
            for (const std::string& label : labels) longer.push_back(key + separator + csv_cell(label, dialect));
        }
        keys = std::move(longer);
    }
    return keys;
}

std::string series_csv(const ResultFile& result, const SeriesInfo& info, const std::string& folder, CsvDialect dialect)
{
    const std::string path = fmt::format("{}/{}_{}.csv", folder, info.group, info.id);
    const auto keys = entry_keys(result, info, dialect);
    const auto dates = result.file().read_texts("date");
    int replication = -1;
    write_whole_file(path, [&](std::string& out) {
        Csv csv(out, dialect);
        if (replication < 0) {
            csv.raw(beginning(dialect));
            csv.raw(fmt::format("replication{0}week{0}date", csv.separator()));
            for (const Axis axis : info.axes) csv.raw(fmt::format("{}{}", csv.separator(), id_of(axis)));
            csv.raw(fmt::format("{}value{}unit", csv.separator(), csv.separator()));
            csv.end();
            ++replication;
            return true;
        }
        if (replication == result.metadata().replications) return false;
        const auto values = result.series(info.group, info.id, replication);
        const std::string unit = csv_cell(info.unit, dialect);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::size_t week = i / keys.size();
            csv.raw(fmt::format("{1}{0}{2}{0}{3}{4}{0}{5}{0}{6}", csv.separator(), replication, week, dates.at(week), keys[i % keys.size()], values[i], unit));
            csv.end();
        }
        ++replication;
        return true;
    });
    return path;
}

/// A file small enough to be made in memory.
template <class Filling>
std::string small_csv(const std::string& path, CsvDialect dialect, Filling fill)
{
    std::string out = beginning(dialect);
    Csv csv(out, dialect);
    fill(csv);
    write_whole_file(path, std::string_view(out));
    return path;
}

std::string kpi_csv(const ResultFile& result, const std::string& folder, CsvDialect dialect)
{
    return small_csv(folder + "/kpi.csv", dialect, [&](Csv& csv) {
        csv.row("replication", "kpi", "value", "unit", "label_da", "label_en");
        for (const Kpi& kpi : kpi_table()) {
            if (!result.has_kpi(kpi.id)) continue;
            int replication = result.metadata().first_replication;
            for (const double value : result.kpi(kpi.id))
                csv.row(replication++, std::string(kpi.id), value, std::string(kpi.unit), std::string(kpi.label.da), std::string(kpi.label.en));
        }
    });
}

/// One row a KPI and member; those that are defined in no replication are left out.
std::string groups_csv(const ResultFile& result, const std::string& folder, CsvDialect dialect)
{
    return small_csv(folder + "/groups.csv", dialect, [&](Csv& csv) {
        csv.row("kpi", "dimension", "member", "mean", "low", "high", "n", "unit", "member_label_da", "member_label_en");
        for (std::size_t d = 0; d < dimension_count; ++d) {
            const GroupTable table = result.groups(static_cast<Dimension>(d));
            const std::string dimension(dimension_table()[d].id);
            for (const std::string& kpi : table.kpis) {
                const GroupKpi* known = find_group_kpi(kpi);
                const std::string unit(known == nullptr ? "" : known->about.unit);
                for (std::size_t m = 0; m < table.members.size(); ++m) {
                    const GroupSummary sum = summarise(table.by_replication(kpi, m));
                    if (sum.n == 0) continue;
                    csv.row(kpi, dimension, table.members[m].id, sum.mean, sum.interval ? sum.interval->low : no_prior,
                            sum.interval ? sum.interval->high : no_prior, sum.n, unit, table.members[m].label.da, table.members[m].label.en);
                }
            }
        }
    });
}

void table_csvs(const ResultFile& result, const std::string& folder, CsvDialect dialect, std::vector<std::string>& paths)
{
    paths.push_back(small_csv(folder + "/centres.csv", dialect, [&](Csv& csv) {
        csv.row("key", "id", "name", "kind", "area", "x_m", "y_m", "known");
        for (const CentreRow& c : result.centres()) csv.row(c.key, c.id, c.name, c.kind, c.area, c.x_m, c.y_m, c.known);
    }));
    paths.push_back(small_csv(folder + "/neighbourhoods.csv", dialect, [&](Csv& csv) {
        csv.row("key", "id", "name", "x_m", "y_m", "inside_ring_road");
        for (const NeighbourhoodRow& n : result.neighbourhoods()) csv.row(n.key, n.id, n.name, n.x_m, n.y_m, n.inside_ring_road);
    }));
    paths.push_back(small_csv(folder + "/assumptions.csv", dialect, [&](Csv& csv) {
        csv.row("group", "key", "value", "choice", "unit", "tag", "prior_low", "prior_high", "label_da", "label_en", "source");
        for (const AssumptionRow& a : result.assumptions())
            csv.row(a.group, a.key, a.value, a.choice, a.unit, a.tag, a.prior_low, a.prior_high, a.label.da, a.label.en, a.source);
    }));
    paths.push_back(small_csv(folder + "/life_courses.csv", dialect, [&](Csv& csv) {
        csv.row("synthetic_citizen", "week", "event", "offer", "centre_key", "a", "b");
        for (const LifeEvent& e : result.life_courses())
            csv.row(e.person, e.week, std::string(id_of(e.kind)), std::string(id_of(static_cast<Offer>(e.offer))), e.centre, e.a, e.b);
    }));
}

std::string json_text(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20) out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else out += c;
    }
    return out + "\"";
}

std::string json_number(double value) { return std::isfinite(value) ? fmt::format("{}", value) : "null"; }

std::string json_head(const ResultFile& result)
{
    const ResultMetadata& about = result.metadata();
    std::string out = fmt::format(
        "{{\"format\": \"samspil-export\", \"scenario\": {}, \"title_da\": {}, \"title_en\": {}, \"seed\": {}, \"replications\": {},\n"
        " \"weeks\": {}, \"burn_in_weeks\": {}, \"start\": {}, \"program_version\": {}, \"commit\": {}, \"created\": {},\n \"centres\": [",
        json_text(about.scenario_id), json_text(about.title.da), json_text(about.title.en), about.seed, about.replications, about.weeks,
        about.burn_in_weeks, json_text(about.start), json_text(about.origin.program_version), json_text(about.origin.commit),
        json_text(about.origin.created));
    const char* comma = "";
    for (const CentreRow& c : result.centres()) {
        out += fmt::format("{}\n  {{\"key\": {}, \"id\": {}, \"name\": {}, \"kind\": {}, \"area\": {}, \"known\": {}}}", comma, c.key, json_text(c.id),
                           json_text(c.name), json_text(c.kind), json_text(c.area), c.known);
        comma = ",";
    }
    out += "],\n \"assumptions\": [";
    comma = "";
    for (const AssumptionRow& a : result.assumptions()) {
        out += fmt::format("{}\n  {{\"group\": {}, \"key\": {}, \"value\": {}, \"choice\": {}, \"unit\": {}, \"tag\": {}}}", comma, json_text(a.group),
                           json_text(a.key), json_number(a.value), json_text(a.choice), json_text(a.unit), json_text(a.tag));
        comma = ",";
    }
    out += "],\n \"kpis\": [";
    comma = "";
    for (const Kpi& kpi : kpi_table()) {
        if (!result.has_kpi(kpi.id)) continue;
        std::string values;
        for (const double value : result.kpi(kpi.id)) values += (values.empty() ? "" : ", ") + json_number(value);
        out += fmt::format("{}\n  {{\"kpi\": {}, \"unit\": {}, \"values\": [{}]}}", comma, json_text(kpi.id), json_text(kpi.unit), values);
        comma = ",";
    }
    return out + "],\n \"series\": [";
}

std::string json_series_head(const ResultFile& result, const SeriesInfo& info)
{
    std::string axes = "\"replication\", \"week\"", extent = fmt::format("{}", result.metadata().replications);
    for (const Axis axis : info.axes) axes += ", " + json_text(id_of(axis));
    for (const std::size_t e : result.series_extent(info.group, info.id)) extent += fmt::format(", {}", e);
    return fmt::format("\n  {{\"group\": {}, \"id\": {}, \"unit\": {}, \"axes\": [{}], \"extent\": [{}], \"values\": [", json_text(info.group),
                       json_text(info.id), json_text(info.unit), axes, extent);
}

} // namespace

std::string csv_cell(std::string_view text, CsvDialect dialect)
{
    std::string cell(text);
    // A spreadsheet would run these as formulas.
    if (!cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos) cell.insert(0, "'");
    const char separator = dialect == CsvDialect::da ? ';' : ',';
    const bool plain = std::none_of(cell.begin(), cell.end(), [&](char c) { return c == separator || c == '"' || c == '\n' || c == '\r'; });
    if (plain) return cell;
    std::string quoted = "\"";
    for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string csv_cell(double value, CsvDialect dialect)
{
    if (!std::isfinite(value)) return "";
    std::string text = fmt::format("{}", value);
    if (dialect == CsvDialect::da) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::vector<std::string> csv_names(const ResultFile& result)
{
    std::vector<std::string> names{"kpi.csv"};
    for (const SeriesInfo& info : series_table()) {
        if (result.has_series(info.group, info.id)) names.push_back(fmt::format("{}_{}.csv", info.group, info.id));
    }
    names.insert(names.end(), {"groups.csv", "centres.csv", "neighbourhoods.csv", "assumptions.csv", "life_courses.csv"});
    return names;
}

std::vector<std::string> export_csv(const ResultFile& result, const std::string& folder, CsvDialect dialect)
{
    make_folder(folder);
    std::vector<std::string> paths{kpi_csv(result, folder, dialect)};
    for (const SeriesInfo& info : series_table()) {
        if (result.has_series(info.group, info.id)) paths.push_back(series_csv(result, info, folder, dialect));
    }
    paths.push_back(groups_csv(result, folder, dialect));
    table_csvs(result, folder, dialect, paths);
    return paths;
}

std::vector<std::string> export_json(const ResultFile& result, const std::string& folder)
{
    make_folder(folder);
    const std::string path = folder + "/result.json";
    const auto series = series_table();
    std::size_t at = 0;
    int replication = -1;
    bool begun = false, ended = false;
    write_whole_file(path, [&](std::string& out) {
        if (ended) return false;
        if (!begun) {
            begun = true;
            out += json_head(result);
            return true;
        }
        if (at == series.size()) {
            ended = true;
            out += "]}\n";
            return true;
        }
        const SeriesInfo& info = series[at];
        if (replication < 0) out += (at > 0 ? "," : "") + json_series_head(result, info);
        else for (const std::int32_t value : result.series(info.group, info.id, replication)) out += fmt::format("{},", value);
        if (++replication < result.metadata().replications) return true;
        if (out.ends_with(',')) out.pop_back();
        out += "]}";
        ++at;
        replication = -1;
        return true;
    });
    return {path};
}

} // namespace samspil
