// SPDX-License-Identifier: MPL-2.0
#include "engine/io/nation_plan.hpp"

#include "engine/io/nearest.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/study_setup.hpp"
#include "engine/io/two_languages.hpp"
#include "engine/io/values.hpp"
#include "engine/io/whole_file.hpp"
#include "engine/model/scaling.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

namespace samspil {
namespace {

namespace fs = std::filesystem;

constexpr double smallest_scale = 1e-4, largest_scale = 100;
constexpr double not_said = -1;

struct Heads {
    int version = 1, replications = 10, weeks = 0;
    double seed = 1;
};

struct Entry {
    std::string id, name, scenario;
    double scale = not_said, from = not_said, to = not_said;
    int copies = 0;    ///< 0: one municipality, named by its id alone
    bool sound = true; ///< nothing is wrong with the entry itself
    Origin place, scenario_place;
};

Field number(std::string_view key, Kind kind, double low, double high, double fallback, Label label, Access at)
{
    return {key, kind, "", low, high, fallback, no_prior, no_prior, Evidence::assumed, label, "", at, {}};
}

std::span<const Field> head_fields()
{
    static const std::array fields{
        number("samspil", Kind::integer, 1, 1, 1, {"formatets version", "version of the format"}, member<&Heads::version>),
        number("seed", Kind::integer, 0, 4'294'967'295.0, 1, {"frø", "seed"}, member<&Heads::seed>),
        number("replications", Kind::integer, 1, 1'000'000, 10, {"gentagelser", "replications"}, member<&Heads::replications>),
        number("weeks", Kind::integer, 1, 100'000, 0, {"forkortet periode", "shortened period"}, member<&Heads::weeks>),
    };
    return fields;
}

std::span<const Field> entry_fields()
{
    static const std::array fields{
        number("scale", Kind::number, smallest_scale, largest_scale, 1, {"tabellernes størrelse", "scale of the tables"}, member<&Entry::scale>),
        number("copies", Kind::integer, 1, most_municipalities, 1, {"antal kommuner", "number of municipalities"}, member<&Entry::copies>),
        number("from", Kind::number, smallest_scale, largest_scale, 1, {"mindste størrelse", "smallest scale"}, member<&Entry::from>),
        number("to", Kind::number, smallest_scale, largest_scale, 1, {"største størrelse", "largest scale"}, member<&Entry::to>),
    };
    return fields;
}

/// Ids name rows, copies and chance: letters, digits, - and _.
bool is_id(const std::string& text)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

class NationReader {
public:
    NationReader(std::string file, Diagnostics& out) : file_(std::move(file)), out_(out) {}

    std::optional<Nation> read(const Node& root)
    {
        keys(root, "", {"samspil", "title", "seed", "replications", "weeks", "municipalities"}, [&](const Node::Entry& entry) { top(entry); });
        for (const char* key : {"samspil", "municipalities"}) {
            if (root.kind == Node::Kind::mapping && root.find(key) == nullptr) wrong({file_, 1, 1}, "", say("nøglen '{}' mangler", "the key '{}' is missing", key));
        }
        nation_.seed = static_cast<std::uint32_t>(heads_.seed);
        nation_.replications = heads_.replications;
        for (const Entry& entry : entries_) spell_out(entry);
        if (out_.has_errors()) return std::nullopt;
        return std::move(nation_);
    }

private:
    void wrong(const Origin& place, const std::string& path, Text message, Text hint = {}) { out_.add(error_at(place, path, std::move(message), std::move(hint))); }

    /// Hands on every known key of a group; the others are told.
    template <class Take>
    void keys(const Node& node, const std::string& path, std::vector<std::string_view> known, Take take)
    {
        if (node.kind != Node::Kind::mapping)
            return wrong(node.origin(file_), path, {"ventede en gruppe af nøgler", "expected a group of keys"}, {"skriv nøgle: værdi", "write key: value"});
        for (const Node::Entry& entry : node.entries) {
            if (std::find(known.begin(), known.end(), entry.key) != known.end()) take(entry);
            else wrong({file_, entry.line, entry.column}, path, say("ukendt nøgle '{}'", "unknown key '{}'", shown(entry.key)), did_you_mean(nearest(entry.key, known)));
        }
    }

    std::string text(const Node& node, const std::string& path)
    {
        if (node.kind == Node::Kind::scalar && !node.text.empty()) return node.text;
        wrong(node.origin(file_), path, {"ventede en tekst", "expected a text"});
        return {};
    }

    void field(std::span<const Field> fields, void* object, const Node::Entry& entry, const std::string& path)
    {
        const Field& known = *find_field(fields, entry.key);
        if (const auto value = read_value(known, entry.value, file_, path, out_)) known.access.write(object, *value);
    }

    void top(const Node::Entry& entry)
    {
        if (entry.key == "title") {
            keys(in_two_languages(entry.value), "title", {"da", "en"}, [&](const Node::Entry& part) { (part.key == "da" ? nation_.title.da : nation_.title.en) = text(part.value, "title." + part.key); });
        } else if (entry.key == "municipalities") {
            if (entry.value.kind != Node::Kind::sequence || entry.value.items.empty())
                return wrong(entry.value.origin(file_), entry.key, {"ventede en liste af kommuner", "expected a list of municipalities"},
                             {"skriv - {id: lille, scenario: basis.yaml, scale: 0.2}", "write - {id: small, scenario: basis.yaml, scale: 0.2}"});
            for (std::size_t i = 0; i < entry.value.items.size(); ++i) municipality(entry.value.items[i], "municipalities." + std::to_string(i + 1));
        } else {
            field(head_fields(), &heads_, entry, entry.key);
        }
    }

    void municipality(const Node& node, const std::string& path)
    {
        Entry made;
        const std::size_t before = out_.items().size();
        made.place = made.scenario_place = node.origin(file_);
        keys(node, path, {"id", "name", "scenario", "scale", "copies", "from", "to"}, [&](const Node::Entry& entry) {
            const std::string here = path + "." + entry.key;
            if (entry.key == "id") {
                made.id = text(entry.value, here);
                if (!made.id.empty() && !is_id(made.id))
                    wrong(entry.value.origin(file_), here, say("'{}' er ikke et id", "'{}' is not an id", shown(made.id)), {"brug bogstaverne a-z, tal, - og _", "use the letters a-z, digits, - and _"});
            } else if (entry.key == "name") made.name = text(entry.value, here);
            else if (entry.key == "scenario") {
                made.scenario = text(entry.value, here);
                made.scenario_place = entry.value.origin(file_);
            } else field(entry_fields(), &made, entry, here);
        });
        if (node.kind != Node::Kind::mapping) return;
        for (const char* key : {"id", "scenario"}) {
            if (node.find(key) == nullptr) wrong(made.place, path, say("nøglen '{}' mangler", "the key '{}' is missing", key));
        }
        const bool spread = made.from != not_said || made.to != not_said;
        if (made.copies == 0 && spread) wrong(made.place, path, {"from og to hører til copies", "from and to belong to copies"}, {"skriv scale for én kommune", "write scale for one municipality"});
        if (spread && (made.from == not_said || made.to == not_said)) wrong(made.place, path, {"skriv både from og to", "write both from and to"});
        if (spread && made.scale != not_said) wrong(made.place, path, {"skriv enten scale eller from og to", "write either scale or from and to"});
        if (spread && made.from > made.to && made.to != not_said) wrong(made.place, path, {"from er større end to", "from is larger than to"});
        made.sound = out_.items().size() == before;
        entries_.push_back(std::move(made));
    }

    struct Read {
        std::shared_ptr<const Scenario> scenario;
        std::string digest;
    };
    /// Once, however many municipalities have its tables. What is wrong in it is said once.
    const Read& scenario_at(const Entry& entry)
    {
        const fs::path file = (fs::path(file_).parent_path() / entry.scenario).lexically_normal();
        const auto [at, fresh] = scenarios_.try_emplace(file.string());
        if (!fresh) return at->second;
        std::error_code ignored;
        if (!fs::is_regular_file(file, ignored)) {
            wrong(entry.scenario_place, "scenario", say("scenariet {} findes ikke", "the scenario {} does not exist", shown(file.string())));
            return at->second;
        }
        auto loaded = load_scenario(file, {}, out_);
        if (!loaded) return at->second;
        if (heads_.weeks > loaded->scenario.period.weeks)
            wrong(entry.scenario_place, "weeks", say("{} uger er længere end perioden i {} ({} uger): den kan kun forkortes",
                                                     "{} weeks is longer than the period of {} ({} weeks): it can only be shortened", heads_.weeks, loaded->scenario.id, loaded->scenario.period.weeks));
        else if (heads_.weeks > 0) shorten(*loaded, heads_.weeks, out_);
        const Period& period = loaded->scenario.period;
        if (!first_) first_ = period;
        if (!(period == *first_))
            wrong(entry.scenario_place, "scenario", say("{} har en anden periode end den første kommune: start, uger og indløb skal være ens for at kunne lægges sammen",
                                                        "{} has another period than the first municipality: start, weeks and burn-in must be equal for sums", loaded->scenario.id));
        nation_.burn_in_weeks = period.burn_in_weeks;
        nation_.weeks = period.weeks;
        at->second.digest = digest_of_option(*loaded);
        at->second.scenario = std::make_shared<const Scenario>(std::move(loaded->scenario));
        return at->second;
    }

    void spell_out(const Entry& entry)
    {
        if (entry.scenario.empty()) return;
        const Read& read = scenario_at(entry);
        if (!read.scenario || !entry.sound) return;
        const int n = std::max(1, entry.copies);
        const double scale = entry.scale == not_said ? 1 : entry.scale;
        const std::vector<double> sizes = entry.from == not_said ? std::vector<double>(static_cast<std::size_t>(n), scale) : spread_sizes(n, entry.from, entry.to);
        if (nation_.municipalities.size() + sizes.size() > static_cast<std::size_t>(most_municipalities))
            return wrong(entry.place, "municipalities", say("flere end {} kommuner", "more than {} municipalities", most_municipalities));
        const std::size_t digits = std::to_string(n).size();
        for (int k = 0; k < n; ++k) {
            Municipality one;
            one.id = entry.copies == 0 ? entry.id : fmt::format("{}-{:0{}}", entry.id, k + 1, digits);
            one.name = entry.name;
            one.scenario_id = read.scenario->id;
            one.digest = read.digest;
            one.scenario = read.scenario;
            one.scale = sizes[static_cast<std::size_t>(k)];
            one.seed = seed_of_municipality(nation_.seed, one.id);
            add(std::move(one), entry.place);
        }
    }

    void add(Municipality one, const Origin& place)
    {
        if (!ids_.insert(one.id).second) return wrong(place, "municipalities", say("to kommuner hedder '{}'", "two municipalities are called '{}'", one.id));
        if (!seeds_.insert(one.seed).second)
            return wrong(place, "municipalities", say("'{}' har samme frø som en anden kommune", "'{}' has the seed of another municipality", one.id), {"giv den et andet id", "give it another id"});
        nation_.municipalities.push_back(std::move(one));
    }

    std::string file_;
    Diagnostics& out_;
    Heads heads_;
    std::vector<Entry> entries_;
    std::map<std::string, Read> scenarios_;
    std::optional<Period> first_;
    std::set<std::string> ids_;
    std::set<std::uint32_t> seeds_;
    Nation nation_;
};

} // namespace

bool is_nation_file(const std::string& path)
{
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored) || fs::file_size(path, ignored) > largest_input) return false;
    return ("\n" + read_whole_file(path)).find("\nmunicipalities:") != std::string::npos;
}

std::optional<Nation> read_nation(const std::string& plan_path, Diagnostics& out)
{
    std::string text = read_input(plan_path, plan_path, nullptr, out).value_or("");
    if (out.has_errors() || !decode(text, plan_path, false, out)) return std::nullopt;
    if (const std::size_t cpr = find_cpr(text, false); cpr != std::string::npos) {
        out.add(cpr_refused(place_of(text, cpr, plan_path), ""));
        return std::nullopt;
    }
    const auto root = parse_yaml(text, plan_path, out);
    if (!root || out.has_errors()) return std::nullopt;
    if (root->kind == Node::Kind::null) {
        out.add(error_at({plan_path, 1, 1}, "", {"filen er tom", "the file is empty"}));
        return std::nullopt;
    }
    return NationReader(plan_path, out).read(*root);
}

} // namespace samspil
