// SPDX-License-Identifier: MPL-2.0
#include "engine/io/csv.hpp"

#include "engine/io/values.hpp"

#include <algorithm>

namespace samspil {
namespace {

struct Row {
    std::vector<Cell> cells;
    int line = 0;
    bool blank() const
    {
        return std::all_of(cells.begin(), cells.end(), [](const Cell& c) { return c.text.empty() && !c.refused; });
    }
    /// A remark between the rows (units, who to ask): no id and no number begins with #.
    bool remark() const { return cells.front().text.starts_with('#'); }
};

class Splitter {
public:
    Splitter(std::string_view text, int first_line, char separator, const std::string& file, Diagnostics& out)
        : text_(text), separator_(separator), file_(file), out_(out), line_(first_line)
    {
    }
    bool more() const { return at_ < text_.size(); }
    Row row()
    {
        Row row;
        row.line = line_;
        do
            row.cells.push_back(cell());
        while (take(separator_));
        end_of_line();
        return row;
    }

private:
    bool take(char c)
    {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        step();
        return true;
    }
    void step()
    {
        const char c = text_[at_++];
        if (c == '\n') {
            ++line_;
            column_ = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++column_;
        }
    }
    bool line_ends() const { return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }
    void end_of_line()
    {
        take('\r');
        take('\n');
    }
    Cell cell()
    {
        Cell cell;
        cell.line = line_;
        cell.column = column_;
        if (at_ < text_.size() && text_[at_] == '"') quoted(cell);
        while (!line_ends() && text_[at_] != separator_) {
            cell.text += text_[at_];
            step();
        }
        const auto blank = [](char c) { return c == ' ' || c == '\t'; };
        while (!cell.text.empty() && blank(cell.text.back()))
            cell.text.pop_back();
        cell.text.erase(0, std::min(cell.text.find_first_not_of(" \t"), cell.text.size()));
        if (find_cpr(cell.text, true) != std::string::npos) {
            out_.add(cpr_refused({file_, cell.line, cell.column}, ""));
            cell.text.clear();
            cell.refused = true;
        }
        return cell;
    }
    void quoted(Cell& cell)
    {
        step();
        while (at_ < text_.size()) {
            if (text_[at_] == '"') {
                step();
                if (at_ >= text_.size() || text_[at_] != '"') return closed(cell);
            }
            cell.text += text_[at_];
            step();
        }
        out_.add(
            error_at({file_, cell.line, cell.column}, "", {"anførselstegnet slutter aldrig", "the quote has no end"},
                     {"et anførselstegn inde i en celle skrives dobbelt", "a quote inside a cell is written twice"}));
    }
    void closed(const Cell& cell)
    {
        if (line_ends() || text_[at_] == separator_) return;
        out_.add(
            error_at({file_, cell.line, cell.column}, "",
                     {"tekst efter det sidste anførselstegn i cellen", "text after the closing quote of the cell"},
                     {"et anførselstegn inde i en celle skrives dobbelt", "a quote inside a cell is written twice"}));
    }

    std::string_view text_;
    char separator_;
    const std::string& file_;
    Diagnostics& out_;
    std::size_t at_ = 0;
    int line_, column_ = 1;
};

/// The first line that is neither empty nor a remark.
std::string_view header_line(std::string_view text)
{
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (line.find_first_not_of(";, \t\r") != std::string_view::npos && !line.starts_with('#')) return line;
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return {};
}

/// The separator that the header uses: a semicolon if there is one, else a comma. Column names hold neither.
char separator_of(std::string_view header) { return header.find(';') != std::string_view::npos ? ';' : ','; }

Text save_as_csv()
{
    return {"gem tabellen fra regnearket som CSV UTF-8", "save the table as CSV UTF-8 from the spreadsheet"};
}

/// Spreadsheets once used further to the right leave columns without a heading and without a figure.
void drop_unnamed(CsvText& csv)
{
    const auto nothing_in_last = [&] {
        const std::size_t last = csv.header.size() - 1;
        const auto empty = [](const Cell& cell) { return cell.text.empty() && !cell.refused; };
        return empty(csv.header[last]) &&
               std::all_of(csv.rows.begin(), csv.rows.end(), [&](const auto& row) { return empty(row[last]); });
    };
    while (csv.header.size() > 1 && nothing_in_last()) {
        csv.header.pop_back();
        for (auto& row : csv.rows)
            row.pop_back();
    }
}

/// Groups of three after a first group of one to three digits: 1.234 or 12,345,678.
bool grouped(std::string_view text, char sign)
{
    std::size_t i = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t first = text.find(sign);
    if (first == std::string_view::npos || first == i || first - i > 3 || (text[i] == '0')) return false;
    std::size_t run = 0, groups = 0;
    for (i = first + 1; i <= text.size(); ++i) {
        if (i == text.size() || text[i] == sign) {
            if (run != 3) return false;
            ++groups;
            run = 0;
        } else if (text[i] >= '0' && text[i] <= '9') {
            ++run;
        } else {
            return false;
        }
    }
    return groups > 0 && std::all_of(text.begin() + (text[0] == '-'), text.begin() + static_cast<std::ptrdiff_t>(first),
                                     [](char c) { return c >= '0' && c <= '9'; });
}

/// Spreadsheets and web pages group digits with a space that does not break.
std::string plain_spaces(std::string text)
{
    for (std::size_t at = text.find("\xC2\xA0"); at != std::string::npos; at = text.find("\xC2\xA0", at))
        text.replace(at, 2, " ");
    return text;
}

/// Advice as a file with decimal commas wants it: the point between two digits becomes a comma.
Text with_commas(Text advice)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::string* words : {&advice.da, &advice.en}) {
        for (std::size_t i = 1; i + 1 < words->size(); ++i)
            if ((*words)[i] == '.' && digit((*words)[i - 1]) && digit((*words)[i + 1])) (*words)[i] = ',';
    }
    return advice;
}

} // namespace

