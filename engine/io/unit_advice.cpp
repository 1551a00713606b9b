// SPDX-License-Identifier: MPL-2.0
#include "engine/io/unit_advice.hpp"

#include "engine/io/figures.hpp"
#include "engine/io/say.hpp"
#include "engine/io/values.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace samspil {
namespace {

struct NumberAndWord {
    double number;
    std::string word; ///< in small letters, without points at its end
};

bool of_number(char c) { return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-'; }

/// "1.234.567": groups of three with the same sign between them, two at least; its digits alone.
std::optional<std::string> without_thousands(std::string_view text)
{
    std::string digits;
    std::size_t groups = 0, in_group = 0;
    char sign = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits += c;
            ++in_group;
            continue;
        }
        if ((c != '.' && c != ',') || (sign != 0 && c != sign) || in_group == 0 || in_group > 3 || (groups > 0 && in_group != 3)) return std::nullopt;
        sign = c;
        ++groups;
        in_group = 0;
    }
    if (groups < 2 || in_group != 3) return std::nullopt;
    return digits;
}

std::optional<NumberAndWord> number_and_word(std::string_view text)
{
    const auto end = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), of_number) - text.begin());
    std::string number(text.substr(0, end));
    if (const auto whole = without_thousands(number)) number = *whole;
    std::replace(number.begin(), number.end(), ',', '.');
    const auto value = parse_number(number);
    std::string word(text.substr(end));
    word.erase(0, word.find_first_not_of(' '));
    while (!word.empty() && (word.back() == '.' || word.back() == ' ')) word.pop_back();
    std::transform(word.begin(), word.end(), word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (!value || word.empty()) return std::nullopt;
    return NumberAndWord{*value, word};
}

bool among(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

std::optional<double> large_factor(std::string_view word)
{
    if (among(word, {"mio", "mill", "million", "millioner", "millions"})) return 1e6;
    if (among(word, {"mia", "milliard", "milliarder", "billion", "billions"})) return 1e9;
    if (among(word, {"tusind", "tusinde", "thousand"})) return 1e3;
    return std::nullopt;
}

/// What one of the word is in the unit; nothing where it is another kind of thing, or not the same every time (months).
std::optional<double> factor_in(std::string_view unit, std::string word)
{
    if (unit.starts_with("kr")) {
        for (const std::string_view money : {" kr", " dkk"}) {
            if (word.ends_with(money)) word.erase(word.size() - money.size());
        }
        while (!word.empty() && word.back() == '.') word.pop_back();
        if (among(word, {"kr", "dkk"})) return 1.0;
        if (among(word, {"tkr", "t.kr", "t"})) return 1e3;
    }
    if (unit == "weeks" && among(word, {"uge", "uger", "week", "weeks"})) return 1.0;
    if (unit == "weeks" && among(word, {"år", "aar", "year", "years"})) return 52.0;
    if (unit == "persons" && among(word, {"person", "personer", "persons", "people"})) return 1.0;
    if (unit == "places" && among(word, {"plads", "pladser", "place", "places"})) return 1.0;
    if (word == unit || word == unit_in_words(unit, Language::da) || word == unit_in_words(unit, Language::en)) return 1.0;
    return large_factor(word);
}

/// The product as it is meant: 1.1 * 1e6 is 1100000.
double times(double number, double factor) { return std::round(number * factor * 1e6) / 1e6; }

} // namespace

Text large_number_advice(std::string_view text)
{
    const auto read = number_and_word(text);
    const auto factor = read ? large_factor(read->word) : std::nullopt;
    return factor ? say("skriv {}", "write {}", written(times(read->number, *factor))) : Text{};
}

Text unit_advice(const Field& field, std::string_view text)
{
    if (const auto whole = without_thousands(text)) return say("uden tusindtegn: skriv {}", "without thousands separators: write {}", *whole);
    const auto read = number_and_word(text);
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
    const bool digits = read && std::any_of(read->word.begin(), read->word.end(), [](char c) { return c >= '0' && c <= '9'; }); // 1e999, 0x1f
    if (!read || !letter(read->word[0]) || digits) return {};
    const auto factor = factor_in(field.unit, read->word);
    const double value = factor ? times(read->number, *factor) : 0;
    const bool fits = factor && value >= field.minimum && value <= field.maximum && (field.kind != Kind::integer || value == std::floor(value));
    if (fits) return *factor == 1 ? say("skriv kun tallet: {}", "write the number only: {}", written(value)) : say("skriv {}", "write {}", written(value));
    const Text range = range_of(field);
    return {"her står et tal uden ord efter, " + range.da, "a number with no word after it stands here, " + range.en};
}

} // namespace samspil
