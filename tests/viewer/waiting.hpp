// SPDX-License-Identifier: MPL-2.0
// Waiting for a view that is made behind the screen.
#pragma once

#include "tests/support/catch.hpp"

#include <chrono>
#include <thread>

namespace samspil::viewer {

/// The first view of a study that meets the condition; the test fails when none has come after 100 seconds.
template <class Study, class Condition>
auto when(const Study& study, Condition condition)
{
    using namespace std::chrono_literals;
    const auto end = std::chrono::steady_clock::now() + 100s;
    for (;;) {
        auto view = study.view();
        if (condition(*view)) return view;
        if (std::chrono::steady_clock::now() > end) {
            FAIL("it did not come");
            return view;
        }
        std::this_thread::sleep_for(1ms);
    }
}

} // namespace samspil::viewer
