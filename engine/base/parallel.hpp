// SPDX-License-Identifier: MPL-2.0
// Work on several threads with results that do not depend on how many there are: blocks have a fixed size,
// every block writes only its own slot, and the caller folds the slots in order of block index.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace samspil {

template <class Signature>
class FunctionRef;

/// A function object (lambda) borrowed for the length of a call: two words, no allocation.
template <class Result, class... Arguments>
class FunctionRef<Result(Arguments...)> {
public:
    template <class Callable>
    requires(!std::is_same_v<std::remove_cvref_t<Callable>, FunctionRef> &&
             std::is_object_v<std::remove_reference_t<Callable>> &&
             std::is_invocable_r_v<Result, Callable&, Arguments...>)
        FunctionRef(Callable&& callable) // NOLINT: a borrowed argument converts silently, like a string_view
        : object_(const_cast<void*>(static_cast<const void*>(std::addressof(callable)))),
          call_([](void* object, Arguments... arguments) -> Result {
              return (*static_cast<std::remove_reference_t<Callable>*>(object))(std::forward<Arguments>(arguments)...);
          })
    {
    }

    Result operator()(Arguments... arguments) const { return call_(object_, std::forward<Arguments>(arguments)...); }

private:
    void* object_;
    Result (*call_)(void*, Arguments...);
};

/// How many threads may work, and (for tests) a block size that overrules the callers'. Made by the command
/// line, passed down by reference; copies share the same threads. The default is the calling thread alone.
class Workers {
public:
    Workers() = default;
    explicit Workers(int threads, std::optional<std::size_t> block_size = std::nullopt);

    int threads() const { return threads_; }
    std::optional<std::size_t> block_size() const { return block_size_; }

    struct Team; ///< the threads themselves, defined beside the library that runs them
    Team* team() const { return team_.get(); }

private:
    int threads_ = 1;
    std::optional<std::size_t> block_size_;
    std::shared_ptr<Team> team_;
};

/// The number of blocks `for_blocks` makes of n items; slots for partial results have this length.
std::size_t block_count(const Workers& workers, std::size_t n, std::size_t block);

/// Calls body(block_index, begin, end) for consecutive blocks of `block` items (the last may be shorter), each
/// once, in any order and on any thread; returns when all are done. One thread or one block runs here and now.
/// May be nested in itself and in `for_each_task`. If blocks throw, blocks not yet begun are dropped, and of the
/// exceptions the one of the lowest block index goes on to the caller.
void for_blocks(const Workers& workers, std::size_t n, std::size_t block,
                FunctionRef<void(std::size_t block_index, std::size_t begin, std::size_t end)> body);

/// Calls body(i) for every i < n, begun in index order, as threads become free. For tasks of unequal length,
/// such as replications. Exceptions as in `for_blocks`.
void for_each_task(const Workers& workers, std::size_t n, FunctionRef<void(std::size_t index)> body);

} // namespace samspil
