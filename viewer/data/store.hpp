// SPDX-License-Identifier: MPL-2.0
// Opens results behind the screen and keeps watch over them: new parts of a running study, files replaced or gone.
// One thread reads; the screen only ever takes a pointer to the newest library.
#pragma once

#include "viewer/data/library.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace samspil::viewer {

struct StoreSettings {
    std::function<void()> wake;                      ///< called by the reader when there is something new; may be empty
    std::size_t kept_bytes = std::size_t{2} << 30;   ///< most memory for series, groups and lives; those looked at longest ago go first
    double look_again_seconds = 1;                   ///< how often files and running studies are looked at again; 0 = never
};

class Store {
public:
    explicit Store(StoreSettings settings);
    ~Store();

    /// Result files, folders of results, folders of running studies. What cannot be opened becomes a Problem.
    void open(const std::vector<std::string>& paths);
    void close(const std::string& result);
    /// What the screen looks at now, all of it and nothing else: what is not there is read, and nothing of it is dropped.
    void want(const Wishes& wishes);
    /// Takes apart behind the screen what the frame's thread no longer needs: freeing large results takes time.
    void let_go(std::shared_ptr<const void> old);
    void dismiss_problems();
    /// How long a frame took that showed something new. While many files are read the news comes so far between that such frames take
    /// a twentieth of the time.
    void shown_in(std::chrono::duration<double> frame);

    std::shared_ptr<const Library> library() const;
    /// Until everything asked for is read (screenshots, tests).
    void wait() const;

private:
    struct Reader;
    std::unique_ptr<Reader> reader_;
};

} // namespace samspil::viewer
