#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Plants one violation of every kind, and look-alikes that must pass, to show that house_rules.py can fail."""
import unittest

import house_rules

HEAD = house_rules.SPDX + "\n"


def rules_broken(path: str, body: str, head: str = HEAD) -> set:
    once = "#pragma once\n" if path.endswith(".hpp") else ""
    return {finding.rule for finding in house_rules.check_file(path, head + once + body)}


PLANTED = [
    # rule, file, what is planted there
    ("layer", "engine/base/text.cpp", '#include "engine/model/world.hpp"'),
    ("layer", "engine/random/chance.cpp", '#include "engine/stats/moments.hpp"'),
    ("layer", "engine/stats/moments.cpp", '#include "engine/model/scenario.hpp"'),
    ("layer", "engine/model/world.cpp", '#include "engine/rules/rules.hpp"'),
    ("layer", "engine/rules/choice.cpp", '#include "engine/simulation/step.hpp"'),
    ("layer", "engine/rules/choice.cpp", '#include "engine/io/yaml.hpp"'),
    ("layer", "engine/simulation/step.cpp", '#include "engine/experiment/study.hpp"'),
    ("layer", "engine/experiment/runner.cpp", '  #  include "engine/io/parts.hpp"'),
    ("layer", "engine/io/parts.cpp", '#include "engine/rules/rules.hpp"'),
    ("layer", "engine/io/parts.cpp", '#include "engine/cli/commands.hpp"'),
    ("layer", "engine/cluster/ranks.cpp", '#include "engine/io/parts.hpp"'),
    ("layer", "engine/base/text.cpp", '#include "viewer/chart/canvas.hpp"'),
    ("layer", "engine/base/text.cpp", '#include "text.hpp"'),
    ("layer", "engine/base/text.cpp", '#include "tests/support/catch.hpp"'),
    ("layer", "engine/helpers/text.cpp", "int answer();"),
    ("layer", "viewer/data/store.cpp", '#include "engine/experiment/runner.hpp"'),
    ("layer", "viewer/data/store.cpp", '#include "engine/io/scenario_file.hpp"'),
    ("layer", "viewer/views/overview.cpp", '#include "viewer/live/study.hpp"'),
    ("layer", "viewer/chart/plots.cpp", '#include "viewer/data/store.hpp"'),
    ("confined", "engine/io/scenario_file.cpp", "#include <yaml-cpp/yaml.h>"),
    ("confined", "engine/io/result_file.hpp", "#include <hdf5.h>"),
    ("confined", "engine/io/parts.cpp", "#include <H5Dpublic.h>"),
    ("confined", "engine/experiment/runner.cpp", "#include <mpi.h>"),
    ("confined", "engine/model/organisation.hpp", "#include <boost/graph/adjacency_list.hpp>"),
    ("confined", "engine/simulation/step.cpp", "#include <tbb/parallel_for.h>"),
    ("confined", "engine/base/parallel.hpp", "#include <oneapi/tbb.h>"),
    ("confined", "engine/rules/choice.cpp", "#include <execution>"),
    ("confined", "engine/stats/pareto.cpp", "#include <pagmo/population.hpp>"),
    ("confined", "engine/rules/choice.cpp", "#include <Random123/philox.h>"),
    ("confined", "engine/rules/choice.cpp", "#include <random>"),
    ("confined", "viewer/chart/plots.cpp", "#include <imgui.h>"),
    ("confined", "viewer/state/update.cpp", "#include <GLFW/glfw3.h>"),
    ("maths", "engine/rules/choice.cpp", "double f(double x) { return std::exp(x); }"),
    ("maths", "engine/rules/choice.cpp", "double f(double x) { return log1p(x); }"),
    ("maths", "engine/model/travel.cpp", "double f(double x) { return 1 + ::pow(x, 2); }"),
    ("maths", "engine/random/distributions.cpp", "double f(double x) { return std :: lgamma(x); }"),
    ("maths", "engine/rules/choice.cpp", "float f(float x) { return -sinf(x); }"),
    ("maths", "engine/rules/choice.cpp", "auto f(V v) { return transform(v, std::log); }"),
    ("chance", "engine/rules/choice.cpp", "int f() { return rand(); }"),
    ("chance", "engine/random/chance.cpp", "void f() { std::mt19937_64 generator; }"),
    ("chance", "engine/stats/moments.cpp", "void f(G g) { std::normal_distribution<double> d; d(g); }"),
    ("chance", "engine/base/text.cpp", "auto f() { return std::random_device{}(); }"),
    ("prints", "engine/io/yaml.cpp", 'void f() { std::cerr << "oops"; }'),
    ("prints", "engine/simulation/step.cpp", 'void f() { fmt::print("week\\n"); }'),
    ("prints", "engine/model/world.cpp", "void f() { std::exit(1); }"),
    ("globals", "engine/model/world.cpp", "namespace samspil {\nint counter = 0;\n}"),
    ("globals", "engine/model/world.cpp", "namespace samspil {\nnamespace {\nstd::vector<int> cache;\n}\n}"),
    ("globals", "engine/model/world.cpp", "namespace samspil {\nvoid f() {}\nstd::map<int, int> seen{{1, 2}};\n}"),
    ("globals", "engine/model/world.hpp", "namespace samspil {\nextern double scale;\n}"),
    ("globals", "engine/model/world.hpp", "namespace samspil {\ninline double scale = f(2);\n}"),
    ("globals", "engine/model/world.cpp", 'const char* name = "pointer to a constant";'),
    ("globals", "engine/model/world.cpp", "int next() { static int last = 0; return ++last; }"),
    ("globals", "engine/model/world.cpp", "struct World {\n    static Cache cache;\n};"),
    ("globals", "engine/model/world.cpp", "void f() {}\nColumn tag = text(\"tag\", {1, 2});"),
    ("globals", "engine/model/world.cpp", "void f() { thread_local std::vector<int> scratch; }"),
    ("fetch", "engine/rules/people.hpp", "inline void expect_ties(const World& world, int row)\n{\n    __builtin_prefetch(&world.ties[row]);\n}"),
    ("fetch", "engine/model/world.hpp", "struct T {\n    void expect(int row) const { __builtin_prefetch(&place_[row]); }\n};"),
    ("length", "engine/model/world.cpp", "//\n" * 400),
]

