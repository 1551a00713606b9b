// SPDX-License-Identifier: MPL-2.0
// A table of numbers, row after row: the points of a design, one row a point and one column a dimension.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace samspil {

struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values; ///< rows x columns, row after row

    Matrix() = default;
    Matrix(std::size_t row_count, std::size_t column_count) : rows(row_count), columns(column_count), values(row_count * column_count) {}
    std::span<const double> row(std::size_t i) const { return {values.data() + i * columns, columns}; }
    std::span<double> row(std::size_t i) { return {values.data() + i * columns, columns}; }
    double operator()(std::size_t i, std::size_t j) const { return values[i * columns + j]; }
    double& operator()(std::size_t i, std::size_t j) { return values[i * columns + j]; }
    /// Adds a row of `columns` values; the first row of an empty matrix says how many.
    void add(std::span<const double> values_of_row)
    {
        if (rows == 0) columns = values_of_row.size();
        values.insert(values.end(), values_of_row.begin(), values_of_row.end());
        ++rows;
    }
    bool operator==(const Matrix&) const = default;
};

} // namespace samspil
