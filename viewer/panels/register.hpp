// SPDX-License-Identifier: MPL-2.0
// Choices and assumptions as rows: name, value, evidence, range, source, and what options do otherwise. The same pen
// draws them on paper and, one by one, in a window that scrolls.
#pragma once

#include "viewer/data/register.hpp"
#include "viewer/panels/panel.hpp"

#include <memory>
#include <string>
#include <vector>

namespace samspil::viewer {

/// What is listed: rows that pass a filter, under headings.
struct RegisterList {
    struct Item {
        std::string heading; ///< of a group; empty for a row
        const RegisterRow* row = nullptr;
    };
    Language language = Language::da;
    bool choices = false;
    std::shared_ptr<const Register> held; ///< what the items point into
    std::vector<std::string> titles;      ///< of base and options
    std::vector<Item> items;
    std::size_t rows = 0, of = 0; ///< listed, and in all
    std::string nothing;          ///< said where there are none
};
using RegisterListPtr = std::shared_ptr<const RegisterList>;

RegisterListPtr register_list(std::shared_ptr<const Register> all, bool choices, const RegisterFilter& filter,
                              std::vector<std::string> titles, Language language);

/// Whose value is whose, above the rows; nothing where there is only the base.
void draw_register_legend(Canvas& canvas, const Theme& theme, Rect area, const RegisterList& list);
double register_legend_height(const Canvas& measure, const Theme& theme, double width, const RegisterList& list);
/// Tops of the items at this width, and the height of all last.
std::vector<double> register_tops(const Canvas& measure, const Theme& theme, const RegisterList& list, double width);
void draw_register_item(Canvas& canvas, const Theme& theme, Rect area, const RegisterList& list, std::size_t item);
/// The row in full, for a tip; empty for a heading.
std::string register_tip(const RegisterList& list, std::size_t item);

/// On paper as many rows as there is room for; the table holds all that are listed.
Panel register_panel(const RegisterListPtr& list);

} // namespace samspil::viewer