LOOK_ALIKES = [
    ("engine/rules/choice.cpp", '#include "engine/rules/rules.hpp"\n#include "engine/model/world.hpp"\n#include <cmath>'),
    ("engine/model/travel.cpp", "#include <boost/graph/dijkstra_shortest_paths.hpp>"),
    ("engine/base/parallel.cpp", "#include <tbb/task_arena.h>"),
    ("engine/io/hdf5.hpp", "#include <hdf5.h>"),
    ("engine/io/parts.cpp", '#include "engine/io/hdf5.hpp"\n#include "engine/experiment/study.hpp"'),
    ("engine/cli/run.cpp", '#include "engine/io/parts.hpp"\n#include "engine/rules/rules.hpp"\nvoid f() { std::cout << 1; }'),
    ("engine/rules/choice.cpp", "double f(double x) { return elementary::exp(x) + samspil::elementary::log(x); }"),
    ("engine/rules/choice.cpp", "// std::exp(x) and rand() differ by CPU\n/* log(x)\n std::cout */ double operand(int);"),
    ("engine/rules/choice.cpp", 'auto text() { return "log(x) and std::exp(y), rand()"; }'),
    ("engine/rules/choice.cpp", "void f(J& journal) { journal.log(3); journal_ptr->exp(2); sqrt(2.0); std::sqrt(2.0); }"),
    ("engine/rules/choice.cpp", "int f() { const int m = 1'000'000; const char c = ';'; return m + c + prior(2); }"),
    ("engine/stats/intervals.cpp", "double f(double x) { return std::log(x); }"),
    ("engine/base/elementary.cpp", "double log(double x);"),
    ("engine/model/world.hpp",
     "namespace samspil {\n\nenum class Sex { men, women };\n\n"
     "struct Person {\n    int age = 65; ///< years; at least 65\n    static Person newborn(int week);\n"
     "    static constexpr int levels = 4;\n    bool operator==(const Person&) const = default;\n};\n\n"
     "template <class T> struct Column;\nusing Ages = Column<int>;\nclass World;\n"
     "inline constexpr Label labels[] = {{\"mænd\", \"men\"}, {\"kvinder\", \"women\"}};\n"
     "constexpr double half = 0.5;\nstatic constexpr int two{2};\nconst std::vector<int> fixed{1, 2};\n"
     "const char* const name = \"fixed\";\n"
     "Person oldest(const World& world, int limit = 110);\nstd::ostream& operator<<(std::ostream&, const Person&);\n"
     "inline int f(int x) { return x; }\ninline int g() { static const int table[] = {1, 2}; return table[0]; }\n"
     "inline Sex h()\n{\n    int local = 3;\n    local = static_cast<int>(local);\n    return Sex::men;\n}\n\n"
     "World::World(int n)\n    : ages_(n), size_{n}\n{\n}\n} // namespace samspil"),
    ("engine/io/table_columns.cpp",
     "constexpr Column text(const char* key) { return {key, {}}; }\n"
     "constexpr Column tag = text(\"tag\", {\"a\", \"b\"});\nconstexpr std::array all{tag, text(\"c\", {1, 2}), tag};\n"
     "void prepare() { thread_local const bool done = [] { return true; }(); }"),
    ("engine/base/errors.hpp", "#define EXPECT(c) \\\n    do { \\\n        int x = 0; \\\n    } while (false)\nint f();"),
    ("engine/rules/people.hpp", "[[gnu::always_inline]] inline void expect_ties(const World& world)\n{\n    __builtin_prefetch(&world.ties);\n}"),
    ("engine/cli/rank.cpp", "void expect_kind(int kind)\n{\n}"),
    ("viewer/app/main.cpp", "#include <imgui.h>\n#include <GLFW/glfw3.h>"),
]


