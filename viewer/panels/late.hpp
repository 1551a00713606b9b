// SPDX-License-Identifier: MPL-2.0
// A value that is made when it is first asked for: the table of hundreds of results takes longer than a frame, and is seldom looked at.
// For one thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace samspil::viewer {

template <class Value>
class Late {
public:
    explicit Late(std::function<Value()> make) : make_(std::move(make)) {}
    const Value& get() const
    {
        if (!value_) value_ = std::exchange(make_, nullptr)();
        return *value_;
    }

private:
    mutable std::function<Value()> make_;
    mutable std::optional<Value> value_;
};

/// What `make` refers to outlives the panel: a panel is dropped with the library it was made of.
template <class Make>
auto late(Make make)
{
    using Value = std::decay_t<decltype(make())>;
    return std::make_shared<const Late<Value>>(std::move(make));
}

} // namespace samspil::viewer
