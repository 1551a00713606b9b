// SPDX-License-Identifier: MPL-2.0
// A number with a word behind it ("45 mio.", "2 år") as what to write in the unit of its field.
#pragma once

#include "engine/model/fields.hpp"

#include <string_view>

namespace samspil {

/// "write 45000000" where the word says for sure how much it is and the field holds it; else what unit stands here. Empty
/// where the text is not a number with a word, or with thousands separators.
Text unit_advice(const Field& field, std::string_view text);

/// "write 45000000" of "45 mio." whatever the field; empty of other words.
Text large_number_advice(std::string_view text);

} // namespace samspil