class HouseRules(unittest.TestCase):
    def test_each_planted_violation_is_found_and_nothing_else(self):
        for rule, path, body in PLANTED:
            with self.subTest(rule=rule, path=path, body=body):
                self.assertEqual(rules_broken(path, body), {rule})

    def test_look_alikes_pass(self):
        for path, body in LOOK_ALIKES:
            with self.subTest(path=path, body=body):
                self.assertEqual(rules_broken(path, body), set())

    def test_a_file_without_licence_line_or_include_guard_is_found(self):
        self.assertEqual(rules_broken("engine/base/text.cpp", "int f();", head="// text\n"), {"licence"})
        findings = house_rules.check_file("engine/base/text.hpp", HEAD + "int f();")
        self.assertEqual([finding.rule for finding in findings], ["once"])

    def test_words_of_one_name_are_found_and_look_alikes_pass(self):
        first = "namespace samspil::viewer::words {\ninline constexpr Label date{\"Dato\", \"Date\"};\n}"
        other = "namespace samspil::viewer::words {\n// date\ninline constexpr Label date{\"uge\", \"week\"};\n" \
                "inline constexpr Label dates[] = {{\"date{\", \"\"}};\n}"
        found = house_rules.check_names_of_words({"viewer/words/a.hpp": first, "viewer/words/b.hpp": other})
        self.assertEqual([(path, finding.line, finding.rule) for path, finding in found], [("viewer/words/b.hpp", 3, "words")])
        inner = other.replace("::words {", "::words::map {")
        self.assertEqual(house_rules.check_names_of_words({"viewer/words/a.hpp": first, "viewer/words/b.hpp": inner}), [])

    def test_a_finding_names_its_line(self):
        text = HEAD + "/* two\nlines */\n\n#include <random>\n"
        self.assertEqual([finding.line for finding in house_rules.check_file("engine/base/text.cpp", text)], [5])

    def test_every_kind_of_rule_is_planted(self):
        self.assertEqual({rule for rule, _, _ in PLANTED},
                         {"layer", "confined", "maths", "chance", "prints", "globals", "fetch", "length"})


if __name__ == "__main__":
    unittest.main()
