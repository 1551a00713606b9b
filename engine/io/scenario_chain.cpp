// SPDX-License-Identifier: MPL-2.0
#include "engine/io/scenario_chain.hpp"

#include "engine/base/digest.hpp"
#include "engine/io/project.hpp"
#include "engine/io/source_text.hpp"
#include "engine/io/values.hpp"

#include <algorithm>

namespace samspil {
namespace {

namespace fs = std::filesystem;

class Chain {
public:
    Chain(const fs::path& project, ScenarioChain& chain, Diagnostics& out) : project_(project), chain_(chain), out_(out) {}

    void read_chain(const fs::path& file, const Origin* mentioned, int depth);
    void read_text(std::string text, const fs::path& file, int depth);

private:
    void parent(const Node& root, const fs::path& file, int depth);

    const fs::path& project_;
    ScenarioChain& chain_;
    Diagnostics& out_;
    std::vector<std::string> read_; ///< real paths of scenario files on the way, against cycles
};

void Chain::read_chain(const fs::path& file, const Origin* mentioned, int depth)
{
    const std::string name = file.string();
    if (depth == 0) chain_.top_file = name;
    chain_.unread = true;
    if (mentioned != nullptr && !lies_below(file, project_)) {
        out_.add(error_at(*mentioned, "extends",
                          say("{} ligger uden for projektets mappe", "{} lies outside the project folder", name)));
        return;
    }
    std::error_code ignored;
    const std::string real = fs::weakly_canonical(file, ignored).string();
    if (std::find(read_.begin(), read_.end(), real) != read_.end()) {
        out_.add(error_at(*mentioned, "extends",
                          say("filerne arver fra hinanden i ring: {} igen",
                              "the files extend each other in a ring: {} again", name)));
        return;
    }
    if (depth > deepest_extends) {
        out_.add(error_at(
            *mentioned, "extends",
            say("mere end {} filer arver fra hinanden", "more than {} files extend each other", deepest_extends)));
        return;
    }
    auto text = read_input(file, name, mentioned, out_);
    if (!text) return;
    chain_.unread = false;
    read_text(std::move(*text), file, depth);
}

void Chain::read_text(std::string text, const fs::path& file, int depth)
{
    const std::string name = file.string();
    if (depth == 0) chain_.top_file = name;
    std::error_code ignored;
    read_.push_back(fs::weakly_canonical(file, ignored).string());
    chain_.inputs.push_back(
        {fs::absolute(file).lexically_normal().lexically_relative(project_).generic_string(), sha256(text), {}});
    if (!decode(text, name, false, out_)) {
        chain_.unread = true;
        return;
    }
    if (const std::size_t cpr = find_cpr(text, false); cpr != std::string::npos) {
        out_.add(cpr_refused(place_of(text, cpr, name), ""));
        chain_.unread = true;
        return;
    }
    const auto root = parse_yaml(text, name, out_);
    if (!root) {
        chain_.unread = true;
        return;
    }
    parent(*root, file, depth);
    // A description answers for the one file it stands in: that of the parent would speak of another scenario.
    for (const char* key : {"description.da", "description.en"})
        chain_.layers.values.erase(key);
    take_layer(*root, name, file.parent_path(), chain_.layers, out_);
}

void Chain::parent(const Node& root, const fs::path& file, int depth)
{
    const Node::Entry* extends = root.find("extends");
    if (extends == nullptr || extends->value.kind != Node::Kind::scalar) return;
    const Origin place = extends->value.origin(file.string());
    const fs::path named(extends->value.text);
    if (named.is_absolute()) {
        out_.add(error_at(place, "extends",
                          {"stien skal være i forhold til filen", "the path must be relative to the file"}));
        chain_.unread = true;
        return;
    }
    read_chain((file.parent_path() / named).lexically_normal(), &place, depth + 1);
}

} // namespace

ScenarioChain read_scenario_chain(const fs::path& file, const fs::path& project, Diagnostics& out)
{
    ScenarioChain chain;
    Chain(project, chain, out).read_chain(file, nullptr, 0);
    return chain;
}

ScenarioChain read_scenario_chain(std::string text, const fs::path& file, const fs::path& project, Diagnostics& out)
{
    ScenarioChain chain;
    Chain(project, chain, out).read_text(std::move(text), file, 0);
    return chain;
}

} // namespace samspil
