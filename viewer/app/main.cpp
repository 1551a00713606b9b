// SPDX-License-Identifier: MPL-2.0
// samspil-viewer [RESULT|FOLDER]...
#include "viewer/app/named.hpp"
#include "viewer/app/remembered.hpp"
#include "viewer/app/screenshot.hpp"
#include "viewer/app/usage.hpp"
#include "viewer/app/window.hpp"

#include "engine/base/errors.hpp"

#include <boost/program_options.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>

namespace samspil::viewer {
namespace {

namespace po = boost::program_options;

struct Command {
    std::vector<std::string> results;
    std::string screenshot;
    WindowSize size;
    State start;
    bool help = false;
    bool week_given = false;
    int pairs = 0, frames = 0;
    bool no_window = false;
};

Screen screen_named(const std::string& id)
{
    std::string known;
    for (int i = 0; i < screen_count; ++i) {
        if (id_of(static_cast<Screen>(i)) == id) return static_cast<Screen>(i);
        known += (i > 0 ? ", " : "") + std::string(id_of(static_cast<Screen>(i)));
    }
    throw UsageError{{"--screen " + id + ": kendes ikke; der er " + known, "--screen " + id + ": unknown; there are " + known}};
}

WindowSize size_from(const std::string& words)
{
    WindowSize size;
    char rest = 0;
    const bool read = std::sscanf(words.c_str(), "%5dx%5d%c", &size.width, &size.height, &rest) == 2;
    if (!read || size.width < 320 || size.height < 240 || size.width > 16384 || size.height > 16384)
        throw UsageError{{"--size " + words + ": skriv fx 1600x1000", "--size " + words + ": write e.g. 1600x1000"}};
    return size;
}

LookChoice look_named(const std::string& id)
{
    if (id == "light") return LookChoice::light;
    if (id == "dark") return LookChoice::dark;
    if (id == "contrast") return LookChoice::contrast;
    throw UsageError{{"--look " + id + ": light, dark eller contrast", "--look " + id + ": light, dark or contrast"}};
}

po::options_description options()
{
    po::options_description all("samspil-viewer [RESULT.h5|FOLDER|SCENARIO.yaml]...");
    all.add_options()("help,h", "this text")("screenshot", po::value<std::string>(), "write this PNG and end; no window")(
        "screen", po::value<std::string>(), "overview difference map centre economy volunteers lives assumptions houses whatif")(
        "size", po::value<std::string>()->default_value("1600x1000"), "width x height in pixels")(
        "lang", po::value<std::string>()->default_value("da"), "da or en")("scale", po::value<double>()->default_value(1.0), "text scale, 0.75 to 3")(
        "look", po::value<std::string>()->default_value("light"), "light, dark or contrast")("goal", po::value<std::string>(), "KPI in focus")(
        "base", po::value<std::string>(), "result that is the base")("option", po::value<std::string>(), "result in focus")(
        "week", po::value<int>(), "week of the period, from 0")("centre", po::value<int>(), "key of the house in focus")(
        "person", po::value<std::uint64_t>(), "synthetic citizen in focus")("district", po::value<std::string>(), "district in focus")("offer", po::value<int>(), "1 to 4; 0 is all")(
        "areas", po::value<std::string>(), "map: neighbourhood, area or district")("measure", po::value<std::string>(), "map: what fills the areas")(
        "level", "levels in place of differences")("wipe", po::value<double>(), "map of levels: share of the width that shows the base")(
        "stress", po::value<double>(), "volunteers: share who stop, 0 to 0.5")("meeting", "meeting mode")("pairs", po::value<int>()->default_value(0), "screenshot: wait until options being built have so many pairs")("table", "numbers in place of figures")(
        "frames", po::value<int>()->default_value(0), "time so many frames of every screen, and end")("no-window", "with --frames: laid out, not painted")(
        "results", po::value<std::vector<std::string>>(), "results, folders of them, and scenario files (a base to try changes on, or a saved option)");
    return all;
}

Command command_from(int count, char** words)
{
    po::variables_map given;
    po::positional_options_description rest;
    rest.add("results", -1);
    try {
        po::store(po::command_line_parser(count, words).options(options()).positional(rest).run(), given);
    } catch (const po::error& error) {
        const std::string what = error.what();
        throw UsageError{{"kommandoen forstås ikke (" + what + "); samspil-viewer --help viser, hvad der kan skrives",
                          "the command is not understood (" + what + "); samspil-viewer --help shows what can be written"}};
    }
    Command command;
    State& s = command.start;
    s.stress = 0.10; // of the volunteers who stop: with nobody there is no answer to look at
    // A picture depends on its command alone; a window opens as it was left, but for what the command says.
    if (given.count("screenshot") == 0 && given["frames"].as<int>() == 0) s = recalled(std::move(s), remembered_path());
    const auto text = [&](const char* name) { return given.count(name) > 0 ? given[name].as<std::string>() : std::string(); };
    command.help = given.count("help") > 0;
    if (given.count("results") > 0) command.results = given["results"].as<std::vector<std::string>>();
    command.screenshot = text("screenshot");
    command.size = size_from(text("size"));
    if (given.count("screen") > 0) s.screen = screen_named(text("screen"));
    const auto said = [&](const char* name) { return given.count("screenshot") > 0 || !given[name].defaulted(); };
    const char* set = std::getenv("SAMSPIL_LANG"); // as the commands read it
    const bool by_itself = given["lang"].defaulted() && set != nullptr && *set != '\0';
    const std::string lang = by_itself ? set : text("lang");
    if (lang != "da" && lang != "en") throw UsageError{{"--lang og SAMSPIL_LANG: da eller en", "--lang and SAMSPIL_LANG: da or en"}};
    if (by_itself || said("lang")) s.habits.language = lang == "en" ? Language::en : Language::da;
    if (said("scale")) s.habits.text_scale = given["scale"].as<double>();
    if (!(s.habits.text_scale >= smallest_text && s.habits.text_scale <= largest_text))
        throw UsageError{{"--scale: fra 0.75 til 3", "--scale: from 0.75 to 3"}};
    if (said("look")) s.habits.look = look_named(text("look"));
    s.goal = text("goal");
    if (!s.goal.empty() && !find_kpi(s.goal)) throw UsageError{{"--goal " + s.goal + ": kendes ikke", "--goal " + s.goal + ": unknown"}};
    s.base = text("base");
    s.option = text("option");
    command.week_given = given.count("week") > 0;
    if (command.week_given) s.week = given["week"].as<int>();
    if (given.count("centre") > 0) s.centre = given["centre"].as<int>();
    if (given.count("person") > 0) s.person = given["person"].as<std::uint64_t>();
    const Library nothing; // actions bring what is out of range into it
    if (given.count("offer") > 0) s = update(s, FocusOffer{given["offer"].as<int>()}, nothing);
    if (given.count("wipe") > 0) s = update(s, SetWipe{given["wipe"].as<double>()}, nothing);
    if (given.count("stress") > 0) s = update(s, SetStress{given["stress"].as<double>()}, nothing);
    if (given.count("level") > 0) s.show = Show::absolute;
    if (given.count("wipe") > 0 && given.count("level") == 0)
        throw UsageError{{"--wipe: deler kortet mellem to niveauer; skriv også --level", "--wipe: parts the map between two levels; write --level too"}};
    s.district = text("district");
    s.areas = text("areas");
    s.measure = text("measure");
    s.meeting = given.count("meeting") > 0;
    command.pairs = std::clamp(given["pairs"].as<int>(), 0, 1000);
    command.frames = std::clamp(given["frames"].as<int>(), 0, 100000);
    command.no_window = given.count("no-window") > 0;
    s.as_table = given.count("table") > 0;
    return command;
}

Text words_on_missing(const std::string& path)
{
    return {path + ": filen eller mappen findes ikke", path + ": the file or folder does not exist"};
}

int carry_out(const Command& command, FrameClock::time_point started)
{
    const Language language = command.start.habits.language;
    if (command.help) {
        std::cout << options();
        return 0;
    }
    DeskSettings settings;
    settings.start = command.start;
    settings.typical_week = !command.week_given;
    const auto tell = [&](const std::vector<Problem>& problems) {
        for (const Problem& problem : problems) std::cerr << "samspil-viewer: " << problem.words.in(language) << '\n';
        return problems.empty() ? 0 : 4;
    };
    // A picture of nothing would be taken for one of what was asked. A window opens with what is there, and says what is not.
    std::vector<Problem> missing;
    for (const std::string& path : command.results) {
        std::error_code unknown;
        if (!std::filesystem::exists(path, unknown)) missing.push_back({path, words_on_missing(path)});
    }
    const bool one_shot = command.frames > 0 || !command.screenshot.empty();
    if (!missing.empty() && (one_shot || missing.size() == command.results.size())) return tell(missing);
    if (command.frames > 0) {
        FrameScript script{command.frames, command.size.width, command.size.height, command.pairs, started, {}};
        return tell(command.no_window ? time_frames_without_window(std::move(script), std::move(settings), command.results, std::cout)
                                      : time_frames_in_window(std::move(script), std::move(settings), command.results, std::cout));
    }
    if (command.screenshot.empty()) {
        run_window(command.size, std::move(settings), command.results);
        return 0;
    }
    const std::vector<Problem> problems = take_screenshot({command.screenshot, command.size.width, command.size.height, command.pairs}, std::move(settings), command.results);
    return tell(problems);
}

} // namespace
} // namespace samspil::viewer

int main(int count, char** words)
{
    using namespace samspil;
    const auto started = viewer::FrameClock::now();
    try {
        return viewer::carry_out(viewer::command_from(count, words), started);
    } catch (const viewer::UsageError& error) {
        std::cerr << "samspil-viewer: " << error.words.da << "\nsamspil-viewer: " << error.words.en << '\n';
        return 2;
    } catch (const IoError& error) {
        std::cerr << "samspil-viewer: " << error.what() << '\n';
        return 4;
    } catch (const std::exception& error) {
        std::cerr << "samspil-viewer: " << error.what() << '\n';
        return 1;
    }
}
