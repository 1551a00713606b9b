// SPDX-License-Identifier: MPL-2.0
#include "engine/io/values.hpp"

#include "engine/io/figures.hpp"
#include "engine/io/nearest.hpp"
#include "engine/io/unit_advice.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace samspil {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t i)
{
    std::size_t end = i;
    while (end < text.size() && digit(text[end]))
        ++end;
    return end - i;
}

/// Length of the number at the start of the text, leading zeros allowed when `zeros`; 0 when there is none.
std::size_t number_length(std::string_view text, bool zeros)
{
    std::size_t i = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t whole = digits_at(text, i);
    if (whole == 0 || (!zeros && whole > 1 && text[i] == '0')) return 0;
    i += whole;
    if (i < text.size() && text[i] == '.') {
        const std::size_t part = digits_at(text, i + 1);
        if (part == 0) return 0;
        i += 1 + part;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        std::size_t j = i + 1;
        if (j < text.size() && (text[j] == '+' || text[j] == '-')) ++j;
        const std::size_t power = digits_at(text, j);
        if (power == 0) return 0;
        i = j + power;
    }
    return i;
}

constexpr std::array<std::string_view, 12> words_for_true{"ja", "Ja", "JA",   "yes",  "Yes",  "YES",
                                                          "on", "On", "True", "TRUE", "sand", "1"};
constexpr std::array<std::string_view, 13> words_for_false{"nej", "Nej",   "NEJ",   "no",    "No", "NO", "off",
                                                           "Off", "False", "FALSE", "falsk", "0",  "n"};

template <std::size_t N>
bool among(std::string_view text, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::optional<double> read_flag(const Node& node, const Origin& place, const std::string& path, Diagnostics& out)
{
    if (!node.quoted && node.text == "true") return 1.0;
    if (!node.quoted && node.text == "false") return 0.0;
    Text hint{"skriv true eller false", "write true or false"};
    if (among(node.text, words_for_true) || node.text == "true") hint = {"skriv true", "write true"};
    if (among(node.text, words_for_false) || node.text == "false") hint = {"skriv false", "write false"};
    out.add(error_at(place, path,
                     say("'{}' er hverken true eller false", "'{}' is neither true nor false", shown(node.text)),
                     hint));
    return std::nullopt;
}

std::optional<double> read_choice(const Field& field, const Node& node, const Origin& place, const std::string& path,
                                  Diagnostics& out)
{
    std::vector<KnownWord> known;
    std::string built;
    for (std::size_t i = 0; i < field.choices.size(); ++i) {
        const Choice& choice = field.choices[i];
        if (choice.id == node.text) {
            if (choice.built) return static_cast<double>(i);
            out.add(error_at(
                place, path,
                say("'{}' er kendt, men ikke i denne version", "'{}' is known, but not in this version", node.text),
                {}));
            return std::nullopt;
        }
        if (!choice.built) continue;
        known.push_back({choice.id, choice.id});
        known.push_back({choice.label.da, choice.id});
        known.push_back({choice.label.en, choice.id});
        built += (built.empty() ? "" : ", ") + std::string(choice.id);
    }
    const std::string_view near = nearest(node.text, known);
    out.add(error_at(place, path,
                     say("ukendt værdi '{}'; mulige: {}", "unknown value '{}'; possible: {}", shown(node.text), built),
                     did_you_mean(near)));
    return std::nullopt;
}

} // namespace

std::optional<double> parse_number(std::string_view text)
{
    if (text.empty() || number_length(text, false) != text.size()) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value == 0 ? 0.0 : value; // no minus zero
}

