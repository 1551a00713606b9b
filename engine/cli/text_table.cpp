// SPDX-License-Identifier: MPL-2.0
#include "engine/cli/text_table.hpp"

#include "engine/base/errors.hpp"

#include <algorithm>

namespace samspil {
namespace {

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += piece;
    return out;
}

} // namespace

std::size_t screen_width(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string wrapped(std::string_view text, std::size_t width, std::string_view indent)
{
    std::string out;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, space);
        const std::size_t length = screen_width(word);
        if (used > 0 && used + 1 + length > width) {
            out += '\n';
            out += indent;
            used = screen_width(indent);
        } else if (used > 0) {
            out += ' ';
            ++used;
        }
        out += word;
        used += length;
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return out;
}

void TextTable::column(std::string_view heading, Align align) { columns_.push_back({std::string(heading), align}); }

void TextTable::row(std::vector<std::string> cells)
{
    SAMSPIL_EXPECT(cells.size() == columns_.size(), "a cell for every column");
    rows_.push_back(std::move(cells));
}

void TextTable::line() { rows_.emplace_back(); }

std::string TextTable::text() const
{
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t width = screen_width(columns_[c].heading);
        for (const auto& row : rows_)
            width = row.empty() ? width : std::max(width, screen_width(row[c]));
        widths.push_back(width);
    }
    const auto rule = [&](std::string_view left, std::string_view middle, std::string_view right) {
        std::string out(left);
        for (std::size_t c = 0; c < widths.size(); ++c) {
            out += repeated("─", widths[c] + 2);
            out += c + 1 < widths.size() ? middle : right;
        }
        return out += '\n';
    };
    const auto line_of = [&](const auto& cell_at) {
        std::string out;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            const std::string& cell = cell_at(c);
            const std::string gap(widths[c] - screen_width(cell), ' ');
            out += "│ ";
            out += columns_[c].align == Align::right ? gap + cell : cell + gap;
            out += ' ';
        }
        return out += "│\n";
    };
    std::string out = rule("┌", "┬", "┐");
    out += line_of([&](std::size_t c) -> const std::string& { return columns_[c].heading; });
    out += rule("├", "┼", "┤");
    for (const auto& row : rows_)
        out += row.empty() ? rule("├", "┼", "┤") : line_of([&](std::size_t c) -> const std::string& { return row[c]; });
    return out += rule("└", "┴", "┘");
}

} // namespace samspil
