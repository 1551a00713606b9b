// SPDX-License-Identifier: MPL-2.0
// Pieces of the workbench that screens share.
#pragma once

#include "viewer/views/frame.hpp"

namespace samspil::viewer {

/// What happened to a lever's card this frame; while a slider is held, `first` and `last` mark the hold.
struct LeverTouch {
    Lever lever;
    bool changed = false, first = false, last = false, removed = false;
};

/// `wrong`: what the reader says about this lever.
LeverTouch lever_card(Frame& frame, const Scenario& base, const LeverKind& kind, Lever lever, const std::vector<std::string>& wrong);

/// Unit, range, evidence tag and source of a knob.
std::string knob_tip(const Field& field, Language language);

/// Tabs of the options, their title, add, copy, remove; the same above levers and above houses.
void draft_bar(Frame& frame);
/// Save, copy as command, pause.
void draft_tools(Frame& frame);
/// What the base is built on when nothing is: what the screen does then (`intro`), and one button a scenario that can be; where
/// there is none only how to get one.
void begin_bench(Frame& frame, Label intro);

} // namespace samspil::viewer