Text number_advice(std::string_view text)
{
    const auto write = [](const std::string& right) { return say("skriv {}", "write {}", right); };
    const std::size_t commas = static_cast<std::size_t>(std::count(text.begin(), text.end(), ','));
    std::string dotted(text);
    std::replace(dotted.begin(), dotted.end(), ',', '.');
    if (commas == 1 && parse_number(dotted)) {
        return say("decimaltegnet er punktum her: skriv {}", "the decimal sign is a point here: write {}", dotted);
    }
    std::string bare(text);
    bare.erase(std::remove_if(bare.begin(), bare.end(), [](char c) { return c == '_' || c == ' ' || c == '\''; }),
               bare.end());
    if (bare != text && parse_number(bare)) return write(bare);
    if (!text.empty() && text[0] == '+' && parse_number(text.substr(1))) return write(std::string(text.substr(1)));
    if (!text.empty() && text[0] == '.' && parse_number("0" + std::string(text))) return write("0" + std::string(text));
    if (number_length(text, true) == text.size() && !text.empty()) {
        const bool negative = text[0] == '-';
        std::string stripped(text.substr(negative ? 1 : 0));
        stripped.erase(0, std::min(stripped.find_first_not_of('0'), stripped.size() - 1));
        if (stripped[0] == '.') stripped = "0" + stripped;
        if (stripped != text.substr(negative ? 1 : 0) && parse_number(stripped))
            return write((negative ? "-" : "") + stripped);
    }
    const std::size_t length = number_length(text, false);
    if (length > 0 && (text.substr(length) == "%" || text.substr(length) == " %")) {
        if (const auto percent = parse_number(text.substr(0, length))) return write(written(*percent / 100));
    }
    if (const Text large = large_number_advice(text); !large.en.empty()) return large;
    const bool other_notation = length < text.size() && (text[length] == 'x' || text[length] == 'o' ||
                                                         text[length] == '.' || text[length] == ',');
    if (length > 0 && length < text.size() && !other_notation) {
        return say("skriv kun tallet: {}", "write the number only: {}", text.substr(0, length));
    }
    return {};
}

std::string written(double value) { return fmt::format("{}", value); }

std::string written(const Field& field, double value)
{
    if (field.kind == Kind::flag) return value != 0 ? "true" : "false";
    if (field.kind == Kind::choice) {
        const auto index = static_cast<std::size_t>(value);
        return index < field.choices.size() ? std::string(field.choices[index].id) : written(value);
    }
    return written(value);
}

Text range_of(const Field& field)
{
    const Text unit = unit_after(field.unit);
    const std::string low = written(field.minimum), high = written(field.maximum);
    if (field.minimum == field.maximum) return {"netop " + low + unit.da, "exactly " + low + unit.en};
    return {low + " til " + high + unit.da, low + " to " + high + unit.en};
}

Text unit_after(std::string_view unit)
{
    if (unit.empty()) return {};
    return {" " + unit_in_words(unit, Language::da), " " + unit_in_words(unit, Language::en)};
}

bool check_range(const Field& field, double value, const Origin& place, const std::string& path, Diagnostics& out)
{
    if (value >= field.minimum && value <= field.maximum) return true;
    const Text range = range_of(field);
    out.add(error_at(
        place, path,
        {"ventede " + range.da + ", fik " + written(value), "expected " + range.en + ", got " + written(value)}));
    return false;
}

std::optional<double> read_value(const Field& field, const Node& node, const std::string& file, const std::string& path,
                                 Diagnostics& out)
{
    const Origin place = node.origin(file);
    if (node.kind == Node::Kind::null) {
        out.add(error_at(place, path, {"værdien mangler", "the value is missing"}));
        return std::nullopt;
    }
    if (node.kind != Node::Kind::scalar) {
        out.add(
            error_at(place, path,
                     {"ventede én værdi, ikke en liste eller en gruppe", "expected one value, not a list or a group"}));
        return std::nullopt;
    }
    if (field.kind == Kind::flag) return read_flag(node, place, path, out);
    if (field.kind == Kind::choice) return read_choice(field, node, place, path, out);
    if (node.quoted) {
        out.add(error_at(place, path, {"et tal står uden anførselstegn", "a number stands without quotes"}));
        return std::nullopt;
    }
    const auto value = parse_number(node.text);
    if (!value) {
        Text advice = unit_advice(field, node.text);
        if (advice.en.empty()) advice = number_advice(node.text);
        const bool percent = node.text.ends_with('%');
        const auto share = percent ? parse_number(node.text.substr(0, node.text.find_last_not_of("% ") + 1)) : std::nullopt;
        const bool whole_only = field.kind == Kind::integer;
        if (share && (whole_only || *share / 100 < field.minimum || *share / 100 > field.maximum)) {
            const Text range = range_of(field); // writing 1.5 for 150 % would only be the next error
            advice = {"her står et tal uden procenttegn, " + range.da, "a number without a per cent sign stands here, " + range.en};
        }
        out.add(error_at(place, path, say("'{}' er ikke et tal", "'{}' is not a number", shown(node.text)), advice));
        return std::nullopt;
    }
    if (field.kind == Kind::integer &&
        *value != static_cast<double>(static_cast<long long>(std::clamp(*value, -1e15, 1e15)))) {
        out.add(
            error_at(place, path, say("ventede et helt tal, fik {}", "expected a whole number, got {}", node.text)));
        return std::nullopt;
    }
    if (!check_range(field, *value, place, path, out)) return std::nullopt;
    return value;
}

} // namespace samspil
