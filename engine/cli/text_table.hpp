// SPDX-License-Identifier: MPL-2.0
// A table drawn with light box lines for a terminal; columns are as wide as their widest cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samspil {

enum class Align { left, right };

class TextTable {
public:
    void column(std::string_view heading, Align align = Align::left);
    void row(std::vector<std::string> cells); ///< as many as there are columns
    void line();                              ///< a rule between groups of rows
    std::string text() const;

private:
    struct Column {
        std::string heading;
        Align align;
    };
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_; ///< an empty row is a rule
};

/// Characters on the screen: code points, all of width one in what we print.
std::size_t screen_width(std::string_view text);

/// Breaks at spaces so that no line is longer than `width`; every line but the first begins with `indent`.
std::string wrapped(std::string_view text, std::size_t width = 110, std::string_view indent = "");

} // namespace samspil
