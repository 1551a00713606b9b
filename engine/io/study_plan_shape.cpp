// SPDX-License-Identifier: MPL-2.0
#include "engine/io/study_plan_shape.hpp"

#include <array>
#include <span>

namespace samspil {
namespace {

using Form = Shape::Form;
using P = PlannedStudy;

constexpr std::array<Choice, 5> study_kinds{{{"sweep", {"gennemløb", "sweep"}},
                                             {"morris", {"screening efter Morris", "Morris screening"}},
                                             {"sobol", {"Sobol'-indeks", "Sobol' indices"}},
                                             {"calibrate", {"kalibrering", "calibration"}},
                                             {"optimise", {"optimering", "optimisation"}}}};

std::span<const Choice> design_kinds()
{
    static const auto all = [] {
        std::array<Choice, 5> choices;
        for (std::size_t i = 0; i < choices.size(); ++i)
            choices[i] = {id_of(static_cast<DesignKind>(i)), label_of(static_cast<DesignKind>(i))};
        return choices;
    }();
    return all;
}

Field whole(std::string_view key, Access at, double low, double high, double fallback, Label label)
{
    return {key, Kind::integer, "", low, high, fallback, no_prior, no_prior, Evidence::assumed, label, "", at, {}};
}

Field choice(std::string_view key, Access at, std::span<const Choice> choices, Label label)
{
    return {key, Kind::choice, "", 0, static_cast<double>(choices.size() - 1), 0, no_prior, no_prior, Evidence::assumed, label, "", at, choices};
}

std::span<const Field> plan_fields()
{
    static const std::array fields{
        whole("samspil", member<&P::version>, 1, 1, 1, {"formatets version", "version of the format"}),
        choice("study", member<&P::kind>, study_kinds, {"slags studie", "kind of study"}),
        whole("replications", member<&P::replications>, 1, 1'000'000, 10, {"gentagelser i hvert punkt", "replications at every point"}),
        whole("weeks", member<&P::weeks>, 1, 100'000, 0, {"forkortet periode", "shortened period"}),
        whole("seed", member<&P::seed>, 0, 4'294'967'295.0, 1, {"frø", "seed"}),
    };
    return fields;
}

std::span<const Field> design_fields()
{
    static const std::array fields{
        choice("kind", member<&P::design>, design_kinds(), {"slags plan", "kind of design"}),
        whole("points", member<&P::points>, 1, 1'000'000, 100, {"punkter", "points"}),
        whole("steps", member<&P::steps>, 2, 1000, 3, {"trin for hver faktor", "levels of each factor"}),
        whole("trajectories", member<&P::trajectories>, 2, 10'000, 10, {"baner (Morris)", "trajectories (Morris)"}),
        whole("levels", member<&P::levels>, 2, 100, 4, {"niveauer (Morris)", "levels (Morris)"}),
        whole("waves", member<&P::waves>, 1, 20, 3, {"bølger (kalibrering)", "waves (calibration)"}),
        whole("simulations", member<&P::simulations>, 20, 100'000, 200, {"punkter der vejes (kalibrering)", "points that are weighed (calibration)"}),
        whole("draws", member<&P::draws>, 10, 100'000, 200, {"træk af posterioren (kalibrering)", "draws of the posterior (calibration)"}),
        whole("checked", member<&P::checked>, 0, 10'000, 40, {"træk der køres igen (kalibrering)", "draws run again (calibration)"}),
        whole("population", member<&P::population>, 8, 1000, 24, {"punkter i en generation (optimering)", "points of a generation (optimisation)"}),
        whole("generations", member<&P::generations>, 1, 10'000, 12, {"generationer (optimering)", "generations (optimisation)"}),
        whole("confirmed", member<&P::confirmed>, 1, 1000, 16, {"punkter der køres igen (optimering)", "points run again (optimisation)"}),
        whole("confirming", member<&P::confirming>, 1, 10'000, 12, {"nye gentagelser af dem (optimering)", "new replications of those (optimisation)"}),
    };
    return fields;
}

Shape leaf(std::string_view key, Form form, Label label, std::vector<std::string_view> also = {})
{
    return {key, form, label, nullptr, {}, std::move(also)};
}

std::vector<Shape> shapes_of(std::span<const Field> fields)
{
    std::vector<Shape> shapes;
    for (const Field& field : fields) shapes.push_back({field.key, Form::field, field.label, &field});
    return shapes;
}

} // namespace

const Shape& factor_shape()
{
    static const Shape shape{"",
                             Form::section,
                             {"faktor", "factor"},
                             nullptr,
                             {leaf("path", Form::text, {"sti, som efter -s", "path, as after -s"}, {"sti"}),
                              leaf("low", Form::text, {"fra; ellers prioren", "from; else the prior"}, {"lav", "from", "min"}),
                              leaf("high", Form::text, {"til; ellers prioren", "to; else the prior"}, {"høj", "to", "max"}),
                              leaf("values", Form::names, {"de eneste værdier", "the only values"}, {"værdier"}),
                              leaf("only", Form::names, {"kun i disse alternativer (filnavn uden .yaml)", "in these options only (file name without .yaml)"}, {"kun"})}};
    return shape;
}

const Shape& budget_shape()
{
    static const Shape shape{"", Form::section, {"budget", "budget"}, nullptr,
                             {leaf("kpi", Form::text, {"måltal", "indicator"}, {"måltal"}), leaf("at_most", Form::text, {"højst", "at most"}, {"højst", "max"}),
                              leaf("at_least", Form::text, {"mindst", "at least"}, {"mindst", "min"})}};
    return shape;
}

std::string_view id_of(StudyKind kind) { return study_kinds[static_cast<std::size_t>(kind)].id; }
Label label_of(StudyKind kind) { return study_kinds[static_cast<std::size_t>(kind)].label; }

const Shape& plan_shape()
{
    static const Shape root = [] {
        Shape shape{"", Form::section, {}, nullptr, shapes_of(plan_fields())};
        shape.children[0].required = shape.children[1].required = true;
        shape.children.push_back({"title", Form::section, {"titel", "title"}, nullptr,
                                  {leaf("da", Form::text, {"på dansk", "in Danish"}), leaf("en", Form::text, {"på engelsk", "in English"})}});
        shape.children.push_back(leaf("base", Form::text, {"det scenarie der sammenlignes med", "the scenario compared with"}, {"basis", "baseline"}));
        shape.children.push_back(leaf("options", Form::names, {"alternativer", "options"}, {"scenarier", "scenarios"}));
        shape.children.push_back(leaf("goals", Form::names, {"mål", "goals"}, {"måltal", "kpis"}));
        shape.children.push_back(leaf("factors", Form::names, {"faktorer", "factors"}, {"parametre", "parameters"}));
        shape.children.push_back(leaf("except", Form::names, {"stier der ikke er med", "paths left out"}, {"undtagen"}));
        shape.children.push_back(leaf("budgets", Form::names, {"budgetter (optimering)", "budgets (optimisation)"}));
        Shape design{"design", Form::section, {"plan", "design"}, nullptr, shapes_of(design_fields())};
        design.children.push_back(leaf("file", Form::text, {"fil med punkter", "file of points"}, {"fil", "list"}));
        shape.children.push_back(std::move(design));
        return shape;
    }();
    return root;
}

} // namespace samspil
