// SPDX-License-Identifier: MPL-2.0
#include "viewer/app/desk.hpp"

#include "viewer/app/footer.hpp"
#include "viewer/app/save_figure.hpp"
#include "viewer/data/weekly.hpp"
#include "viewer/words/common.hpp"
#include "viewer/words/whatif.hpp"

#include "engine/base/errors.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace samspil::viewer {

namespace {

bool same_answers(const LiveView& a, const LiveView& b)
{
    return a.results == b.results && a.early == b.early && a.series == b.series && a.groups == b.groups && a.lives == b.lives;
}

bool is_live(const std::string& result) { return result.starts_with("live/"); }

std::pair<Wishes, Wishes> parted(const Wishes& wishes)
{
    std::pair<Wishes, Wishes> two;
    for (const SeriesKey& key : wishes.series) (is_live(key.result) ? two.second : two.first).series.insert(key);
    for (const GroupsKey& key : wishes.groups) (is_live(key.result) ? two.second : two.first).groups.insert(key);
    for (const std::string& key : wishes.lives) (is_live(key) ? two.second : two.first).lives.insert(key);
    two.first.first = wishes.first;
    return two;
}

/// Weeks a second while playing.
constexpr double played_weeks = 13;

} // namespace

void set_up_imgui()
{
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    // A window's backend puts its own numbers here; without one a key is its own number.
    for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
}

Desk::Desk(DeskSettings settings) : settings_(std::move(settings)), store_(settings_.store), bench_(settings_.store.wake)
{
    if (settings_.font.empty()) settings_.font = SAMSPIL_FONT;
    if (settings_.bold_font.empty()) settings_.bold_font = SAMSPIL_BOLD_FONT;
    history_.start_from(settings_.start);
    look_behind();
    prepare();
}

void Desk::open(const std::vector<std::string>& paths)
{
    std::vector<std::string> results;
    for (const std::string& path : paths) {
        const bool scenario = path.ends_with(".yaml") || path.ends_with(".yml");
        if (scenario) open_scenario(std::filesystem::absolute(path).lexically_normal().string());
        else results.push_back(path);
    }
    store_.open(results);
}

void Desk::open_scenario(const std::string& path)
{
    const std::string before = state().bench.base;
    try {
        Diagnostics found;
        if (const std::optional<OptionFile> option = open_option(path, found)) {
            own_files_[option->path.string()] = yaml_of(*option);
            act(OpenDraft{*option});
        } else {
            act(SetBenchBase{path});
        }
    } catch (const IoError&) { // the workbench says so when it reads the same file as a base
        act(SetBenchBase{path});
    }
    if (before.empty() || before == state().bench.base) return;
    const auto name = [](const std::string& file) { return std::filesystem::path(file).filename().string(); };
    said_ = {fmt::format(fmt::runtime(words::other_bench_base.da), name(state().bench.base), name(before)),
             fmt::format(fmt::runtime(words::other_bench_base.en), name(state().bench.base), name(before))};
}

void Desk::look_behind()
{
    bench_.follow(state().bench);
    if (auto view = bench_.view(); view != bench_view_) {
        if (bench_view_ != nullptr && view->read_again > bench_view_->read_again) said_ = {std::string(words::base_read_again.da), std::string(words::base_read_again.en)};
        store_.let_go(std::exchange(bench_view_, std::move(view)));
    }
    const std::shared_ptr<const Library> opened = store_.library();
    const LiveView& now = *bench_view_->live;
    // How far the runs are is no new answer: what is drawn of results stays.
    if (library_ != nullptr && opened == files_ && same_answers(now, *answers_)) return;
    const std::uint64_t version = library_ == nullptr ? 1 : library_->version + 1;
    store_.let_go(std::exchange(answers_, bench_view_->live));
    auto live = std::make_shared<Library>();
    live->version = version;
    live->results = now.early.empty() ? now.results : now.early;
    live->series = now.series;
    live->groups = now.groups;
    live->lives = now.lives;
    auto all = std::make_shared<Library>(*opened);
    all->version = version;
    all->results.insert(all->results.end(), now.results.begin(), now.results.end());
    all->series.insert(now.series.begin(), now.series.end());
    all->groups.insert(now.groups.begin(), now.groups.end());
    all->lives.insert(now.lives.begin(), now.lives.end());
    const bool other_files = files_ != opened;
    store_.let_go(std::exchange(files_, opened));
    store_.let_go(std::exchange(live_, std::move(live)));
    store_.let_go(std::exchange(library_, std::move(all)));
    cache_.goals().look_at(*library_);
    find_typical_week();
    if (!other_files) return;
    scenarios_here_.clear();
    std::set<std::string_view> asked; // many results are of few scenarios, and the disk is slower than a frame
    for (const ResultPtr& result : opened->results) {
        std::error_code error;
        const std::string& path = result->metadata.origin.scenario_path;
        if (asked.insert(path).second && std::filesystem::is_regular_file(path, error)) scenarios_here_.push_back(path);
    }
}

