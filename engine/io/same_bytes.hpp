// SPDX-License-Identifier: MPL-2.0
// What "the same bytes" means (docs/result-format.md): all datasets and their attributes outside provenance/ and the
// attributes of the root. `verify` is made of this.
#pragma once

#include "engine/io/result_file.hpp"

#include <optional>
#include <string>

namespace samspil {

/// The first place where two results part.
struct Difference {
    std::string dataset;
    std::string where; ///< index such as [3, 12, 0], or the name of an attribute; may be empty
    std::string a, b;  ///< what stands there
};

/// Holds the first `replications` of a against those of b; nothing: everything must be equal, the number too.
/// Throws IoError damaged when `replications` is more than either has.
std::optional<Difference> first_difference(const ResultFile& a, const ResultFile& b, std::optional<int> replications);

/// Two whole files of any of our formats; every dataset must be equal.
std::optional<Difference> first_difference(const hdf5::Reader& a, const hdf5::Reader& b);

/// Holds one replication of a result against a replication in memory.
std::optional<Difference> first_difference(const ResultFile& file, const ReplicationResult& again);

} // namespace samspil
