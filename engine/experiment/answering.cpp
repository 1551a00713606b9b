// SPDX-License-Identifier: MPL-2.0
#include "engine/experiment/answering.hpp"

#include "engine/base/errors.hpp"
#include "engine/base/packet.hpp"

namespace samspil {
namespace {

/// Scenarios kept between replications; those of later points are made anew each time.
constexpr std::size_t kept_scenarios = 512;

} // namespace

std::string bytes_of(const EvaluationOrder& order)
{
    PacketWriter bytes;
    bytes.put(static_cast<std::int32_t>(order.replication));
    bytes.put(static_cast<std::uint32_t>(order.asked.size()));
    for (const EvaluationOrder::Asked& one : order.asked) {
        bytes.put(static_cast<std::uint32_t>(one.option));
        bytes.put(std::span<const double>(one.point.values));
    }
    return bytes.take();
}

EvaluationOrder order_from(std::string_view text)
{
    PacketReader bytes(text);
    EvaluationOrder order;
    order.replication = bytes.take<std::int32_t>();
    for (auto n = bytes.take<std::uint32_t>(); n > 0; --n) {
        const std::size_t option = bytes.take<std::uint32_t>();
        order.asked.push_back({option, {bytes.take_values()}});
    }
    return order;
}

/// Throws what makes the point impossible. Two threads may make the same scenario; it is the same.
std::shared_ptr<const Scenario> Answering::scenario(const EvaluationOrder::Asked& asked)
{
    const EvaluationKey key = key_of(subject_, asked.option, asked.point);
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
    }
    auto made = subject_.scenario(asked.option, asked.point);
    const std::lock_guard lock(mutex_);
    if (subject_.keeps_scenarios && kept_.size() < kept_scenarios) kept_.emplace(key, made);
    return made;
}

double Answering::answer(const EvaluationOrder& order, const Workers& workers, const AnswerSinks& sinks, const std::atomic<bool>& stop)
{
    if (stop) return 0;
    std::vector<std::size_t> places;
    std::vector<std::shared_ptr<const Scenario>> scenarios;
    for (std::size_t i = 0; i < order.asked.size(); ++i) {
        try {
            scenarios.push_back(scenario(order.asked[i]));
            places.push_back(i);
        } catch (const IoError&) {
            throw; // what the study rests on cannot be read any more: no fault of the point
        } catch (const PointRefused& refused) {
            sinks.failure(i, refused.cause);
        } catch (const std::exception& error) {
            sinks.failure(i, {error.what(), error.what()});
        }
    }
    if (places.empty()) return 0;
    StudyPlan plan;
    for (const auto& one : scenarios) plan.options.push_back(one.get());
    plan.seed = subject_.seed_of ? subject_.seed_of(order.asked.front().point) : subject_.seed;
    plan.first_replication = order.replication;
    plan.replications = order.replication + 1;
    plan.life_sample = 0;
    StudySinks results;
    results.result = [&](std::size_t option, ReplicationResult&& result) {
        SAMSPIL_EXPECT(result.kpis.size() == kpi_table().size(), "a replication has every KPI");
        sinks.answer(places[option], result.kpis);
    };
    results.enough = sinks.enough;
    const StudyOutcome outcome = run_study(plan, workers, results, stop);
    for (const StudyFailure& failure : outcome.failures) sinks.failure(places[failure.option], {failure.cause, failure.cause});
    return outcome.citizen_weeks;
}

std::string Answering::report_on(std::string_view bytes, const Workers& workers, const std::atomic<bool>& stop)
{
    std::vector<std::pair<std::size_t, std::vector<double>>> answers;
    std::vector<std::pair<std::size_t, Text>> failures;
    AnswerSinks sinks;
    sinks.answer = [&](std::size_t asked, std::span<const double> kpis) { answers.emplace_back(asked, std::vector<double>(kpis.begin(), kpis.end())); };
    sinks.failure = [&](std::size_t asked, Text cause) { failures.emplace_back(asked, std::move(cause)); };
    const double citizen_weeks = answer(order_from(bytes), workers, sinks, stop);
    PacketWriter report;
    report.put(citizen_weeks);
    report.put(static_cast<std::uint32_t>(answers.size()));
    for (const auto& [asked, kpis] : answers) {
        report.put(static_cast<std::uint32_t>(asked));
        report.put(std::span<const double>(kpis));
    }
    report.put(static_cast<std::uint32_t>(failures.size()));
    for (const auto& [asked, cause] : failures) {
        report.put(static_cast<std::uint32_t>(asked));
        report.put(cause.da);
        report.put(cause.en);
    }
    return report.take();
}

double take_report(std::string_view bytes, const AnswerSinks& sinks)
{
    PacketReader report(bytes);
    const auto citizen_weeks = report.take<double>();
    for (auto n = report.take<std::uint32_t>(); n > 0; --n) {
        const std::size_t asked = report.take<std::uint32_t>();
        sinks.answer(asked, report.take_values());
    }
    for (auto n = report.take<std::uint32_t>(); n > 0; --n) {
        const std::size_t asked = report.take<std::uint32_t>();
        std::string da = report.take_text();
        sinks.failure(asked, {std::move(da), report.take_text()});
    }
    return citizen_weeks;
}

} // namespace samspil
