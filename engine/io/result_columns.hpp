// SPDX-License-Identifier: MPL-2.0
// How the layout of a result writes and describes a column; shared by the sources that write it.
#pragma once

#include "engine/base/text.hpp"
#include "engine/io/hdf5.hpp"
#include "engine/io/result_file.hpp"

#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::layout {

using hdf5::Writer;

/// What every dataset says of itself.
struct Description {
    std::string_view unit;
    Label name;
    Label description;
};

inline void describe(Writer& file, const std::string& path, const Description& about)
{
    file.set_attribute(path, "unit", about.unit);
    file.set_attribute(path, "long_name", about.name.en);
    file.set_attribute(path, "long_name_da", about.name.da);
    file.set_attribute(path, "description", about.description.en);
    file.set_attribute(path, "description_da", about.description.da);
}

template <class T>
void column(Writer& file, const std::string& path, const std::vector<T>& values, const std::string& scale,
            const Description& about)
{
    file.make_dataset(path, {hdf5::type_of<T>, {values.size()}});
    file.write(path, std::span<const T>(values));
    describe(file, path, about);
    if (scale == path) file.make_scale(path, path.substr(path.rfind('/') + 1));
    else file.attach_scale(path, 0, scale);
}

inline void column(Writer& file, const std::string& path, const std::vector<std::string>& values, const std::string& scale,
            const Description& about)
{
    file.write_texts(path, values);
    describe(file, path, about);
    if (scale == path) file.make_scale(path, path.substr(path.rfind('/') + 1));
    else file.attach_scale(path, 0, scale);
}

/// One member (or any reading) of every row.
template <class Rows, class Reading>
auto each(const Rows& rows, Reading reading)
{
    std::vector<std::decay_t<decltype(reading(rows[0]))>> values;
    values.reserve(rows.size());
    for (const auto& row : rows) values.push_back(reading(row));
    return values;
}

/// 0, 1, ..., n - 1: a scale of rows that have no other name.
inline std::vector<std::int32_t> numbered(std::size_t n)
{
    std::vector<std::int32_t> numbers(n);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

constexpr Description same(std::string_view unit, Label name) { return {unit, name, name}; }

/// Attributes of the root.
void write_root(Writer& file, const ResultHead& head, std::string_view format, int first, int replications);
/// Scales, tables, assumptions and provenance: all that does not come from a replication.
void write_tables(Writer& file, const ResultHead& head);

// What maps and time lines need (result_map.cpp).
void write_outlines(Writer& file, std::span<const Outline> outlines);
void write_units(Writer& file, const std::vector<UnitRow>& rows);
void write_organisations(Writer& file, const std::vector<OrganisationRow>& rows);
void write_interventions(Writer& file, const std::vector<InterventionRow>& rows);

// Drawn assumptions (result_futures.cpp).
void make_future_slots(Writer& file, const FuturePlan& plan, int replications);
void describe_futures(Writer& file, const FuturePlan& plan);
void write_future(Writer& file, std::uint64_t slot, const ResultHead& head, int replication);
void copy_future(const ResultFile& from, std::uint64_t slot, Writer& file, std::uint64_t to, const FuturePlan& plan);

} // namespace samspil::layout
