// SPDX-License-Identifier: MPL-2.0
// What the desk writes: figures, and options as scenario files.
#include "viewer/app/desk.hpp"

#include "viewer/app/footer.hpp"
#include "viewer/app/save_figure.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/whatif.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <filesystem>

namespace samspil::viewer {

void Desk::export_figures(const std::vector<ExportWish>& wishes)
{
    for (const ExportWish& wish : wishes) {
        const auto panel = std::find_if(shown_.begin(), shown_.end(), [&](const Panel* p) { return p->id == wish.panel; });
        if (panel == shown_.end()) continue;
        if (wish.kind == ExportKind::copy_table || wish.kind == ExportKind::copy_sentence) {
            const std::string words = wish.kind == ExportKind::copy_table ? tsv_of(**panel) : (*panel)->sentence;
            ImGui::SetClipboardText(words.c_str());
            said_ = {std::string(words::copied.da), std::string(words::copied.en)};
            continue;
        }
        try {
            const std::string path = save_figure(**panel, wish.kind, state().habits, settings_.export_folder, footer_of(*library_, *live_, *bench_view_, state()));
            said_ = {std::string(words::saved.da) + " " + path, std::string(words::saved.en) + " " + path};
        } catch (const IoError& error) {
            said_ = {error.message(Language::da), error.message(Language::en)};
        } catch (const std::exception& error) { // no memory, no working folder
            said_ = {error.what(), error.what()};
        }
        restless_frames_ = 3;
    }
}

void Desk::save_options(const std::vector<SaveWish>& wishes)
{
    for (const SaveWish& wish : wishes) {
        try {
            save_option(wish);
        } catch (const IoError& error) {
            said_ = {error.message(Language::da), error.message(Language::en)};
        } catch (const std::exception& error) { // no memory, no working folder
            said_ = {error.what(), error.what()};
        }
        restless_frames_ = 3;
    }
}

bool Desk::written_by_others(const std::filesystem::path& path) const
{
    if (path.empty() || !std::filesystem::exists(path)) return false;
    const auto own = own_files_.find(path.string());
    return own == own_files_.end() || read_whole_file(path.string()) != own->second;
}

void Desk::save_option(const SaveWish& wish)
{
    if (bench_view_->base == nullptr || wish.draft >= state().bench.drafts.size()) return;
    Draft draft = state().bench.drafts[wish.draft];
    const std::vector<DraftView>& read = bench_view_->drafts;
    const bool runs = std::any_of(read.begin(), read.end(), [&](const DraftView& d) { return d.current && d.read == draft; });
    if (wish.kind == SaveKind::command && !runs) {
        said_ = {std::string(words::no_command.da), std::string(words::no_command.en)};
        return;
    }
    Diagnostics found;
    OptionFile option = with_houses(draft.option, bench_view_->base->scenario, draft.houses, found);
    // What was saved here before is written again. A name that others use is never taken, and what others have written
    // since (or wrote by hand, with comments) never goes: it gets a name of its own.
    const bool others = written_by_others(option.path);
    const Overwrite again = option.path.empty() || others ? Overwrite::no : Overwrite::yes;
    if (again == Overwrite::no) option.path = suggested_path(option);
    if (!save(option, again, found)) {
        const Diagnostic& first = found.items().back();
        said_ = {format(first, Language::da), format(first, Language::en)};
        return;
    }
    own_files_[option.path.string()] = yaml_of(option);
    if (draft.option.path != option.path) {
        draft.option.path = option.path;
        act(SetDraft{wish.draft, draft, Change::aside});
    }
    const Label saved = others ? words::saved_beside : words::saved_option;
    said_ = {std::string(saved.da) + " " + option.path.string(), std::string(saved.en) + " " + option.path.string()};
    if (wish.kind == SaveKind::file) return;
    // As the workbench runs it: as the base's file says.
    const RunSettings& run = bench_view_->base->scenario.run;
    const std::filesystem::path here = std::filesystem::current_path();
    ImGui::SetClipboardText(command_of(option, {run.replications, run.seed, result_folder(option, here)}, here).c_str());
    said_.da += " – " + std::string(words::copied.da);
    said_.en += " – " + std::string(words::copied.en);
}

} // namespace samspil::viewer
