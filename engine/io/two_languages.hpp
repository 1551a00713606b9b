// SPDX-License-Identifier: MPL-2.0
// Titles and descriptions as people write them: {da: ..., en: ...}, or one text for both languages.
#pragma once

#include "engine/io/yaml.hpp"

namespace samspil {

/// The group of da and en that `node` stands for: one text is both, and a language that is not given is the other one. Anything
/// else comes back as it is, for the reader to refuse.
Node in_two_languages(const Node& node);

} // namespace samspil
