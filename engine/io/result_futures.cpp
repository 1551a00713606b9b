// SPDX-License-Identifier: MPL-2.0
// futures/ of a result: which assumptions were drawn, how, and what each replication drew. Written and read side by side.
#include "engine/base/errors.hpp"
#include "engine/io/result_columns.hpp"
#include "engine/io/result_file.hpp"
#include "engine/io/result_reading.hpp"
#include "engine/io/say.hpp"

namespace samspil::layout {
namespace {

using hdf5::Type;

constexpr const char* values_path = "futures/values";
constexpr const char* redraws_path = "futures/redraws";
constexpr const char* key_path = "futures/parameter";
constexpr const char* stays_path = "futures/stays";

std::string draw_word(const FutureParameter& parameter)
{
    if (parameter.column) return "posterior";
    return is_log_prior(*parameter.field) ? "log_uniform" : "uniform";
}

} // namespace

void make_future_slots(Writer& file, const FuturePlan& plan, int replications)
{
    const auto n = static_cast<std::uint64_t>(replications);
    file.make_group("futures");
    file.make_dataset(values_path, {Type::float64, {n, plan.drawn.size()}, true});
    file.make_dataset(redraws_path, {Type::int32, {n}, true});
}

void describe_futures(Writer& file, const FuturePlan& plan)
{
    const auto text = [&](const std::string& path, auto reading, Label label) { column(file, path, each(plan.drawn, reading), key_path, same("", label)); };
    text(key_path, [](const FutureParameter& p) { return std::string(p.field->key); }, {"antagelse der trækkes", "assumption that is drawn"});
    text("futures/draw", draw_word, {"hvordan der trækkes", "how it is drawn"});
    text("futures/unit", [](const FutureParameter& p) { return std::string(p.field->unit); }, {"enhed", "unit"});
    const auto number = [&](const std::string& path, auto reading, Label label) {
        column(file, path, each(plan.drawn, reading), key_path, same("futures/unit", label));
    };
    number("futures/prior_low", [](const FutureParameter& p) { return p.field->prior_low; }, {"laveste i intervallet", "lowest of the range"});
    number("futures/prior_high", [](const FutureParameter& p) { return p.field->prior_high; }, {"højeste i intervallet", "highest of the range"});
    column(file, stays_path, each(plan.stays, [](const StayingParameter& p) { return std::string(p.field->key); }), stays_path,
           same("", {"antagelse der ikke trækkes", "assumption that is not drawn"}));
    column(file, "futures/stays_why", each(plan.stays, [](const StayingParameter& p) { return std::string(id_of(p.why)); }), stays_path,
           same("", {"hvorfor den ikke trækkes", "why it is not drawn"}));
    describe(file, values_path, {"futures/unit", {"antagelser som trukket", "assumptions as drawn"},
                                 {"ens i alle alternativer af samme frø og gentagelse", "the same in all options of the same seed and replication"}});
    file.attach_scale(values_path, 0, "replication");
    file.attach_scale(values_path, 1, key_path);
    describe(file, redraws_path, same("", {"træk der gav et ugyldigt scenarie", "draws that gave a scenario that is not valid"}));
    file.attach_scale(redraws_path, 0, "replication");
}

void write_future(Writer& file, std::uint64_t slot, const ResultHead& head, int replication)
{
    const Future future = draw_future(*head.futures, *head.scenario, head.seed, replication);
    const auto redraws = static_cast<std::int32_t>(future.redraws);
    if (!future.values.empty()) file.write_slot(values_path, slot, std::span<const double>(future.values));
    file.write_slot(redraws_path, slot, std::span(&redraws, 1));
}

void copy_future(const ResultFile& from, std::uint64_t slot, Writer& file, std::uint64_t to, const FuturePlan& plan)
{
    if (from.file().shape(values_path).slot_size() != plan.drawn.size()) from.file().damaged(say("{}: forkert form", "{}: wrong shape", values_path));
    if (!plan.drawn.empty()) file.write_chunk(values_path, to, from.file().read_chunk(values_path, slot));
    file.write_chunk(redraws_path, to, from.file().read_chunk(redraws_path, slot));
}

} // namespace samspil::layout

namespace samspil {

std::optional<FutureTable> ResultFile::futures() const
{
    using namespace layout;
    if (!file_->has(key_path)) return std::nullopt;
    FutureTable table;
    const auto n = static_cast<std::size_t>(metadata_.replications);
    table.keys = file_->read_texts(key_path);
    table.draws = texts(*file_, "futures/draw", table.keys.size());
    table.stays = file_->read_texts(stays_path);
    table.why = texts(*file_, "futures/stays_why", table.stays.size());
    table.values = numbers<double>(*file_, values_path, n * table.keys.size());
    table.redraws = numbers<std::int32_t>(*file_, redraws_path, n);
    return table;
}

} // namespace samspil
