// SPDX-License-Identifier: MPL-2.0
// Scenario files for tests: a folder that goes away again, a current folder for a while, and files as text.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include <unistd.h>

namespace samspil::testing {

inline std::string text_of_file(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

inline void write_file(const std::filesystem::path& file, std::string_view text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

/// A fresh folder below the system's temporary folder.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "samspil-test-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::filesystem::path operator/(const std::filesystem::path& below) const { return path_ / below; }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// The root of the source tree as current folder, so that messages name files as people do.
class AtSourceRoot {
public:
    AtSourceRoot() : before_(std::filesystem::current_path()) { std::filesystem::current_path(SAMSPIL_SOURCE_DIR); }
    ~AtSourceRoot() { std::filesystem::current_path(before_); }
    AtSourceRoot(const AtSourceRoot&) = delete;
    AtSourceRoot& operator=(const AtSourceRoot&) = delete;

private:
    std::filesystem::path before_;
};

} // namespace samspil::testing
