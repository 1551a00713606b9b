// SPDX-License-Identifier: MPL-2.0
#include "engine/io/same_bytes.hpp"

#include "engine/io/say.hpp"

#include <algorithm>
#include <bit>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace samspil {
namespace {

using hdf5::Reader;
using hdf5::Shape;
using hdf5::Type;

bool counts(const std::string& dataset) { return !dataset.starts_with("provenance/"); }

/// Bit for bit: a NaN equals the same NaN, and -0 is not 0.
template <class T>
bool same(const T& a, const T& b)
{
    if constexpr (std::is_same_v<T, double>) return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    else return a == b;
}

std::string index_text(std::size_t flat, const std::vector<std::uint64_t>& extent, std::size_t slot)
{
    std::vector<std::size_t> index(extent.size());
    for (std::size_t d = extent.size(); d-- > 0;) {
        const std::size_t size = std::max<std::uint64_t>(extent[d], 1);
        index[d] = flat % size;
        flat /= size;
    }
    if (!index.empty()) index[0] += slot;
    return index.empty() ? "" : fmt::format("[{}]", fmt::join(index, ", "));
}

template <class T>
std::optional<Difference> compare(const std::string& dataset, std::span<const T> a, std::span<const T> b,
                                  const std::vector<std::uint64_t>& extent, std::size_t slot)
{
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (!same(a[i], b[i])) return Difference{dataset, index_text(i, extent, slot), fmt::format("{}", a[i]), fmt::format("{}", b[i])};
    }
    if (a.size() == b.size()) return std::nullopt;
    return Difference{dataset, "", fmt::format("[{}]", a.size()), fmt::format("[{}]", b.size())};
}

template <class T>
std::optional<Difference> compare_numbers(const Reader& a, const Reader& b, const std::string& dataset, const Shape& shape,
                                          std::uint64_t slots)
{
    if (!shape.slots) return compare<T>(dataset, a.read<T>(dataset), b.read<T>(dataset), shape.extent, 0);
    for (std::uint64_t slot = 0; slot < slots; ++slot) {
        std::vector<std::uint64_t> extent = shape.extent;
        extent[0] = 1;
        if (auto found = compare<T>(dataset, a.read_slot<T>(dataset, slot), b.read_slot<T>(dataset, slot), extent, slot)) return found;
    }
    return std::nullopt;
}

std::optional<Difference> compare_values(const Reader& a, const Reader& b, const std::string& dataset, const Shape& shape,
                                         std::uint64_t slots)
{
    switch (shape.type) {
    case Type::int32: return compare_numbers<std::int32_t>(a, b, dataset, shape, slots);
    case Type::int64: return compare_numbers<std::int64_t>(a, b, dataset, shape, slots);
    case Type::uint64: return compare_numbers<std::uint64_t>(a, b, dataset, shape, slots);
    case Type::float64: return compare_numbers<double>(a, b, dataset, shape, slots);
    case Type::text: {
        const auto left = a.read_texts(dataset), right = b.read_texts(dataset);
        return compare<std::string>(dataset, left, right, shape.extent, 0);
    }
    default: a.damaged(say("{}: ukendt type", "{}: unknown type", dataset));
    }
}

std::string attribute_text(const Reader& file, const std::string& object, const std::string& name)
{
    if (const auto text = file.text_attribute(object, name)) return *text;
    if (const auto integer = file.integer_attribute(object, name)) return fmt::format("{}", *integer);
    if (const auto number = file.number_attribute(object, name)) return fmt::format("{}", *number);
    return "?";
}

std::optional<Difference> compare_attributes(const Reader& a, const Reader& b, const std::string& dataset)
{
    const auto left = a.attribute_names(dataset), right = b.attribute_names(dataset);
    if (left != right) return Difference{dataset, "@", fmt::format("{}", fmt::join(left, " ")), fmt::format("{}", fmt::join(right, " "))};
    for (const std::string& name : left) {
        const std::string x = attribute_text(a, dataset, name), y = attribute_text(b, dataset, name);
        if (x != y) return Difference{dataset, "@" + name, x, y};
    }
    const auto scales_a = a.scale_names(dataset), scales_b = b.scale_names(dataset);
    if (scales_a == scales_b) return std::nullopt;
    return Difference{dataset, "@DIMENSION_LIST", fmt::format("{}", fmt::join(scales_a, " ")), fmt::format("{}", fmt::join(scales_b, " "))};
}

/// The first dimension is cut to what is compared. Replications of nothing (no districts) have no slots in the file.
std::vector<std::uint64_t> compared_extent(const Shape& shape, const std::string& dataset, std::uint64_t slots)
{
    auto extent = shape.extent;
    const bool of_nothing = extent.size() > 1 && shape.size() == 0;
    if ((shape.slots || of_nothing || dataset == "replication") && !extent.empty()) extent[0] = slots;
    return extent;
}

