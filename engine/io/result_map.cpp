// SPDX-License-Identifier: MPL-2.0
// What maps and time lines need of a result beyond its numbers: outlines, organisation units, which organisation holds
// when, interventions. Written and read side by side.
#include "engine/io/result_columns.hpp"
#include "engine/io/result_reading.hpp"

namespace samspil {
namespace layout {
namespace {

std::vector<std::int32_t> counting(std::size_t n, std::int32_t first)
{
    std::vector<std::int32_t> numbers(n);
    for (std::size_t i = 0; i < n; ++i) numbers[i] = first + static_cast<std::int32_t>(i);
    return numbers;
}

} // namespace

void write_outlines(Writer& file, std::span<const Outline> outlines)
{
    if (outlines.empty()) return;
    std::vector<MapPoint> points;
    for (const Outline& outline : outlines) points.insert(points.end(), outline.points.begin(), outline.points.end());
    file.make_group("map");
    const auto of_ring = [&](const std::string& name, const auto& values, const Description& about) {
        column(file, "map/" + name, values, "map/ring", about);
    };
    const auto of_point = [&](const std::string& name, const auto& values, const Description& about) {
        column(file, "map/" + name, values, "map/point", about);
    };
    of_ring("ring", counting(outlines.size(), 0), same("", {"lukket ring om et lokalsamfund", "closed ring round a small area"}));
    of_ring("neighbourhood", each(outlines, [](const Outline& o) { return std::int32_t{o.neighbourhood}; }),
            {"", {"lokalsamfund, nøgle", "small area, key"},
             {"ringen er om dette lokalsamfund; en ring inde i en anden er et hul", "the ring is round this small area; a ring inside another is a hole"}});
    of_ring("points", each(outlines, [](const Outline& o) { return static_cast<std::int32_t>(o.points.size()); }),
            {"", {"punkter i ringen", "points of the ring"},
             {"ringenes punkter følger efter hinanden", "the points of the rings follow one after the other"}});
    of_ring("source", each(outlines, [](const Outline& o) { return o.source; }), same("", {"kilde", "source"}));
    of_point("point", counting(points.size(), 0), same("", {"punkt", "point"}));
    of_point("x_m", each(points, [](const MapPoint& p) { return std::int32_t{p.x_m}; }), same("m", {"øst, UTM 32", "east, UTM 32"}));
    of_point("y_m", each(points, [](const MapPoint& p) { return std::int32_t{p.y_m}; }), same("m", {"nord, UTM 32", "north, UTM 32"}));
}

void write_units(Writer& file, const std::vector<UnitRow>& rows)
{
    using U = UnitRow;
    file.make_group("units");
    const auto add = [&](const std::string& name, auto reading, std::string_view unit, Label label) {
        column(file, "units/" + name, each(rows, reading), "units/unit", same(unit, label));
    };
    add("unit", [](const U& u) { return u.id; }, "", {"enhed, id", "unit, id"});
    add("model", [](const U& u) { return u.model; }, "", {"organisationsmodel", "organisation model"});
    add("key", [](const U& u) { return std::int32_t{u.key}; }, "", {"enhed, nøgle", "unit, key"});
    add("name", [](const U& u) { return u.name; }, "", {"enhed", "unit"});
    add("level", [](const U& u) { return u.level; }, "", {"niveau", "level"});
    add("parent", [](const U& u) { return u.parent; }, "", {"hører under, id i samme model", "answers to, id in the same model"});
    add("leaders", [](const U& u) { return std::int32_t{u.leaders}; }, "persons", {"ledere", "leaders"});
    add("tag", [](const U& u) { return u.tag; }, "", {"hvor rækken er fra", "evidence tag"});
    add("source", [](const U& u) { return u.source; }, "", {"kilde", "source"});
}

void write_organisations(Writer& file, const std::vector<OrganisationRow>& rows)
{
    using O = OrganisationRow;
    file.make_group("organisations");
    const auto add = [&](const std::string& name, auto reading, std::string_view unit, Label label) {
        column(file, "organisations/" + name, each(rows, reading), "organisations/from_week", same(unit, label));
    };
    add("from_week", [](const O& o) { return std::int32_t{o.week}; }, "weeks",
        {"gælder fra denne uge i perioden; negativ = før den", "holds from this week of the period; negative = before it"});
    add("model", [](const O& o) { return o.model; }, "", {"organisationsmodel", "organisation model"});
    add("label_da", [](const O& o) { return o.label.da; }, "", {"i ord på dansk", "in words, in Danish"});
    add("label_en", [](const O& o) { return o.label.en; }, "", {"i ord på engelsk", "in words, in English"});
}

void write_interventions(Writer& file, const std::vector<InterventionRow>& rows)
{
    using I = InterventionRow;
    file.make_group("interventions");
    const auto add = [&](const std::string& name, const auto& values, std::string_view unit, Label label) {
        column(file, "interventions/" + name, values, "interventions/intervention", same(unit, label));
    };
    const auto text = [&](const std::string& name, auto reading, Label label) { add(name, each(rows, reading), "", label); };
    add("intervention", counting(rows.size(), 1), "", {"ændring nr.", "intervention no."});
    add("week", each(rows, [](const I& i) { return std::int32_t{i.week}; }), "weeks", {"uge i perioden", "week of the period"});
    text("date", [](const I& i) { return i.date; }, {"dato", "date"});
    text("type", [](const I& i) { return i.type; }, {"slags, id", "type, id"});
    text("label_da", [](const I& i) { return i.label.da; }, {"slags på dansk", "type in Danish"});
    text("label_en", [](const I& i) { return i.label.en; }, {"slags på engelsk", "type in English"});
    text("words_da", [](const I& i) { return i.words.da; }, {"i ord på dansk, mod starten", "in words, in Danish, against the start"});
    text("words_en", [](const I& i) { return i.words.en; }, {"i ord på engelsk, mod starten", "in words, in English, against the start"});
    text("centre", [](const I& i) { return i.centre; }, {"hus, id", "centre, id"});
    text("to", [](const I& i) { return i.to; }, {"andet hus, id", "other centre, id"});
    text("area", [](const I& i) { return i.area; }, {"område, id", "area, id"});
}

} // namespace layout

using namespace layout;

std::vector<Outline> ResultFile::outlines() const
{
    if (!file_->has("map/ring")) return {};
    std::vector<Outline> rings(file_->read<std::int32_t>("map/ring").size());
    fill(rings, numbers<std::int32_t>(*file_, "map/neighbourhood", rings.size()), [](Outline& o, std::int32_t v) { o.neighbourhood = v; });
    fill(rings, texts(*file_, "map/source", rings.size()), [](Outline& o, std::string v) { o.source = std::move(v); });
    const auto x = file_->read<std::int32_t>("map/x_m"), y = numbers<std::int32_t>(*file_, "map/y_m", x.size());
    std::size_t next = 0;
    fill(rings, numbers<std::int32_t>(*file_, "map/points", rings.size()), [&](Outline& o, std::int32_t points) {
        if (points < 0 || static_cast<std::size_t>(points) > x.size() - next) file_->damaged({"map/points: forkert antal", "map/points: wrong number"});
        for (std::int32_t i = 0; i < points; ++i, ++next) o.points.push_back({x[next], y[next]});
    });
    return rings;
}

std::vector<UnitRow> ResultFile::units() const
{
    if (!file_->has("units/unit")) return {};
    auto ids = file_->read_texts("units/unit");
    std::vector<UnitRow> rows(ids.size());
    const auto text = [&](const std::string& name, auto setting) { fill(rows, texts(*file_, "units/" + name, rows.size()), setting); };
    const auto number = [&](const std::string& name, auto setting) {
        fill(rows, numbers<std::int32_t>(*file_, "units/" + name, rows.size()), setting);
    };
    fill(rows, std::move(ids), [](UnitRow& r, std::string v) { r.id = std::move(v); });
    text("model", [](UnitRow& r, std::string v) { r.model = std::move(v); });
    number("key", [](UnitRow& r, std::int32_t v) { r.key = v; });
    text("name", [](UnitRow& r, std::string v) { r.name = std::move(v); });
    text("level", [](UnitRow& r, std::string v) { r.level = std::move(v); });
    text("parent", [](UnitRow& r, std::string v) { r.parent = std::move(v); });
    number("leaders", [](UnitRow& r, std::int32_t v) { r.leaders = v; });
    text("tag", [](UnitRow& r, std::string v) { r.tag = std::move(v); });
    text("source", [](UnitRow& r, std::string v) { r.source = std::move(v); });
    return rows;
}

std::vector<OrganisationRow> ResultFile::organisations() const
{
    using O = OrganisationRow;
    if (!file_->has("organisations/from_week")) return {};
    const auto weeks = file_->read<std::int32_t>("organisations/from_week");
    std::vector<O> rows(weeks.size());
    const auto text = [&](const std::string& name, auto setting) { fill(rows, texts(*file_, "organisations/" + name, rows.size()), setting); };
    fill(rows, weeks, [](O& r, std::int32_t v) { r.week = v; });
    text("model", [](O& r, std::string v) { r.model = std::move(v); });
    text("label_da", [](O& r, std::string v) { r.label.da = std::move(v); });
    text("label_en", [](O& r, std::string v) { r.label.en = std::move(v); });
    return rows;
}

std::vector<InterventionRow> ResultFile::interventions() const
{
    using I = InterventionRow;
    if (!file_->has("interventions/intervention")) return {};
    std::vector<I> rows(file_->read<std::int32_t>("interventions/intervention").size());
    const auto text = [&](const std::string& name, auto setting) { fill(rows, texts(*file_, "interventions/" + name, rows.size()), setting); };
    fill(rows, numbers<std::int32_t>(*file_, "interventions/week", rows.size()), [](I& r, std::int32_t v) { r.week = v; });
    text("date", [](I& r, std::string v) { r.date = std::move(v); });
    text("type", [](I& r, std::string v) { r.type = std::move(v); });
    text("label_da", [](I& r, std::string v) { r.label.da = std::move(v); });
    text("label_en", [](I& r, std::string v) { r.label.en = std::move(v); });
    text("words_da", [](I& r, std::string v) { r.words.da = std::move(v); });
    text("words_en", [](I& r, std::string v) { r.words.en = std::move(v); });
    text("centre", [](I& r, std::string v) { r.centre = std::move(v); });
    text("to", [](I& r, std::string v) { r.to = std::move(v); });
    text("area", [](I& r, std::string v) { r.area = std::move(v); });
    return rows;
}

} // namespace samspil
