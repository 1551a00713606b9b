// SPDX-License-Identifier: MPL-2.0
#include "engine/io/study_plan_keys.hpp"

#include <vector>

namespace samspil {

std::span<const Reads> design_readers()
{
    using P = PlannedStudy;
    using K = StudyKind;
    using D = DesignKind;
    static constexpr auto sweep = [](const P& p) { return p.kind == K::sweep; };
    static constexpr auto morris = [](const P& p) { return p.kind == K::morris; };
    static constexpr auto calibrate = [](const P& p) { return p.kind == K::calibrate; };
    static constexpr auto optimise = [](const P& p) { return p.kind == K::optimise; };
    static constexpr auto points = [](const P& p) {
        return p.kind == K::sobol || p.kind == K::calibrate || (p.kind == K::sweep && (p.design == D::latin_hypercube || p.design == D::sobol));
    };
    static constexpr auto steps = [](const P& p) { return p.kind == K::sweep && (p.design == D::grid || p.design == D::one_at_a_time); };
    static constexpr auto list = [](const P& p) { return p.kind == K::sweep && p.design == D::list; };
    const auto studies = [](std::string_view id) { return Text{"study: " + std::string(id), "study: " + std::string(id)}; };
    static const std::vector<Reads> readers{
        {"kind", sweep, studies("sweep")},
        {"points", points, {"kind: latin_hypercube eller sobol, study: sobol eller calibrate", "kind: latin_hypercube or sobol, study: sobol or calibrate"}},
        {"steps", steps, {"kind: grid eller one_at_a_time i study: sweep", "kind: grid or one_at_a_time of study: sweep"}},
        {"file", list, {"kind: list i study: sweep", "kind: list of study: sweep"}},
        {"trajectories", morris, studies("morris")},
        {"levels", morris, studies("morris")},
        {"waves", calibrate, studies("calibrate")},
        {"simulations", calibrate, studies("calibrate")},
        {"draws", calibrate, studies("calibrate")},
        {"checked", calibrate, studies("calibrate")},
        {"population", optimise, studies("optimise")},
        {"generations", optimise, studies("optimise")},
        {"confirmed", optimise, studies("optimise")},
        {"confirming", optimise, studies("optimise")},
    };
    return readers;
}

} // namespace samspil
