// SPDX-License-Identifier: MPL-2.0
// Numbers and texts as bytes, for messages between processes of one program on machines of one kind.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace samspil {

class PacketWriter {
public:
    template <class T>
    requires std::is_arithmetic_v<T>
    void put(T value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }

    void put(const std::string& text) { put(std::string_view(text)); }
    void put(std::string_view text)
    {
        put(static_cast<std::uint64_t>(text.size()));
        bytes_ += text;
    }

    void put(std::span<const double> values)
    {
        put(static_cast<std::uint64_t>(values.size()));
        for (const double value : values) put(value);
    }

    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Takes in the order things were put; throws std::runtime_error where there is less than that.
class PacketReader {
public:
    explicit PacketReader(std::string_view bytes) : bytes_(bytes) {}

    template <class T>
    requires std::is_arithmetic_v<T>
    T take()
    {
        T value;
        std::memcpy(&value, next(sizeof value).data(), sizeof value);
        return value;
    }

    std::string take_text() { return std::string(next(take<std::uint64_t>())); }

    std::vector<double> take_values()
    {
        const auto count = take<std::uint64_t>();
        if (count > bytes_.size() / sizeof(double)) throw std::runtime_error("a message ends too soon");
        std::vector<double> values(count);
        for (double& value : values) value = take<double>();
        return values;
    }

private:
    std::string_view next(std::uint64_t size)
    {
        if (size > bytes_.size()) throw std::runtime_error("a message ends too soon");
        const std::string_view taken = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return taken;
    }

    std::string_view bytes_;
};

} // namespace samspil
