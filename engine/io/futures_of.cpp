// SPDX-License-Identifier: MPL-2.0
#include "engine/io/futures_of.hpp"

#include "engine/io/csv.hpp"
#include "engine/io/nearest.hpp"
#include "engine/io/solved_table.hpp"

#include <algorithm>

namespace samspil {
namespace {

constexpr std::string_view group = "assumptions.";

std::string key_of(const std::string& path) { return path.starts_with(group) ? path.substr(group.size()) : path; }

Text suggestion(const std::string& key)
{
    std::vector<std::string_view> keys;
    for (const Field& field : parameter_fields()) keys.push_back(field.key);
    return did_you_mean(nearest(key, keys));
}

class Columns {
public:
    Columns(const CsvText& csv, const std::string& file, Diagnostics& out) : csv_(csv), file_(file), out_(out)
    {
        for (std::size_t c = 0; c < csv.header.size(); ++c) {
            const std::string key = key_of(csv.header[c].text);
            const Field* field = find_field(parameter_fields(), key);
            if (key == "weight") weight_ = c;
            else if (field == nullptr) error(csv.header[c], key, say("ingen antagelse hedder '{}'", "no assumption is named '{}'", key), suggestion(key));
            else if (std::find(table.columns.begin(), table.columns.end(), field) != table.columns.end())
                error(csv.header[c], key, say("'{}' står to gange", "'{}' stands twice", key));
            else {
                table.columns.push_back(field);
                at_.push_back(c);
            }
        }
    }

    void read_row(const std::vector<Cell>& row)
    {
        std::vector<double> values;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const Field& field = *table.columns[i];
            values.push_back(number(row[at_[i]], std::string(field.key), field.minimum, field.maximum));
        }
        table.rows.push_back(std::move(values));
        table.weights.push_back(weight_ ? number(row[*weight_], "weight", 0, 1e300) : 1.0);
    }

    PosteriorTable table;

private:
    double number(const Cell& cell, const std::string& key, double low, double high)
    {
        const NumberCell read = read_number(cell.text, csv_.dialect);
        if (!read.value) error(cell, key, read.message, read.hint);
        else if (!(*read.value >= low && *read.value <= high))
            error(cell, key, say("{} ligger uden for {} til {}", "{} lies outside {} to {}", *read.value, low, high));
        return read.value.value_or(low);
    }
    void error(const Cell& cell, const std::string& key, Text message, Text hint = {})
    {
        out_.add(error_at({file_, cell.line, cell.column}, key, std::move(message), std::move(hint)));
    }
    const CsvText& csv_;
    const std::string& file_;
    Diagnostics& out_;
    std::vector<std::size_t> at_; ///< by column of the table: column of the file
    std::optional<std::size_t> weight_;
};

} // namespace

FuturePlan futures_of(const LoadedScenario& loaded, std::shared_ptr<const PosteriorTable> posterior)
{
    std::set<std::string> set, solved, own;
    std::map<std::string, Evidence> tags;
    for (const auto& [path, origin] : loaded.origins) {
        if (path.starts_with(group) && !loaded.evidence.contains(path)) set.insert(key_of(path));
    }
    for (const auto& [path, provenance] : loaded.evidence) {
        if (!path.starts_with(group)) continue;
        tags[key_of(path)] = provenance.tag;
        if (is_solved(loaded, path)) solved.insert(key_of(path));
        const Field* field = find_field(parameter_fields(), key_of(path));
        if (field != nullptr && is_beyond_prior(*field, field->access.read(&loaded.scenario.assumptions))) own.insert(key_of(path));
    }
    return plan_futures(set, solved, own, tags, std::move(posterior));
}

std::shared_ptr<const PosteriorTable> parse_posterior(std::string text, const std::string& file, Diagnostics& out)
{
    Diagnostics found;
    const auto csv = parse_csv(std::move(text), file, found);
    std::shared_ptr<PosteriorTable> table;
    if (csv) {
        Columns columns(*csv, file, found);
        if (!found.has_errors()) {
            for (const auto& row : csv->rows) columns.read_row(row);
        }
        const auto& weights = columns.table.weights;
        if (!found.has_errors() && std::none_of(weights.begin(), weights.end(), [](double w) { return w > 0; }))
            found.add(error_at({file, 1, 1}, "", {"tabellen har ingen træk", "the table has no draws"}));
        table = std::make_shared<PosteriorTable>(std::move(columns.table));
    }
    const bool good = table && !found.has_errors();
    out.append(found);
    if (!good) return nullptr;
    return table;
}

} // namespace samspil
