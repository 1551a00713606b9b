// SPDX-License-Identifier: MPL-2.0
#include "engine/io/likely.hpp"

#include "engine/io/say.hpp"
#include "engine/io/shape.hpp"
#include "engine/model/indicators.hpp"

#include <algorithm>
#include <functional>

namespace samspil {
namespace {

bool is_of_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

/// Words of a folded text: "dagcenter midt (møllestien)" has three.
std::vector<std::string> words_in(std::string_view text)
{
    std::vector<std::string> words;
    bool inside = false;
    for (const char c : text) {
        if (is_of_word(c) && !inside) words.emplace_back();
        inside = is_of_word(c);
        if (inside) words.back() += c;
    }
    return words;
}

bool holds(const std::vector<std::string>& words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

/// All that one key may be called.
struct Named {
    std::string_view key;
    std::vector<std::string> names; ///< folded
    std::vector<std::string> words; ///< of all its names
};

std::vector<Named> by_key(const std::vector<KnownWord>& known)
{
    std::vector<Named> all;
    for (const KnownWord& one : known) {
        if (all.empty() || all.back().key != one.key) all.push_back({one.key, {}, {}});
        all.back().names.push_back(folded(one.word));
        for (std::string& word : words_in(all.back().names.back())) all.back().words.push_back(std::move(word));
    }
    return all;
}

class Asked {
public:
    Asked(std::string_view asked, const std::vector<Named>& all) : text_(folded(asked)), words_(words_in(text_)), all_(all) {}

    bool is_name(const Named& one) const
    {
        return std::any_of(one.names.begin(), one.names.end(), [&](const std::string& name) { return name == text_ || name.ends_with("." + text_); });
    }
    bool begins_name(const Named& one) const
    {
        if (text_.size() < 3) return false;
        const auto begins = [&](const std::string& name) { return name.starts_with(text_) || name.find("." + text_) != std::string::npos; };
        return std::any_of(one.names.begin(), one.names.end(), begins);
    }
    bool words_are_held(const Named& one) const
    {
        return !words_.empty() && std::all_of(words_.begin(), words_.end(), [&](const std::string& word) { return holds(one.words, word); });
    }
    /// Of several words the one that tells most: that the fewest hold, and no kind of house ("Folkehus") or group of values.
    std::function<bool(const Named&)> telling_word_is_held() const
    {
        const std::string* telling = nullptr;
        std::ptrdiff_t fewest = 0;
        for (const std::string& word : words_) {
            const auto holders = std::count_if(all_.begin(), all_.end(), [&](const Named& one) { return holds(one.words, word); });
            if (holders == 0 || word.size() < 3 || is_kind(word) || (telling != nullptr && holders >= fewest)) continue;
            telling = &word;
            fewest = holders;
        }
        return [word = telling == nullptr ? std::string() : *telling](const Named& one) { return !word.empty() && holds(one.words, word); };
    }
    std::size_t distance(const Named& one, std::size_t most) const
    {
        std::size_t least = most + 1;
        for (const std::string& name : one.names) least = std::min(least, word_distance(text_, name, most));
        return least;
    }
    /// Furthest at which a spelling is alike, and at which it is a slip of a finger.
    std::size_t alike() const { return std::max<std::size_t>(1, text_.size() / 3); }
    std::size_t slip() const { return text_.size() < 8 ? 1 : 2; }

private:
    /// The first word in the name of more than one.
    bool is_kind(const std::string& word) const
    {
        const auto first = [&](const std::string& name) {
            const auto words = words_in(name);
            return !words.empty() && words.front() == word;
        };
        const auto is_of_it = [&](const Named& one) { return std::any_of(one.names.begin(), one.names.end(), first); };
        return std::count_if(all_.begin(), all_.end(), is_of_it) > 1;
    }

    std::string text_;
    std::vector<std::string> words_;
    const std::vector<Named>& all_;
};

} // namespace

std::vector<std::string_view> likely(std::string_view asked, const std::vector<KnownWord>& known, std::size_t most)
{
    if (asked.empty() || asked.size() > 200) return {};
    const std::vector<Named> all = by_key(known);
    const Asked word(asked, all);
    const auto keys_where = [&](const auto& is_so) {
        std::vector<std::string_view> keys;
        for (const Named& one : all) {
            if (is_so(one)) keys.push_back(one.key);
        }
        return keys;
    };
    const auto nearest_within = [&](std::size_t limit) {
        std::size_t least = limit;
        for (const Named& one : all) least = std::min(least, word.distance(one, limit));
        return keys_where([&](const Named& one) { return word.distance(one, limit) <= least; });
    };
    const std::function<std::vector<std::string_view>()> ways[] = {
        [&] { return keys_where([&](const Named& one) { return word.is_name(one); }); },
        [&] { return keys_where([&](const Named& one) { return word.begins_name(one); }); },
        [&] { return keys_where([&](const Named& one) { return word.words_are_held(one); }); },
        [&] { return nearest_within(word.slip()); },
        [&] { return keys_where(word.telling_word_is_held()); },
        [&] { return nearest_within(word.alike()); }};
    for (const auto& way : ways) {
        std::vector<std::string_view> keys = way();
        if (!keys.empty() && keys.size() <= most) return keys;
    }
    return {};
}

Text did_you_mean(const std::vector<std::string_view>& keys)
{
    if (keys.size() < 2) return did_you_mean(keys.empty() ? std::string_view() : keys.front());
    const auto listed = [&](std::string_view last) {
        std::string all;
        for (std::size_t i = 0; i < keys.size(); ++i)
            all += fmt::format("{}'{}'", i == 0 ? "" : i + 1 == keys.size() ? last : ", ", keys[i]);
        return all;
    };
    return {fmt::format("mente du {}?", listed(" eller ")), fmt::format("did you mean {}?", listed(" or "))};
}

Text near_house(const std::vector<KnownWord>& ids_and_names, std::string_view asked) { return did_you_mean(likely(asked, ids_and_names, 2)); }

Text near_indicator(std::string_view asked)
{
    if (find_kpi(asked)) return {};
    std::vector<KnownWord> known;
    for (const Kpi& kpi : kpi_table()) known.insert(known.end(), {{kpi.id, kpi.id}, {kpi.label.da, kpi.id}, {kpi.label.en, kpi.id}});
    return did_you_mean(likely(asked, known, 12));
}

Text near_path(std::string_view asked, const std::vector<std::string>& paths)
{
    std::vector<KnownWord> known;
    for (const std::string& path : paths) {
        known.push_back({path, path});
        const Shape* shape = shape_at(path);
        if (shape != nullptr) known.insert(known.end(), {{shape->label.da, path}, {shape->label.en, path}});
    }
    return did_you_mean(likely(asked, known, 8));
}

Text near_path(std::string_view asked)
{
    std::vector<std::string> paths;
    const std::function<void(const Shape&, const std::string&)> add = [&](const Shape& shape, const std::string& path) {
        if (shape.form == Shape::Form::field) paths.push_back(path);
        if (shape.form != Shape::Form::section) return;
        for (const Shape& child : shape.children) add(child, path.empty() ? std::string(child.key) : fmt::format("{}.{}", path, child.key));
    };
    add(scenario_shape(), "");
    return near_path(asked, paths);
}

} // namespace samspil