std::optional<Difference> compare_dataset(const Reader& a, const Reader& b, const std::string& dataset, std::uint64_t slots)
{
    const Shape left = a.shape(dataset), right = b.shape(dataset);
    const auto extent_a = compared_extent(left, dataset, slots), extent_b = compared_extent(right, dataset, slots);
    if (extent_a != extent_b || left.type != right.type)
        return Difference{dataset, "", fmt::format("[{}]", fmt::join(left.extent, ", ")), fmt::format("[{}]", fmt::join(right.extent, ", "))};
    if (auto found = compare_attributes(a, b, dataset)) return found;
    if (dataset == "replication") {
        const auto x = a.read<std::int32_t>(dataset), y = b.read<std::int32_t>(dataset);
        return compare<std::int32_t>(dataset, std::span(x).first(slots), std::span(y).first(slots), extent_a, 0);
    }
    return compare_values(a, b, dataset, left, slots);
}

/// `slots_of` says how many of a dataset's first dimension are held against each other.
template <class SlotsOf>
std::optional<Difference> compare_files(const Reader& a, const Reader& b, SlotsOf slots_of)
{
    auto names_a = a.datasets(), names_b = b.datasets();
    std::erase_if(names_a, [](const std::string& n) { return !counts(n); });
    std::erase_if(names_b, [](const std::string& n) { return !counts(n); });
    const auto [x, y] = std::mismatch(names_a.begin(), names_a.end(), names_b.begin(), names_b.end());
    if (x != names_a.end() || y != names_b.end())
        return Difference{x != names_a.end() ? *x : *y, "", x != names_a.end() ? *x : "-", y != names_b.end() ? *y : "-"};
    for (const std::string& dataset : names_a) {
        if (auto found = compare_dataset(a, b, dataset, slots_of(dataset))) return found;
    }
    return std::nullopt;
}

} // namespace

std::optional<Difference> first_difference(const ResultFile& a, const ResultFile& b, std::optional<int> replications)
{
    const int n_a = a.metadata().replications, n_b = b.metadata().replications;
    for (const ResultFile* file : {&a, &b}) {
        if (replications && (*replications < 1 || *replications > file->metadata().replications))
            file->file().damaged(say("{} gentagelser, ikke {}", "{} replications, not {}", file->metadata().replications, *replications));
    }
    if (!replications && n_a != n_b) return Difference{"replication", "", fmt::format("{}", n_a), fmt::format("{}", n_b)};
    const auto slots = static_cast<std::uint64_t>(replications.value_or(n_a));
    return compare_files(a.file(), b.file(), [&](const std::string&) { return slots; });
}

std::optional<Difference> first_difference(const Reader& a, const Reader& b)
{
    for (const std::string& dataset : a.datasets()) {
        if (!counts(dataset) || !b.has(dataset)) continue;
        const auto left = a.shape(dataset).extent, right = b.shape(dataset).extent;
        if (left != right) return Difference{dataset, "", fmt::format("[{}]", fmt::join(left, ", ")), fmt::format("[{}]", fmt::join(right, ", "))};
    }
    return compare_files(a, b, [&](const std::string& dataset) {
        const auto extent = a.shape(dataset).extent;
        return extent.empty() ? std::uint64_t{0} : extent[0];
    });
}

std::optional<Difference> first_difference(const ResultFile& file, const ReplicationResult& again)
{
    const auto slot = static_cast<std::size_t>(again.replication);
    for (std::size_t k = 0; k < kpi_table().size(); ++k) {
        const std::string id(kpi_table()[k].id);
        const double recorded = file.kpi(id).at(slot);
        if (!same(recorded, again.kpis[k]))
            return Difference{"kpi/" + id, fmt::format("[{}]", slot), fmt::format("{}", recorded), fmt::format("{}", again.kpis[k])};
    }
    for (std::size_t s = 0; s < series_table().size(); ++s) {
        const SeriesInfo& info = series_table()[s];
        const std::string path = fmt::format("{}/{}", info.group, info.id);
        auto extent = file.file().shape(path).extent;
        extent[0] = 1;
        const auto recorded = file.series(info.group, info.id, again.replication);
        if (auto found = compare<std::int32_t>(path, recorded, again.series[s], extent, slot)) return found;
    }
    for (std::size_t d = 0; d < dimension_count; ++d) {
        const std::string path = fmt::format("groups/{}", dimension_table()[d].id);
        auto extent = file.file().shape(path).extent;
        extent[0] = 1;
        const auto recorded = file.groups(static_cast<Dimension>(d), again.replication);
        if (auto found = compare<double>(path, recorded, again.groups[d], extent, slot)) return found;
    }
    if (slot == 0 && file.life_courses() != again.life_courses) return Difference{"life_courses", "", "", ""};
    return std::nullopt;
}

} // namespace samspil