/// The last week until the series of the base has been read; never against the user's own choice.
void Desk::find_typical_week()
{
    const Result* base = base_of(*library_, state());
    if (base == nullptr) return;
    const std::string of = base->key + "/" + std::to_string(base->metadata.weeks);
    if (of != typical_of_) typical_week_ = -1;
    typical_of_ = of;
    if (typical_week_ < 0)
        if (const auto values = weekly_values(*library_, base->key, {&typical_measure(), 0}, 1)) typical_week_ = typical_week(*values);
    if (!settings_.typical_week) return;
    const bool untouched = week_begun_ < 0 || state().week == week_begun_;
    if (untouched) act(SetWeek{typical_week_ >= 0 ? typical_week_ : weeks_of(*library_, state()) - 1});
    week_begun_ = state().week;
    settings_.typical_week = untouched && (typical_week_ < 0 || library_->opening > 0);
}

bool Desk::prepare()
{
    const double scale = text_scale_of(state()) * settings_.pixel_density;
    theme_ = theme_of(static_cast<Look>(state().habits.look), scale);
    if (scale == made_scale_) return false;
    made_scale_ = scale;
    const std::set<int> heights{static_cast<int>(theme_.small), static_cast<int>(theme_.body), static_cast<int>(theme_.heading),
                                static_cast<int>(theme_.large)};
    fonts_found_ = make_fonts(fonts_, settings_.font, settings_.bold_font, {heights.begin(), heights.end()});
    ImGui::GetIO().FontDefault = fonts_.of(theme_.body_text());
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    return true;
}

void Desk::frame()
{
    const auto now = std::chrono::steady_clock::now;
    const auto begun = now();
    look_behind();
    auto behind = now() - begun;
    const bool other_library = library_->version != library_shown_;
    if (other_library || bench_view_->version != bench_shown_) restless_frames_ = 3;
    library_shown_ = library_->version;
    bench_shown_ = bench_view_->version;
    cache_.look_at(library_->version, history_.version(), bench_view_->version);
    apply_style(theme_);
    ImGui::NewFrame();
    Frame frame{*library_, *live_, *bench_view_, scenarios_here_, state(), theme_, fonts_, cache_, typed_, chosen_, said_, {}, {}, {}, {}, {}, false, {}};
    frame.typical_week = typical_week_;
    shell_view(frame);
    ImGui::Render();
    shown_ = std::move(frame.shown);
    if (const Result* base = base_of(*library_, state()); base != nullptr && typical_week_ < 0)
        for (const SeriesKey& key : needed_series(typical_measure(), base->key))
            if (library_->find_series(key) == nullptr) frame.wishes.series.insert(key);
    for (const Result* one : {base_of(*library_, state()), option_of(*library_, state())})
        if (one != nullptr) frame.wishes.first.insert(one->key);
    const auto [from_files, from_live] = parted(frame.wishes);
    const auto asking = now();
    if (other_library) store_.shown_in(asking - begun);
    store_.want(from_files);
    bench_.want(from_live);
    behind += now() - asking;
    behind_ms_ = std::chrono::duration<double, std::milli>(behind).count();
    save_options(frame.saves);
    export_figures(frame.exports);
    if (frame.dismiss_problems) store_.dismiss_problems();
    const std::uint64_t before = history_.version();
    for (const Action& action : frame.actions) act(action);
    play();
    // A change shows in the next frame, its layout in the one after.
    if (history_.version() != before) restless_frames_ = 3;
    else if (restless_frames_ > 0) --restless_frames_;
}

void Desk::play()
{
    if (!state().playing) return;
    play_seconds_ += ImGui::GetIO().DeltaTime;
    const int weeks = static_cast<int>(play_seconds_ * played_weeks);
    if (weeks == 0) return;
    play_seconds_ -= weeks / played_weeks;
    const int next = state().week + weeks;
    act(SetWeek{next});
    if (next >= weeks_of(*library_, state()) - 1) act(SetPlaying{false});
}

bool Desk::has_news() const { return store_.library() != files_ || bench_.view() != bench_view_; }

bool Desk::restless() const { return restless_frames_ > 0 || state().playing; }

void Desk::settle()
{
    for (int round = 0; round < 500; ++round) {
        for (int i = 0; i < 3; ++i) frame();
        // What these frames asked for has been read when the wait is over.
        store_.wait();
        const std::uint64_t seen = library_->version;
        look_behind();
        const bool reading = !state().bench.base.empty() && bench_view_->base == nullptr && bench_view_->base_found.items().empty();
        if (library_->version == seen && !reading && restless_frames_ == 0) return;
        if (reading) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

void Desk::await_pairs(int pairs)
{
    const auto waiting = [&] {
        const BenchView& bench = *bench_view_;
        if (bench.base == nullptr) return false;
        const std::vector<Draft>& drafts = state().bench.drafts;
        const std::vector<LiveSide>& sides = bench.live->sides;
        if (bench.drafts.size() < drafts.size() || sides.empty()) return true;
        for (const DraftView& draft : bench.drafts) {
            const auto newest = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& d) { return d.slot == draft.slot; });
            if (newest == drafts.end() || !(draft.read == *newest)) return true; // a move is on its way
            const bool runs = std::any_of(sides.begin(), sides.end(), [&](const LiveSide& side) { return side.scenario == draft.loaded; });
            if (draft.current ? !runs : !draft.found.has_errors()) return true;
        }
        return std::any_of(sides.begin(), sides.end(),
                           [&](const LiveSide& side) { return side.failed == 0 && side.done < std::min(pairs, side.wanted); });
    };
    while (pairs > 0 && waiting()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        look_behind();
    }
    settle();
}

} // namespace samspil::viewer
