// SPDX-License-Identifier: MPL-2.0
#include "engine/io/apply.hpp"

#include "engine/io/in_force.hpp"
#include "engine/io/likely.hpp"
#include "engine/io/values.hpp"

#include <algorithm>
#include <sstream>

namespace samspil {
namespace {

class Applier {
public:
    Applier(const Layers& layers, bool centres_known, LoadedScenario& loaded, Diagnostics& out)
        : layers_(layers), centres_known_(centres_known), loaded_(loaded), s_(loaded.scenario), out_(out)
    {
    }
    void values();
    void goals();
    void interventions();

private:
    void centre_value(const std::string& path, const Setting& setting);
    void* object_of(std::string_view section);

    const Layers& layers_;
    bool centres_known_;
    LoadedScenario& loaded_;
    Scenario& s_;
    Diagnostics& out_;
};

void* Applier::object_of(std::string_view section)
{
    if (section == "policy") return &s_.policy;
    if (section == "organisation") return &s_.organisation;
    if (section == "assumptions") return &s_.assumptions;
    if (section == "mechanisms") return &s_.mechanisms;
    if (section == "period") return &s_.period;
    if (section == "run") return &s_.run;
    return nullptr;
}

void Applier::centre_value(const std::string& path, const Setting& setting)
{
    const auto parts = split_path(path);
    const int index = s_.centre_index(parts[1]);
    if (index < 0) {
        if (!centres_known_) return;
        out_.add(error_at(setting.origin, "centres",
                          say("intet hus hedder '{}'", "no centre is named '{}'", shown(parts[1])),
                          near_centre(s_, parts[1])));
        return;
    }
    Centre& centre = s_.centres[static_cast<std::size_t>(index)];
    if (setting.shape->form == Shape::Form::field) setting.shape->field->access.write(&centre, setting.number);
    if (parts[2] == "area") centre.area = setting.text;
    if (parts[2] == "same_roof_as") centre.same_roof_as = setting.text;
}

void Applier::values()
{
    for (const auto& [path, setting] : layers_.values) {
        const auto parts = split_path(path);
        loaded_.origins[path] = setting.origin;
        loaded_.evidence.erase(path);
        if (parts[0] == "centres") {
            centre_value(path, setting);
        } else if (void* object = object_of(parts[0]); object != nullptr && setting.shape->form == Shape::Form::field) {
            setting.shape->field->access.write(object, setting.number);
        } else if (path == "organisation.model") {
            s_.organisation.model = setting.text;
        } else if (path == "period.start") {
            s_.period.start = *parse_date(setting.text);
        } else if (parts[0] == "title" || parts[0] == "description") {
            Text& text = parts[0] == "title" ? s_.title : s_.description;
            (parts[1] == "da" ? text.da : text.en) = setting.text;
        }
    }
    for (Text* text : {&s_.title, &s_.description}) {
        if (text->da.empty()) text->da = text->en;
        if (text->en.empty()) text->en = text->da;
    }
    if (s_.title.da.empty()) s_.title = {s_.id, s_.id};
}

void Applier::goals()
{
    if (!layers_.goals) return;
    for (const GoalSetting& goal : *layers_.goals) {
        s_.goals.push_back({goal.kpi, goal.relevance.value_or(no_prior)});
        loaded_.origins["goals." + std::to_string(s_.goals.size())] = goal.origin;
    }
}

std::vector<std::string> words_of(const std::string& text)
{
    std::vector<std::string> words;
    std::istringstream in(text);
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

void Applier::interventions()
{
    Scenario now = in_force_before(s_, 0);
    for (std::size_t n = 0; n < layers_.interventions.size(); ++n) {
        const InterventionSetting& setting = layers_.interventions[n];
        const auto kinds = intervention_kinds();
        const auto kind =
            std::find_if(kinds.begin(), kinds.end(), [&](const InterventionKind& k) { return k.id == setting.type; });
        Intervention made;
        made.type = kind->type;
        set_defaults(kind->params, &made);
        leave_unsaid(now, made);
        const std::string path = "interventions." + std::to_string(n + 1);
        loaded_.origins[path] = setting.origin;
        for (const auto& [key, value] : setting.values) {
            loaded_.origins[path + "." + key] = value.origin;
            if (value.shape->form == Shape::Form::field) value.shape->field->access.write(&made, value.number);
            if (key == "date") made.date = *parse_date(value.text);
            if (key == "target.centre") made.centre = value.text;
            if (key == "target.to") made.to = value.text;
            if (key == "target.area") made.area = value.text;
            if (key == "target.pool") made.pool = value.text;
            if (key == "id") made.id = value.text;
            if (key == "requires") made.requires_ids = words_of(value.text);
            if (key == "params.model") made.organisation.model = value.text;
        }
        put_in_force(now, made);
        s_.interventions.push_back(std::move(made));
    }
}

} // namespace

Text near_pool(const Scenario& scenario, std::string_view word)
{
    std::vector<KnownWord> known;
    std::string all;
    for (const Pool& pool : scenario.pools) {
        known.insert(known.end(), {{pool.id, pool.id}, {pool.label.da, pool.id}, {pool.label.en, pool.id}});
        all += (all.empty() ? "" : ", ") + pool.id;
    }
    if (all.empty()) return {"tabellen pools.csv har ingen", "the table pools.csv has none"};
    const auto meant = likely(word, known, 2);
    return meant.empty() ? say("mulige: {}", "possible: {}", all) : did_you_mean(meant);
}

Text near_centre(const Scenario& scenario, std::string_view word)
{
    if (scenario.centre_index(word) >= 0) return {};
    std::vector<KnownWord> known;
    for (const Centre& c : scenario.centres) known.insert(known.end(), {{c.id, c.id}, {c.name, c.id}});
    return near_house(known, word);
}

void apply_layers(const Layers& layers, bool centres_known, LoadedScenario& loaded, Diagnostics& out)
{
    Applier apply(layers, centres_known, loaded, out);
    apply.values();
    apply.goals();
    apply.interventions();
}

} // namespace samspil
