// SPDX-License-Identifier: MPL-2.0
// One task of a study: one replication of what is run together. Done where the study is asked, or by another process that
// knows the subject but not the question.
#pragma once

#include "engine/experiment/evaluation.hpp"

#include <map>
#include <mutex>

namespace samspil {

/// What is run together: an option at a point each.
struct EvaluationOrder {
    struct Asked {
        std::size_t option = 0;
        StudyPoint point;
    };
    int replication = 0;
    std::vector<Asked> asked;
};

std::string bytes_of(const EvaluationOrder& order);
EvaluationOrder order_from(std::string_view bytes);

/// What a task hands on as it goes; `asked` is a place in the order. One call at a time for one order.
struct AnswerSinks {
    std::function<void(std::size_t asked, std::span<const double> kpis)> answer;
    std::function<void(std::size_t asked, Text cause)> failure;
    const std::atomic<bool>* enough = nullptr; ///< set from outside: what is under way is not wanted any more; may be null
};

/// Does tasks; from several threads at a time. Keeps the scenarios it has made.
class Answering {
public:
    explicit Answering(const EvaluationSubject& subject) : subject_(subject) {}

    /// Citizen-weeks that were simulated. What a point throws is a failure; what `answer` throws is thrown on.
    double answer(const EvaluationOrder& order, const Workers& workers, const AnswerSinks& sinks, const std::atomic<bool>& stop);

    /// The same for another process: order and report as bytes.
    std::string report_on(std::string_view order, const Workers& workers, const std::atomic<bool>& stop);

private:
    std::shared_ptr<const Scenario> scenario(const EvaluationOrder::Asked& asked);

    const EvaluationSubject& subject_;
    std::mutex mutex_;
    std::map<EvaluationKey, std::shared_ptr<const Scenario>> kept_;
};

/// Reads what report_on() says, into the sinks; citizen-weeks.
double take_report(std::string_view report, const AnswerSinks& sinks);

} // namespace samspil
