// SPDX-License-Identifier: MPL-2.0
// How the columns of a result become rows again; shared by the sources that read it.
#pragma once

#include "engine/io/hdf5.hpp"
#include "engine/io/say.hpp"

#include <string>
#include <utility>
#include <vector>

namespace samspil::layout {

using hdf5::Reader;

/// A column of a table, as long as the table. Throws IoError::damaged when it is not.
inline std::vector<std::string> texts(const Reader& file, const std::string& path, std::size_t rows)
{
    auto values = file.read_texts(path);
    if (values.size() != rows) file.damaged(say("{}: forkert længde", "{}: wrong length", path));
    return values;
}

template <class T>
std::vector<T> numbers(const Reader& file, const std::string& path, std::size_t rows)
{
    auto values = file.read<T>(path);
    if (values.size() != rows) file.damaged(say("{}: forkert længde", "{}: wrong length", path));
    return values;
}

/// Fills one member of every row from a column.
template <class Row, class Values, class Setting>
void fill(std::vector<Row>& rows, Values values, Setting setting)
{
    for (std::size_t i = 0; i < rows.size(); ++i) setting(rows[i], std::move(values[i]));
}

} // namespace samspil::layout
