#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The rules of the house that a machine can read: which layer may include which, which third-party library stays
in which file, no foreign mathematics, chance or globals in the engine, what only fetches is always inlined, files of readable
length, no name defined twice in viewer/words.

Reads engine/ and viewer/ below SAMSPIL_SOURCE_DIR (or the folder given) and nothing else.
Prints file:line: rule: what; exits 1 if anything was found. house_rules_selftest.py plants one of each.
"""
import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

MAX_LINES = 400
SPDX = "// SPDX-License-Identifier: MPL-2.0"
SUFFIXES = {".hpp", ".cpp", ".in"}

# A layer and what it may include besides itself. base <- random <- stats <- model <- rules <- simulation <- experiment
# <- io, cluster <- cli; random never stats; io never rules; only cli and viewer/live see both sides.
BELOW_RULES = {"engine/base", "engine/random", "engine/stats", "engine/model"}
BELOW_EXPERIMENT = BELOW_RULES | {"engine/rules", "engine/simulation"}
VIEWER_DATA = {"viewer/data", "engine/base", "engine/stats", "engine/model"}
VIEWER_STATE = VIEWER_DATA | {"viewer/options", "viewer/state", "viewer/chart", "viewer/words"}
# Of engine/experiment and engine/io the viewer meets numbers about runs and their words, no study and no other file;
# viewer/live runs studies, viewer/options reads and writes scenario files.
PURE = re.compile(r"engine/(experiment/(citizens|comparison|decomposition|future_table|group_comparison|first_difference|why)"
                  r"|io/(citizen_words|nearest|result_file|run_order|figures|comparison_report|kpi_groups|life_words|why_words)|model/\w+)\.hpp$")
# What a study shows is a value that panels and views may read.
LIVE_VIEW = re.compile(r"viewer/live/\w+_view\.hpp$")
READS_RUNS = re.compile(r"engine/io/(parts|whole_file)\.hpp$")
LAYERS = {
    "engine/base": set(),
    "engine/random": {"engine/base"},
    "engine/stats": {"engine/base", "engine/random"},
    "engine/model": {"engine/base", "engine/random", "engine/stats"},
    "engine/rules": BELOW_RULES,
    "engine/simulation": BELOW_RULES | {"engine/rules"},
    "engine/experiment": BELOW_EXPERIMENT,
    "engine/io": {"engine/base", "engine/stats", "engine/model", "engine/simulation", "engine/experiment"},
    "engine/cluster": BELOW_EXPERIMENT | {"engine/experiment"},
    "engine/cli": BELOW_EXPERIMENT | {"engine/experiment", "engine/io", "engine/cluster"},
    "viewer/words": {"engine/base"},
    "viewer/data": {"engine/base", "engine/stats", "engine/model", "engine/experiment", "engine/io"},
    "viewer/options": {"engine/base", "engine/stats", "engine/model", "engine/experiment", "engine/io", "viewer/data"},
    "viewer/state": VIEWER_DATA | {"viewer/options", "viewer/words"},
    "viewer/chart": {"engine/base", "engine/stats", "engine/io"},
    "viewer/live": BELOW_EXPERIMENT | {"engine/experiment", "engine/io", "viewer/data", "viewer/options", "viewer/state"},
    "viewer/panels": VIEWER_STATE | {"engine/experiment", "engine/io"},
    "viewer/views": VIEWER_STATE | {"viewer/panels", "engine/experiment", "engine/io"},
    "viewer/app": VIEWER_STATE | {"viewer/panels", "viewer/live", "viewer/views", "engine/experiment", "engine/io"},
}

# A library's headers and the only files that may meet them.
CONFINED = [
    ("yaml-cpp", r"yaml-cpp/", r"engine/io/yaml\.[ch]pp"),
    ("HDF5", r"(hdf5|H5\w*\.h)", r"engine/io/hdf5(_\w+)?\.[ch]pp"),
    ("MPI", r"(mpi\.h|boost/mpi)", r"engine/cluster/"),
    ("Boost.Graph", r"boost/(graph|property_map|pending)/", r"engine/(model|rules)/\w+\.cpp"),
    ("pagmo", r"pagmo/", r"engine/experiment/optimisation\w*\.cpp"),
    ("oneTBB", r"(tbb/|oneapi/tbb|execution$)", r"engine/base/parallel\.cpp"),
    ("Random123", r"Random123/", r"engine/random/"),
    ("program_options", r"boost/program_options", r"(engine/cli/|viewer/app/main\.cpp)"),
    ("cairo", r"cairo/", r"viewer/chart/paper\.cpp"),
    ("Dear ImGui", r"(imgui|imgui_\w+|backends/imgui\w*)", r"viewer/(views|app)/"),
    ("the window system", r"(GLFW/|GL/|EGL/)", r"viewer/app/"),
    ("the standard library's chance", r"random$", r"$nowhere"),
]

MATHS = (r"(?:exp|exp2|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh"
         r"|cbrt|hypot|erf|erfc|lgamma|tgamma|beta|riemann_zeta)[fl]?\b")
# std::exp in any use; exp( and ::exp( as calls, but not elementary::exp( and not a member's .log(.
FOREIGN_MATHS = re.compile(rf"\bstd\s*::\s*{MATHS}|(?<![\w:.>~]){MATHS}\s*\(|(?<!\w)::{MATHS}\s*\(|\b__builtin_{MATHS}")
MATHS_ALLOWED = re.compile(r"engine/base/elementary|engine/stats/|viewer/")
FOREIGN_CHANCE = re.compile(
    r"\bstd\s*::\s*random|\brandom_device\b|\bmt19937|\b(?:minstd_rand|ranlux|knuth_b|default_random_engine)"
    r"|(?<![\w.>])s?rand(?:om|_r)?\s*\(|\b[dlm]rand48|\bstd\s*::\s*\w+_distribution\b|\bstd\s*::\s*(?:shuffle|sample)\b")
PRINTS_OR_EXITS = re.compile(
    r"\bstd\s*::\s*(?:cout|cerr|clog)\b|\bfmt\s*::\s*print|(?<![\w.>])(?:printf|puts|putchar)\s*\("
    r"|\bstd(?:out|err)\b|(?<![\w.>])(?:_exit|exit|quick_exit|abort|terminate)\s*\(")
PRINTS_ALLOWED = re.compile(r"engine/cli/|engine/cluster/|engine/base/errors\.cpp|viewer/app/main\.cpp")


class Finding(NamedTuple):
    line: int
    rule: str
    what: str


TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^()\s\\]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"'
                   r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'", re.DOTALL)


def blank(text: str, keep_strings: bool) -> str:
    """The text without comments (and without the insides of strings); lines keep their numbers."""
    def replacement(match: re.Match) -> str:
        token = match.group()
        if token.startswith("/"):
            return " " + "\n" * token.count("\n")
        return token if keep_strings else '""' + "\n" * token.count("\n")
    return TOKEN.sub(replacement, text)


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def layer_of(path: str) -> str:
    return "/".join(path.split("/")[:2])


def may_meet(layer: str, name: str) -> bool:
    """Whether a layer of the viewer may include a header of engine/experiment or engine/io."""
    if layer in ("viewer/live", "viewer/options") or (layer == "viewer/app" and name == "engine/io/scenario_file.hpp"):
        return True
    if layer == "viewer/chart":
        return name == "engine/io/figures.hpp"
    return bool(PURE.match(name)) or (layer in ("viewer/data", "viewer/app") and bool(READS_RUNS.match(name)))


def check_includes(path: str, text: str) -> list:
    found = []
    layer = layer_of(path)
    if layer not in LAYERS:
        return [Finding(1, "layer", f"{layer} is not a layer of the house; see docs/architecture.md")]
    code = blank(text, True)
    for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', code, re.MULTILINE):
        line, quoted, name = line_of(code, match.start(2)), match.group(1) == '"', match.group(2)
        for library, pattern, home in CONFINED:
            if re.match(pattern, name) and not re.match(home, path):
                found.append(Finding(line, "confined", f"{library} ({name}) does not belong in {path}"))
        if not quoted:
            continue
        target = layer_of(name)
        if name.split("/")[0] not in ("engine", "viewer"):
            if not any(re.match(pattern, name) for _, pattern, _ in CONFINED):
                found.append(Finding(line, "layer", f'"{name}": our paths start at the root, others stand in <>'))
        elif target == "viewer/live" and layer in ("viewer/panels", "viewer/views") and LIVE_VIEW.match(name):
            continue
        elif target != layer and target not in LAYERS[layer]:
            found.append(Finding(line, "layer", f"{layer} may not include {target} ({name})"))
        elif target in ("engine/experiment", "engine/io") and layer.startswith("viewer/") and not may_meet(layer, name):
            found.append(Finding(line, "layer", f"the viewer reads results through engine/io/result_file, not {name}"))
    return found


# What only fetches: `void expect...(` as a definition that is not always inlined. Outside the hot path the word is another's.
FETCHES = re.compile(r"^(?!.*always_inline)[ \t]*(?:inline |static )*void expect\w*\([^;{}]*?\)\s*(?:const)?\s*\{", re.MULTILINE)
FETCHING = re.compile(r"engine/(model|rules|simulation)/")


def check_fetching(path: str, code: str) -> list:
    """GCC takes a function that does nothing but prefetch for one without effect, and drops the calls it did not inline."""
    if not FETCHING.match(path):
        return []
    return [Finding(line_of(code, m.start()), "fetch", "what only fetches is [[gnu::always_inline]]") for m in FETCHES.finditer(code)]


def check_words(path: str, code: str) -> list:
    checks = [("maths", FOREIGN_MATHS, MATHS_ALLOWED, "use engine/base/elementary: the C library differs by CPU"),
              ("chance", FOREIGN_CHANCE, None, "chance comes from engine/random only"),
              ("prints", PRINTS_OR_EXITS, PRINTS_ALLOWED, "the library never prints and never exits")]
    found = []
    for rule, pattern, allowed, why in checks:
        if allowed and allowed.match(path):
            continue
        found += [Finding(line_of(code, m.start()), rule, f"{m.group().strip()}: {why}") for m in pattern.finditer(code)]
    return found


def mutable_variable(statement: str) -> bool:
    """Whether a statement at namespace scope defines (or declares) a variable that can change."""
    s = re.sub(r"\[\[.*?\]\]|\balignas\s*\([^)]*\)", " ", statement).strip()
    if not s or re.match(r"(using|typedef|friend|static_assert|namespace|concept|template|SAMSPIL_\w+)\b", s):
        return False
    if re.match(r"(?:enum|class|struct|union)\b", s) and not re.search(r"\{\}\s*\w+", s) and "=" not in s:
        return False
    head = re.split(r"=(?!=)", s, maxsplit=1)[0]
    if "operator" in s or "(" in head or "constexpr" in head:
        return False
    if "*" in head:  # a constant pointer, not a pointer to a constant
        return not re.search(r"\*\s*const\b", head)
    return not re.search(r"\bconst\b", head)


def check_globals(code: str) -> list:
    # Preprocessor lines go; a macro's continuation lines with them.
    code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", lambda m: "\n" * m.group().count("\n"), code, flags=re.MULTILINE)
    found = [Finding(line_of(code, m.start()), "globals", "thread_local keeps state behind the caller's back")
             for m in re.finditer(r"\bthread_local\b(?!\s+const)", code)]
    for match in re.finditer(r"\bstatic\s+([^;({=]*)[;={]", code):
        if not re.search(r"\b(const|constexpr|constinit\s+const)\b", match.group(0)):
            found.append(Finding(line_of(code, match.start()), "globals", f"static {match.group(1).strip()} can change"))
    depth, statement, start = 0, "", 0  # depth counts braces that are not namespaces
    namespaces = []
    for position, char in enumerate(code):
        if char == "{":
            if depth == 0 and re.match(r'\s*(inline\s+)?namespace\b[^=]*$|\s*extern\s*""\s*$', statement):
                namespaces.append(position)
                statement = ""
                continue
            depth += 1
        elif char == "}":
            if depth == 0:
                if namespaces:
                    namespaces.pop()
                statement = ""
                continue
            depth -= 1
            if depth == 0:
                statement += "{}"
                # The end of a function; a class is followed by ; and an initialiser by ; , ) or an operator.
                if "(" in statement and statement.count("(") == statement.count(")") and \
                        re.match(r"\s*(?:[\w\[}~:]|$)", code[position + 1:]):
                    statement = ""
        elif depth == 0:
            if char == ";":
                if not statement.lstrip().startswith("static ") and mutable_variable(statement):
                    found.append(Finding(line_of(code, start), "globals", f"{' '.join(statement.split())} can change"))
                statement = ""
            else:
                if not statement.strip():
                    start = position
                statement += char
    return found


def check_names_of_words(files: dict) -> list:
    """Words said twice: (path, finding) of each name that viewer/words has defined already in the same namespace, where two
    constants of one name are undefined behaviour and one of them reads the other's size. `files`: text by path."""
    seen, found = {}, []
    for path, text in sorted(files.items()):
        code = blank(text, False)
        for match in re.finditer(r"\bnamespace\s+([\w:]+)\s*\{|\binline\s+constexpr\s+[^;{}=()]*?(\w+)\s*(?:\[[^\]]*\]\s*)*[{=]", code):
            if match.group(1):
                namespace = match.group(1)
                continue
            name = f"{namespace}::{match.group(2)}"
            if name in seen:
                found.append((path, Finding(line_of(code, match.start()), "words", f"{name} is defined in {seen[name]} too")))
            seen.setdefault(name, path)
    return found