Text describe(const Dialect& dialect)
{
    const Text signs = dialect.decimal_comma() ? Text{"semikolon og decimalkomma", "semicolons and decimal comma"}
                                               : Text{"komma og decimalpunktum", "commas and decimal point"};
    const char* encoding = dialect.encoding == Encoding::windows_1252 ? "Windows-1252"
                           : dialect.encoding == Encoding::utf8_bom   ? "UTF-8 (BOM)"
                                                                      : "UTF-8";
    return {signs.da + ", " + encoding, signs.en + ", " + encoding};
}

std::optional<CsvText> parse_csv(std::string text, const std::string& file, Diagnostics& out)
{
    if (text.starts_with("PK\x03\x04")) {
        out.add(error_at(
            {file, 1, 1}, "",
            {"filen er en regnearksmappe (xlsx eller ods), ikke CSV", "the file is a workbook (xlsx or ods), not CSV"},
            save_as_csv()));
        return std::nullopt;
    }
    const auto encoding = decode(text, file, true, out);
    if (!encoding) return std::nullopt;
    std::string_view body = text;
    int first_line = 1;
    if (body.rfind("sep=", 0) == 0) { // a spreadsheet's own first line
        body.remove_prefix(std::min(body.find('\n'), body.size() - 1) + 1);
        first_line = 2;
    }
    CsvText csv;
    const std::string_view names = header_line(body);
    csv.dialect = {separator_of(names), *encoding};
    if (names.find('\t') != std::string_view::npos && names.find(csv.dialect.separator) == std::string_view::npos) {
        out.add(error_at({file, 1, 1}, "",
                         {"kolonnerne er adskilt af tabulatorer", "the columns are separated by tabs"}, save_as_csv()));
        return std::nullopt;
    }
    Splitter splitter(body, first_line, csv.dialect.separator, file, out);
    while (splitter.more() && csv.header.empty()) {
        Row row = splitter.row();
        if (!row.blank() && !row.remark()) csv.header = std::move(row.cells);
    }
    if (csv.header.empty()) {
        out.add(error_at({file, 1, 1}, "", {"tabellen er tom", "the table is empty"}));
        return std::nullopt;
    }
    int wrong = 0;
    while (splitter.more()) {
        Row row = splitter.row();
        if (row.blank() || row.remark()) continue;
        if (row.cells.size() == csv.header.size()) {
            csv.rows.push_back(std::move(row.cells));
        } else if (wrong++ < 20) {
            const bool comma = csv.dialect.separator == ',', more = row.cells.size() > csv.header.size();
            out.add(error_at(
                {file, row.line, 1}, "",
                say("rækken har {} celler, overskriften {}", "the row has {} cells, the header {}", row.cells.size(),
                    csv.header.size()),
                !more   ? Text{}
                : comma ? Text{"en celle med komma i sættes i anførselstegn", "put a cell that holds a comma in quotes"}
                        : Text{"en celle med semikolon i sættes i anførselstegn",
                               "put a cell that holds a semicolon in quotes"}));
        }
    }
    drop_unnamed(csv);
    return csv;
}

NumberCell read_number(const std::string& text, const Dialect& dialect)
{
    const auto wrong = [&](Text hint) {
        return NumberCell{{}, say("'{}' er ikke et tal", "'{}' is not a number", shown(text)), std::move(hint)};
    };
    const char group = dialect.decimal_comma() ? '.' : ',';
    if (grouped(text, group)) {
        std::string bare = text, other = text;
        bare.erase(std::remove(bare.begin(), bare.end(), group), bare.end());
        std::replace(other.begin(), other.end(), group, group == '.' ? ',' : '.');
        if (std::count(text.begin(), text.end(), group) > 1)
            return wrong(say("skriv uden tusindtegn: {}", "write it without thousands separators: {}", bare));
        return {{},
                say("'{}' kan læses på to måder", "'{}' can be read in two ways", shown(text)),
                say("skriv {} eller {}", "write {} or {}", bare, other)};
    }
    if (!dialect.decimal_comma()) {
        if (const auto value = parse_number(text)) return {value, {}, {}};
        return wrong(number_advice(plain_spaces(text)));
    }
    std::string pointed = text;
    if (text.find('.') != std::string::npos) {
        std::string comma = text;
        std::replace(comma.begin(), comma.end(), '.', ',');
        return parse_number(text) ? wrong(say("decimaltegnet i denne fil er komma: skriv {}",
                                              "the decimal sign of this file is a comma: write {}", comma))
                                  : wrong({});
    }
    std::replace(pointed.begin(), pointed.end(), ',', '.');
    if (const auto value = parse_number(pointed)) return {value, {}, {}};
    return wrong(with_commas(number_advice(plain_spaces(std::move(pointed)))));
}

} // namespace samspil
