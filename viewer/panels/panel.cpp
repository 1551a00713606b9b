// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/panel.hpp"

#include <algorithm>

namespace samspil::viewer {
namespace {

constexpr double margin_x = 14, margin_y = 10, title_pitch = 1.25;
constexpr std::size_t note_lines = 6; ///< more than any has; half a note would be another

std::size_t characters(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string wrapped_words(const std::string& words, std::size_t columns)
{
    std::string out, line;
    const auto flush = [&] {
        out += line + "\n";
        line.clear();
    };
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        const std::string word = words.substr(begin, end - begin);
        if (!line.empty() && characters(line) + 1 + characters(word) > columns) flush();
        line += (line.empty() ? "" : " ") + word;
        begin = end + 1;
    }
    if (!line.empty()) flush();
    return out;
}

std::string cell_of(std::string cell, char separator)
{
    // A spreadsheet reads a number only with the plain minus; and it must not take a cell for a formula.
    constexpr std::string_view minus = "−";
    if (cell.size() > minus.size() && cell.starts_with(minus) && cell[minus.size()] >= '0' && cell[minus.size()] <= '9')
        cell.replace(0, minus.size(), "-");
    const bool signed_number = cell.size() > 1 && (cell[0] == '-' || cell[0] == '+') && cell[1] >= '0' && cell[1] <= '9';
    if (!cell.empty() && std::string("=+-@\t\r").find(cell[0]) != std::string::npos && !signed_number) cell.insert(0, "'");
    if (cell.find_first_of(std::string("\"\n\r") + separator) == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

} // namespace

namespace {

/// A title in lines; one that is long for its space is set smaller.
struct TitleLines {
    std::vector<std::string> lines;
    TextStyle style;
    double height() const { return static_cast<double>(lines.size()) * style.size * title_pitch; }
};

TitleLines title_of(const Canvas& canvas, const Theme& theme, double width, const Panel& panel)
{
    TitleLines title{{}, theme.heading_text()};
    title.lines = wrapped(canvas, panel.title, title.style, width, panel.title_lines);
    if (title.lines.size() > 2) {
        title.style = theme.bold_text();
        title.lines = wrapped(canvas, panel.title, title.style, width, panel.title_lines);
    }
    return title;
}

/// Room for the panel's menu at the right of the title.
double title_width(const Theme& theme, double width) { return width - 2 * theme.px(margin_x) - theme.px(28); }

} // namespace

double panel_overhead(const Canvas& canvas, const Theme& theme, double width, const Panel& panel)
{
    double used = 2 * theme.px(margin_y) + title_of(canvas, theme, title_width(theme, width), panel).height();
    if (!panel.note.empty()) {
        const std::size_t lines = wrapped(canvas, panel.note, theme.small_text(), width - 2 * theme.px(margin_x), note_lines).size();
        used += static_cast<double>(lines) * theme.small * 1.2 + theme.px(4);
    }
    return used;
}

std::vector<Spot> draw_panel(Canvas& canvas, const Theme& theme, Rect area, const Panel& panel)
{
    canvas.box(area, theme.panel, theme.px(6));
    Rect inside = area.inset(theme.px(margin_x), theme.px(margin_y));
    const TitleLines title = title_of(canvas, theme, title_width(theme, area.width), panel);
    for (const std::string& line : title.lines) canvas.text({inside.x, inside.take_top(title.style.size * title_pitch).y}, line, title.style);
    if (!panel.note.empty()) inside.take_top(draw_wrapped(canvas, inside, panel.note, theme.small_text(), note_lines) + theme.px(4));
    if (!panel.draw) {
        draw_wrapped(canvas, inside, panel.sentence, theme.body_text(), 40);
        return {};
    }
    return panel.draw(canvas, theme, inside);
}

const Table& table_of(const Panel& panel) { return panel.late_table ? panel.late_table->get() : panel.table; }

std::string text_of(const Panel& panel, std::size_t columns)
{
    std::string out = panel.title + "\n";
    if (!panel.note.empty()) out += wrapped_words(panel.note, columns);
    if (!panel.sentence.empty()) out += "\n" + wrapped_words(panel.sentence, columns);
    const Table& table = table_of(panel);
    if (table.headings.empty()) return out;
    std::vector<std::size_t> widths;
    for (const std::string& heading : table.headings) widths.push_back(characters(heading));
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) widths[i] = std::max(widths[i], characters(row[i]));
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string words;
        for (std::size_t i = 0; i < cells.size() && i < widths.size(); ++i)
            words += cells[i] + std::string(i + 1 < cells.size() ? widths[i] - characters(cells[i]) + 2 : 0, ' ');
        return words + "\n";
    };
    out += "\n" + line(table.headings);
    for (const auto& row : table.rows) out += line(row);
    return out;
}

std::string csv_of(const Panel& panel, Language language)
{
    const Table& table = table_of(panel);
    const char separator = language == Language::da ? ';' : ',';
    std::string out = language == Language::da ? "\xEF\xBB\xBF" : "";
    const auto line = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? std::string(1, separator) : "") + cell_of(cells[i], separator);
        out += "\r\n";
    };
    line(table.headings);
    for (const auto& row : table.rows) line(row);
    return out;
}

std::string tsv_of(const Panel& panel)
{
    const Table& table = table_of(panel);
    std::string out;
    const auto line = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            std::string cell = cells[i];
            std::replace(cell.begin(), cell.end(), '\t', ' ');
            std::replace(cell.begin(), cell.end(), '\n', ' ');
            out += (i > 0 ? "\t" : "") + cell_of(cell, '\t');
        }
        out += "\n";
    };
    line(table.headings);
    for (const auto& row : table.rows) line(row);
    return out;
}

} // namespace samspil::viewer