def check_file(path: str, text: str) -> list:
    """Everything wrong with one file; `path` is relative to the root, with forward slashes."""
    found = []
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != SPDX:
        found.append(Finding(1, "licence", f"the first line must be {SPDX}"))
    if len(lines) > MAX_LINES:
        found.append(Finding(MAX_LINES, "length", f"{len(lines)} lines; past {MAX_LINES} an idea should leave"))
    if path.endswith(".hpp") and "#pragma once" not in text:
        found.append(Finding(1, "once", "a header says #pragma once"))
    code = blank(text, False)
    return found + check_includes(path, text) + check_words(path, code) + check_fetching(path, code) + check_globals(code)


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SAMSPIL_SOURCE_DIR", "."))
    files = sorted(p for top in ("engine", "viewer") for p in (root / top).rglob("*") if p.suffix in SUFFIXES)
    if not files:
        print(f"{root}: no sources found; this test would prove nothing")
        return 1
    texts = {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}
    found = [(path, finding) for path, text in texts.items() for finding in sorted(check_file(path, text))]
    found += check_names_of_words({path: text for path, text in texts.items() if layer_of(path) == "viewer/words"})
    for path, finding in found:
        print(f"{path}:{finding.line}: {finding.rule}: {finding.what}")
    print(f"{len(files)} files read, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
