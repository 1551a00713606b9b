// SPDX-License-Identifier: MPL-2.0
// An allocator for the few large arrays that are read here and there every week: it asks the system for large pages,
// so that finding an address costs no page walk. Where the system has none, it is an ordinary allocator.
#pragma once

#include <cstddef>
#include <vector>

namespace samspil {

/// Memory aligned to a large page and marked for it; throws std::bad_alloc.
void* allocate_large(std::size_t bytes);
void release_large(void* memory) noexcept;

template <class T>
struct LargePages {
    using value_type = T;
    LargePages() = default;
    template <class U>
    LargePages(const LargePages<U>&) // NOLINT: allocators convert
    {
    }
    T* allocate(std::size_t n) { return static_cast<T*>(allocate_large(n * sizeof(T))); }
    void deallocate(T* memory, std::size_t) noexcept { release_large(memory); }
    friend bool operator==(const LargePages&, const LargePages&) { return true; }
};

template <class T>
using LargeVector = std::vector<T, LargePages<T>>;

} // namespace samspil
