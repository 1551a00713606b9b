// SPDX-License-Identifier: MPL-2.0
// Words in the two languages of the product. Everything a person reads exists in Danish and English.
#pragma once

#include <string>
#include <string_view>

namespace samspil {

enum class Language { da, en };

/// A label fixed at compile time (field tables, KPI table).
struct Label {
    std::string_view da;
    std::string_view en;
    constexpr std::string_view in(Language language) const { return language == Language::da ? da : en; }
};

/// A sentence made at run time (diagnostics, notes, titles).
struct Text {
    std::string da;
    std::string en;
    const std::string& in(Language language) const { return language == Language::da ? da : en; }
    bool operator==(const Text&) const = default;
};

} // namespace samspil
