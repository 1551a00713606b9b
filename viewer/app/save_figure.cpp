// SPDX-License-Identifier: MPL-2.0
#include "viewer/app/save_figure.hpp"

#include "viewer/chart/paper.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <filesystem>

namespace samspil::viewer {
namespace {

constexpr double sheet_width = 1000, sheet_height = 620; ///< of a figure on paper, in units
constexpr double png_pixels = 2;                         ///< per unit: sharp in print
constexpr std::size_t text_columns = 100;

const char* ending_of(ExportKind kind)
{
    switch (kind) {
    case ExportKind::png: return "png";
    case ExportKind::svg: return "svg";
    case ExportKind::pdf: return "pdf";
    case ExportKind::csv: return "csv";
    default: return "txt";
    }
}

std::string free_path(const std::string& folder, const std::string& name, const char* ending)
{
    for (int n = 1;; ++n) {
        const std::string path = folder + "/" + name + "-" + std::to_string(n) + "." + ending;
        std::error_code error;
        if (!std::filesystem::exists(path, error)) return path;
    }
}

} // namespace

void draw_sheet(Canvas& canvas, const Theme& theme, Rect sheet, const Panel& panel, const std::string& footer)
{
    Rect area = sheet.inset(theme.px(10));
    const Rect foot = area.take_bottom(theme.small * 1.6);
    draw_panel(canvas, theme, area, panel);
    canvas.text({foot.x + theme.px(14), foot.y}, fitted(canvas, footer, theme.small_text(), foot.width - theme.px(28)), theme.small_text());
}

std::string save_figure(const Panel& panel, ExportKind kind, const Habits& habits, const std::string& folder, const std::string& footer)
{
    make_folder(folder);
    const std::string path = free_path(folder, panel.id, ending_of(kind));
    if (kind == ExportKind::csv) {
        write_whole_file(path, csv_of(panel, habits.language));
        return path;
    }
    if (kind == ExportKind::text || !panel.draw) {
        write_whole_file(path, text_of(panel, text_columns) + "\n" + footer + "\n");
        return path;
    }
    // Paper is white whatever the window looks like.
    const Theme theme = theme_of(habits.look == LookChoice::contrast ? Look::contrast : Look::light, 1);
    const double width = std::max(sheet_width, panel.least_width + 60), height = std::max(sheet_height, panel.least_height + 140);
    const PaperKind paper = kind == ExportKind::svg ? PaperKind::svg : kind == ExportKind::pdf ? PaperKind::pdf : PaperKind::png;
    draw_on_paper(path, paper, width, height, png_pixels, theme.panel,
                  [&](Canvas& canvas) { draw_sheet(canvas, theme, {0, 0, width, height}, panel, footer); });
    return path;
}

} // namespace samspil::viewer
