// SPDX-License-Identifier: MPL-2.0
#include "engine/io/study_tables.hpp"

#include "engine/io/result_columns.hpp"

#include <sstream>

namespace samspil {

namespace {

using hdf5::Type;

std::vector<std::string> words_of(const std::optional<std::string>& text)
{
    std::vector<std::string> words;
    std::istringstream stream(text.value_or(""));
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

Text label_of(const hdf5::Reader& file, const std::string& path)
{
    return {file.text_attribute(path, "long_name_da").value_or(""), file.text_attribute(path, "long_name").value_or("")};
}

} // namespace

void write_study_tables(hdf5::Writer& file, const std::vector<StudyTable>& tables)
{
    if (tables.empty()) return;
    file.make_group("outcome");
    std::string names;
    for (const StudyTable& table : tables) {
        const std::string group = "outcome/" + table.name;
        file.make_group(group);
        names += table.name + " ";
        std::string columns;
        for (const StudyColumn& column : table.columns) {
            const std::string path = group + "/" + column.name;
            columns += column.name + " ";
            if (!column.texts.empty()) file.write_texts(path, column.texts);
            else {
                file.make_dataset(path, {Type::float64, {column.numbers.size()}});
                file.write(path, std::span<const double>(column.numbers));
            }
            layout::describe(file, path, layout::same(column.unit, {column.label.da, column.label.en}));
        }
        file.set_attribute(group, "columns", columns); // in their order; a file lists them by name
        file.set_attribute(group, "long_name", table.label.en);
        file.set_attribute(group, "long_name_da", table.label.da);
        file.set_attribute(group, "shown", static_cast<std::int64_t>(table.shown));
    }
    file.set_attribute("outcome", "tables", names);
}

std::vector<StudyTable> read_study_tables(const hdf5::Reader& file)
{
    std::vector<StudyTable> tables;
    if (!file.has("outcome")) return tables;
    for (const std::string& name : words_of(file.text_attribute("outcome", "tables"))) {
        const std::string group = "outcome/" + name;
        StudyTable& table = tables.emplace_back();
        table.name = name;
        table.label = label_of(file, group);
        table.shown = file.integer_attribute(group, "shown").value_or(1) != 0;
        for (const std::string& column_name : words_of(file.text_attribute(group, "columns"))) {
            const std::string path = group + "/" + column_name;
            StudyColumn& column = table.columns.emplace_back();
            column.name = column_name;
            column.unit = file.text_attribute(path, "unit").value_or("");
            column.label = label_of(file, path);
            if (file.shape(path).type == Type::text) column.texts = file.read_texts(path);
            else column.numbers = file.read<double>(path);
        }
    }
    return tables;
}

} // namespace samspil
