// SPDX-License-Identifier: MPL-2.0
#include "engine/io/project.hpp"

#include <algorithm>
#include <system_error>

namespace samspil {

namespace fs = std::filesystem;

fs::path project_of(const fs::path& scenario)
{
    const fs::path folder = fs::absolute(scenario).lexically_normal().parent_path();
    for (fs::path at = folder;; at = at.parent_path()) {
        std::error_code ignored;
        if (fs::is_directory(at / "data", ignored) && fs::is_directory(at / "scenarios", ignored)) return at;
        if (at == at.parent_path()) break;
    }
    return folder.parent_path();
}

bool lies_below(const fs::path& file, const fs::path& folder)
{
    std::error_code error;
    // weakly_canonical leaves what does not exist relative.
    const fs::path real_file = fs::weakly_canonical(fs::absolute(file, error), error), real_folder = fs::weakly_canonical(fs::absolute(folder, error), error);
    const auto [end, rest] = std::mismatch(real_folder.begin(), real_folder.end(), real_file.begin(), real_file.end());
    return end == real_folder.end();
}

} // namespace samspil
