// SPDX-License-Identifier: MPL-2.0
#include "viewer/panels/houses.hpp"

#include "viewer/words/houses.hpp"

namespace samspil::viewer {

Panel houses_panel(const HousesTable& table, std::span<const std::size_t> rows, Language language)
{
    Panel panel;
    panel.id = "houses";
    panel.title = std::string(language == Language::da ? "Huse" : "Houses");
    for (const HouseColumn column : table.columns) panel.table.headings.emplace_back(label_of(column).in(language));
    std::size_t changed = 0;
    for (const std::size_t r : rows) {
        std::vector<std::string> cells;
        for (const HouseCell& cell : table.rows[r].cells) {
            std::string words = cell.shown.in(language);
            if (cell.changed()) words += " (" + std::string(words::was.in(language)) + " " + cell.was_shown.in(language) + ")";
            cells.push_back(std::move(words));
        }
        changed += table.rows[r].changed() ? 1 : 0;
        panel.table.rows.push_back(std::move(cells));
    }
    panel.sentence = changed == 0 ? std::string(words::no_changes.in(language))
                                  : std::to_string(changed) + (language == Language::da ? " huse er ændret." : " houses are changed.");
    return panel;
}

} // namespace samspil::viewer
