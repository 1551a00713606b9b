// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/optimisation_search.hpp"

#include "engine/base/errors.hpp"

#include <pagmo/algorithms/nsga2.hpp>
#include <pagmo/algorithms/pso_gen.hpp>
#include <pagmo/bfe.hpp>
#include <pagmo/population.hpp>
#include <pagmo/problem.hpp>
#include <pagmo/threading.hpp>

#include <utility>

namespace samspil {

namespace {

using Judge = FunctionRef<Matrix(const Matrix& points)>;

/// What pagmo wants to know. It copies problems at will; the judge is only borrowed.
struct Box {
    std::size_t d = 1, goals = 1;
    const Judge* judge = nullptr;

    pagmo::vector_double fitness(const pagmo::vector_double& point) const { return batch(point); }
    std::pair<pagmo::vector_double, pagmo::vector_double> get_bounds() const
    {
        return {pagmo::vector_double(d, 0.0), pagmo::vector_double(d, 1.0)};
    }
    pagmo::vector_double::size_type get_nobj() const { return goals; }
    pagmo::thread_safety get_thread_safety() const { return pagmo::thread_safety::basic; }

    pagmo::vector_double batch(const pagmo::vector_double& points) const
    {
        Matrix asked(points.size() / d, d);
        asked.values.assign(points.begin(), points.end());
        return (*judge)(asked).values;
    }
};

struct Batch {
    pagmo::vector_double operator()(const pagmo::problem& problem, const pagmo::vector_double& points) const
    {
        return problem.extract<Box>()->batch(points);
    }
};

} // namespace

void search(std::size_t d, std::size_t goals, std::size_t population, int generations, std::uint32_t seed, Judge judge)
{
    SAMSPIL_EXPECT(population >= 8 && population % 4 == 0, "NSGA-II breeds by fours");
    const pagmo::problem problem{Box{d, goals, &judge}};
    const pagmo::bfe batches{Batch{}};
    pagmo::population first{problem, batches, population, seed};
    const auto rounds = static_cast<unsigned>(generations);
    if (goals == 1) {
        pagmo::pso_gen swarm{rounds, 0.7298, 2.05, 2.05, 0.5, 5U, 2U, 4U, false, seed};
        swarm.set_bfe(batches);
        swarm.evolve(std::move(first));
    } else {
        pagmo::nsga2 breeding{rounds, 0.95, 10.0, 1.0 / static_cast<double>(d), 20.0, seed};
        breeding.set_bfe(batches);
        breeding.evolve(std::move(first));
    }
}

} // namespace samspil
