// SPDX-License-Identifier: MPL-2.0
// What went wrong on another rank, as bytes and back: an exception of the same kind that names the machine.
#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace samspil {

std::string bytes_of_failure(const std::exception_ptr& error);
std::exception_ptr failure_from(std::string_view bytes);

} // namespace samspil
