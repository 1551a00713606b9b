// SPDX-License-Identifier: MPL-2.0
// Runs the workbench behind the screen: reads what is being built whenever it changes, with all checks of the reader,
// and gives it to the live study. The screen's thread never waits for a file or a week.
#pragma once

#include "viewer/live/bench_view.hpp"
#include "viewer/state/bench.hpp"

#include <chrono>
#include <functional>
#include <memory>

namespace samspil::viewer {

class BenchRunner {
public:
    /// `wake` is called behind the screen when there is something new; may be empty. The files of the base are looked at every
    /// `look_again`: edited in another program it is read again by itself.
    explicit BenchRunner(std::function<void()> wake, std::chrono::milliseconds look_again = std::chrono::seconds(1));
    ~BenchRunner();
    BenchRunner(const BenchRunner&) = delete;
    BenchRunner& operator=(const BenchRunner&) = delete;

    /// What is being built now; costs a comparison when nothing changed.
    void follow(const Bench& bench);
    void want(const Wishes& wishes);
    std::shared_ptr<const BenchView> view() const;

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

} // namespace samspil::viewer
