// SPDX-License-Identifier: MPL-2.0
#include "engine/base/large_pages.hpp"

#include <cstdlib>
#include <new>

#include <sys/mman.h>

namespace samspil {
namespace {
constexpr std::size_t large_page = std::size_t{1} << 21;
constexpr std::size_t cache_line = 64;
} // namespace

void* allocate_large(std::size_t bytes)
{
    const std::size_t alignment = bytes >= large_page ? large_page : cache_line;
    void* memory = nullptr;
    if (posix_memalign(&memory, alignment, bytes == 0 ? 1 : bytes) != 0) throw std::bad_alloc();
    // Advice only: a system without large pages keeps small ones.
    if (bytes >= large_page) madvise(memory, bytes, MADV_HUGEPAGE);
    return memory;
}

void release_large(void* memory) noexcept { std::free(memory); }

} // namespace samspil
