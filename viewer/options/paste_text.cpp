// SPDX-License-Identifier: MPL-2.0
#include "viewer/options/paste_text.hpp"

#include "engine/io/values.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

constexpr std::string_view hard_blank = "\xC2\xA0", thin_blank = "\xE2\x80\xAF";

void trim(std::string& cell)
{
    constexpr std::string_view blanks = " \t\r\n";
    cell.erase(cell.find_last_not_of(blanks) + 1);
    cell.erase(0, std::min(cell.find_first_not_of(blanks), cell.size()));
    // The mark with which texts are kept from being run as formulas.
    if (cell.size() > 1 && cell[0] == '\'' && std::string_view("=+-@").find(cell[1]) != std::string_view::npos)
        cell.erase(0, 1);
}

void remove(std::string& text, std::string_view part)
{
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at))
        text.erase(at, part.size());
}

/// Groups of three behind each point, as in 1.234.567.
bool thousands(std::string_view whole)
{
    const std::size_t first = whole.find('.');
    if (first == 0 || first > 3 + (whole.starts_with('-') ? 1 : 0)) return false;
    for (std::size_t at = first; at < whole.size(); at += 4) {
        const std::string_view group = whole.substr(at + 1, 3);
        if (whole[at] != '.' || group.size() != 3 || group.find_first_not_of("0123456789") != std::string_view::npos)
            return false;
    }
    return true;
}

} // namespace

PastedRows split_pasted(std::string_view text)
{
    const char separator = text.find('\t') != std::string_view::npos ? '\t' : ';';
    PastedRows rows;
    std::size_t at = 0;
    while (at < text.size()) {
        std::vector<std::string> cells;
        for (bool row_goes_on = true; row_goes_on;) {
            std::string cell;
            if (at < text.size() && text[at] == '"') {
                ++at;
                for (; at < text.size(); ++at) {
                    if (text[at] == '"' && !(at + 1 < text.size() && text[at + 1] == '"')) break;
                    if (text[at] == '"') ++at;
                    cell += text[at];
                }
                at = std::min(at + 1, text.size());
            }
            while (at < text.size() && text[at] != separator && text[at] != '\n') cell += text[at++];
            row_goes_on = at < text.size() && text[at] == separator;
            at = std::min(at + 1, text.size());
            trim(cell);
            cells.push_back(std::move(cell));
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

std::string number_from_danish(std::string_view text)
{
    std::string number(text);
    remove(number, hard_blank);
    remove(number, thin_blank);
    remove(number, " ");
    const std::size_t comma = number.find(',');
    std::string whole = number.substr(0, comma);
    if (whole.find('.') != std::string::npos) {
        // A lone point that is no mark of thousands is a decimal point: 12.5.
        if (!thousands(whole)) return parse_number(number) ? number : std::string(text);
        remove(whole, ".");
    }
    if (comma != std::string::npos) whole += "." + number.substr(comma + 1);
    const auto value = parse_number(whole);
    return value ? written(*value) : std::string(text);
}

} // namespace samspil::viewer
