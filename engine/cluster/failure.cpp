// SPDX-License-Identifier: MPL-2.0
#include "engine/cluster/failure.hpp"

#include "engine/base/errors.hpp"
#include "engine/base/packet.hpp"

#include <array>
#include <new>

#include <unistd.h>

namespace samspil {
namespace {

enum class Kind : std::uint8_t { file, memory, other };

std::string machine()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "?";
}

} // namespace

std::string bytes_of_failure(const std::exception_ptr& error)
{
    PacketWriter bytes;
    try {
        std::rethrow_exception(error);
    } catch (const IoError& wrong) {
        bytes.put(static_cast<std::uint8_t>(Kind::file));
        bytes.put(static_cast<std::int32_t>(wrong.cause()));
        bytes.put(machine());
        bytes.put(wrong.message(Language::da));
        bytes.put(wrong.message(Language::en));
    } catch (const std::bad_alloc&) {
        bytes.put(static_cast<std::uint8_t>(Kind::memory));
    } catch (const std::exception& wrong) {
        bytes.put(static_cast<std::uint8_t>(Kind::other));
        bytes.put(machine() + ": " + wrong.what());
    }
    return bytes.take();
}

std::exception_ptr failure_from(std::string_view text)
{
    PacketReader bytes(text);
    const auto kind = static_cast<Kind>(bytes.take<std::uint8_t>());
    if (kind == Kind::memory) return std::make_exception_ptr(std::bad_alloc());
    if (kind == Kind::other) return std::make_exception_ptr(std::runtime_error(bytes.take_text()));
    const auto cause = static_cast<IoError::Cause>(bytes.take<std::int32_t>());
    const std::string where = bytes.take_text();
    std::string da = bytes.take_text();
    return std::make_exception_ptr(IoError(cause, where, Text{std::move(da), bytes.take_text()}));
}

} // namespace samspil
