// SPDX-License-Identifier: MPL-2.0
#include "viewer/app/remembered.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/whole_file.hpp"
#include "viewer/state/actions.hpp"

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <fmt/format.h>

namespace samspil::viewer {

std::string remembered_path()
{
    const char* config = std::getenv("XDG_CONFIG_HOME");
    if (config != nullptr && *config != '\0') return std::string(config) + "/samspil/viewer";
    const char* home = std::getenv("HOME");
    return home == nullptr ? "" : std::string(home) + "/.config/samspil/viewer";
}

std::string remembered_text(const State& s)
{
    std::string text = fmt::format("language {}\nlook {}\ntext_scale {}\nsingle_keys {}\ncalm {}\nscreen {}\nshow {}\nuncertainty {}\n",
                                   s.habits.language == Language::da ? "da" : "en", static_cast<int>(s.habits.look), s.habits.text_scale,
                                   s.habits.single_keys ? 1 : 0, s.habits.calm ? 1 : 0, id_of(s.screen), static_cast<int>(s.show),
                                   static_cast<int>(s.uncertainty));
    for (const std::string& goal : s.goals) text += "goal " + goal + "\n";
    return text;
}

State with_remembered(State state, const std::string& text)
{
    const Library nothing;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string key, value;
        double number = 0;
        if (!(words >> key >> value)) continue;
        const bool numeric = static_cast<bool>(std::istringstream(value) >> number);
        const bool small = numeric && number >= 0 && number <= 2 && number == static_cast<int>(number);
        if (key == "language") state.habits.language = value == "en" ? Language::en : Language::da;
        if (key == "look" && small) state.habits.look = static_cast<LookChoice>(static_cast<int>(number));
        if (key == "text_scale" && numeric) state = update(std::move(state), SetTextScale{number}, nothing);
        if (key == "single_keys" && small) state.habits.single_keys = number != 0;
        if (key == "calm" && small) state.habits.calm = number != 0;
        if (key == "show" && small && number < 2) state.show = static_cast<Show>(static_cast<int>(number));
        if (key == "uncertainty" && small && number < 2) state.uncertainty = static_cast<Uncertainty>(static_cast<int>(number));
        if (key == "goal" && find_kpi(value)) state.goals.push_back(value);
        if (key != "screen") continue;
        for (int i = 0; i < screen_count; ++i)
            if (id_of(static_cast<Screen>(i)) == value) state.screen = static_cast<Screen>(i);
    }
    return state;
}

State recalled(State state, const std::string& path)
{
    std::error_code error;
    if (path.empty() || !std::filesystem::is_regular_file(path, error)) return state;
    try {
        return with_remembered(std::move(state), read_whole_file(path));
    } catch (const IoError&) {
        return state;
    }
}

void remember(const State& state, const std::string& path)
{
    if (path.empty()) return;
    try {
        make_folder(std::filesystem::path(path).parent_path().string());
        write_whole_file(path, remembered_text(state));
    } catch (const IoError&) {
        // A full or read-only home must not keep anybody from working.
    }
}

} // namespace samspil::viewer
