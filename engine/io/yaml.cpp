// SPDX-License-Identifier: MPL-2.0
// The only place that sees yaml-cpp, and of it only the event parser: aliases are never followed.
#include "engine/io/yaml.hpp"

#include "engine/io/source_text.hpp"

#include <algorithm>
#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace samspil {
namespace {

/// Ends the reading where going on makes no sense; the diagnostic is already there.
struct Stopped {};

class Places {
public:
    Places(std::string_view text, const std::string& file) : text_(text), file_(file)
    {
        starts_.push_back(0);
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\n') starts_.push_back(i + 1);
        }
    }
    /// The library counts bytes from 0; people count characters from 1.
    Origin at(const YAML::Mark& mark) const
    {
        if (mark.is_null() || mark.line < 0) return {file_, 0, 0};
        const auto line = std::min(static_cast<std::size_t>(mark.line), starts_.size() - 1);
        int column = 1;
        for (std::size_t i = starts_[line];
             i < starts_[line] + static_cast<std::size_t>(mark.column) && i < text_.size(); ++i) {
            if ((static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U) ++column;
        }
        return {file_, static_cast<int>(line) + 1, column};
    }
    const std::string& file() const { return file_; }

private:
    std::string_view text_;
    const std::string& file_;
    std::vector<std::size_t> starts_;
};

class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const Places& places, Diagnostics& out) : places_(places), out_(out) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        refuse_anchor(mark, anchor);
        value(made(Node::Kind::null, mark));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        report(mark, {"henvisninger (*navn) bruges ikke", "aliases (*name) are not used"},
               {"skriv værdien ud", "write the value out"});
        value(made(Node::Kind::null, mark));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override
    {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        Node node = made(Node::Kind::scalar, mark);
        node.text = text;
        node.quoted = tag == "!";
        const bool control = std::any_of(text.begin(), text.end(), [](char c) {
            return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
        });
        if (control)
            report(mark, {"et styretegn i en tekst", "a control character in a text"}, {"slet tegnet", "delete it"});
        value(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(Node::Kind::sequence, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(Node::Kind::mapping, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

    Node root;

private:
    struct Frame {
        Node node;
        Node key;
        bool has_key = false;
        bool drop = false; ///< the value that follows belongs to a refused key
    };

    Node made(Node::Kind kind, const YAML::Mark& mark)
    {
        const Origin place = places_.at(mark);
        Node node;
        node.kind = kind;
        node.line = place.line;
        node.column = place.column;
        return node;
    }
    void report(const YAML::Mark& mark, Text message, Text hint)
    {
        out_.add(error_at(places_.at(mark), "", std::move(message), std::move(hint)));
        if (++reported_ >= 100) throw Stopped{};
    }
    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor)
    {
        if (anchor == 0) return;
        report(mark, {"ankre (&navn) bruges ikke", "anchors (&name) are not used"},
               {"slet ankeret", "remove the anchor"});
    }
    void refuse_tag(const YAML::Mark& mark, const std::string& tag)
    {
        if (tag.empty() || tag == "?" || tag == "!") return;
        report(mark, {"typemærker (!!) bruges ikke", "tags (!!) are not used"}, {"slet mærket", "remove the tag"});
    }
    void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor)
    {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        if (stack_.size() >= static_cast<std::size_t>(deepest_yaml)) {
            report(mark, say("mere end {} niveauer i hinanden", "nested more than {} levels deep", deepest_yaml), {});
            throw Stopped{};
        }
        if (!stack_.empty() && stack_.back().node.kind == Node::Kind::mapping && !stack_.back().has_key) {
            report(mark,
                   {"en nøgle er et enkelt ord, ikke en liste eller en gruppe",
                    "a key is a single word, not a list or a group"},
                   {"sæt teksten i anførselstegn", "put the text in quotes"});
            throw Stopped{};
        }
        Frame frame;
        frame.node = made(kind, mark);
        stack_.push_back(std::move(frame));
    }
    void close()
    {
        Node done = std::move(stack_.back().node);
        stack_.pop_back();
        value(std::move(done));
    }
    void value(Node node)
    {
        if (stack_.empty()) {
            root = std::move(node);
            return;
        }
        Frame& frame = stack_.back();
        if (frame.node.kind == Node::Kind::sequence) {
            frame.node.items.push_back(std::move(node));
        } else if (!frame.has_key) {
            key(frame, std::move(node));
        } else {
            frame.has_key = false;
            if (!frame.drop)
                frame.node.entries.push_back({frame.key.text, frame.key.line, frame.key.column, std::move(node)});
        }
    }
    void key(Frame& frame, Node node)
    {
        frame.has_key = true;
        frame.drop = true;
        const Origin place = node.origin(places_.file());
        if (node.kind == Node::Kind::null) {
            out_.add(error_at(place, "", {"en nøgle mangler", "a key is missing"}));
        } else if (node.text == "<<" && !node.quoted) {
            out_.add(
                error_at(place, "", {"flettenøglen << bruges ikke", "the merge key << is not used"},
                         {"brug extends: til at arve fra en anden fil", "use extends: to inherit from another file"}));
        } else if (const Node::Entry* earlier = frame.node.find(node.text)) {
            out_.add(error_at(place, "",
                              say("nøglen '{}' står to gange", "the key '{}' stands twice", shown(node.text)),
                              say("første gang i linje {}", "first in line {}", earlier->line)));
        } else {
            frame.drop = false;
        }
        frame.key = std::move(node);
    }

    const Places& places_;
    Diagnostics& out_;
    std::vector<Frame> stack_;
    int reported_ = 0;
};

/// The messages people meet most, in words.
Diagnostic syntax_error(const YAML::ParserException& error, const Places& places)
{
    struct Known {
        std::string_view part;
        Label message, hint;
    };
    static constexpr Known known[] = {
        {"illegal map value",
         {"et kolon der ikke hører til her", "a colon that does not belong here"},
         {"tekst med kolon sættes i anførselstegn, og indrykningen skal passe",
          "put text with a colon in quotes, and check the indentation"}},
        {"end of map not found",
         {"linjen passer ikke ind i gruppen over den", "the line does not fit the group above it"},
         {"se efter en forkert indrykning eller et kolon der mangler",
          "look for a wrong indentation or a missing colon"}},
        {"end of map flow not found", {"} mangler, eller et komma", "a } is missing, or a comma"}, {}},
        {"end of sequence flow not found", {"] mangler, eller et komma", "a ] is missing, or a comma"}, {}},
        {"end of sequence not found",
         {"linjen passer ikke ind i listen over den", "the line does not fit the list above it"},
         {"se efter en forkert indrykning", "look for a wrong indentation"}},
        {"illegal end of scalar",
         {"teksten slutter ikke: et anførselstegn mangler", "the text has no end: a quote is missing"},
         {}},
        {"illegal EOF in scalar",
         {"teksten slutter ikke: et anførselstegn mangler", "the text has no end: a quote is missing"},
         {}},
        {"illegal block entry",
         {"en streg (-) der ikke hører til her", "a dash (-) that does not belong here"},
         {"se efter en forkert indrykning", "look for a wrong indentation"}},
        {"illegal map key", {"en nøgle der ikke hører til her", "a key that does not belong here"}, {}},
        {"illegal flow end", {"] eller } for meget", "one ] or } too many"}, {}},
        {"unknown escape character",
         {"en omvendt skråstreg (\\) i anførselstegn", "a backslash (\\) in quotes"},
         {"skriv mapper med /, eller brug enkelte anførselstegn: 'tekst'", "write folders with /, or use single quotes: 'text'"}},
        {"unknown token",
         {"en tekst kan ikke begynde med dette tegn", "a text cannot begin with this sign"},
         {"sæt teksten i anførselstegn", "put the text in quotes"}},
        {"the referenced anchor is not defined",
         {"en tekst kan ikke begynde med *", "a text cannot begin with *"},
         {"sæt teksten i anførselstegn", "put the text in quotes"}},
        {"unexpected character in block scalar",
         {"efter | eller > skal teksten stå på de næste linjer", "after | or > the text stands on the next lines"},
         {"sæt en tekst på samme linje i anførselstegn", "put a text on the same line in quotes"}},
        {"bad indentation", {"forkert indrykning", "wrong indentation"}, {}},
    };
    for (const Known& k : known) {
        if (error.msg.find(k.part) != std::string::npos)
            return error_at(places.at(error.mark), "", text_of(k.message), text_of(k.hint));
    }
    return error_at(places.at(error.mark), "",
                    say("YAML kan ikke læses her ({})", "YAML cannot be read here ({})", shown(error.msg)));
}

/// A tab before the first word of a line, where YAML wants spaces.
bool report_tabs(std::string_view text, const std::string& file, Diagnostics& out)
{
    int line = 1, found = 0;
    for (std::size_t i = 0; i < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', i), text.size());
        const std::string_view row = text.substr(i, end - i);
        const std::size_t word = row.find_first_not_of(" \t\r");
        const std::size_t tab = row.find('\t');
        if (word != std::string_view::npos && row[word] != '#' && tab < word && found++ < 20) {
            out.add(error_at({file, line, static_cast<int>(tab) + 1}, "",
                             {"indrykning med tabulator", "a tab in the indentation"},
                             {"brug mellemrum", "use spaces"}));
        }
        i = end + 1;
    }
    return found > 0;
}

} // namespace

const Node::Entry* Node::find(std::string_view key) const
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

std::optional<Node> parse_yaml(std::string_view text, const std::string& file, Diagnostics& out)
{
    if (report_tabs(text, file, out)) return std::nullopt;
    const Places places(text, file);
    TreeBuilder builder(places, out);
    std::istringstream stream{std::string(text)};
    try {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder)) return Node{};
        Node root = std::move(builder.root);
        TreeBuilder second(places, out);
        if (parser.HandleNextDocument(second)) {
            out.add(error_at(
                second.root.origin(file), "", {"mere end ét dokument i filen", "more than one document in the file"},
                {"slet alt fra den anden linje med ---", "delete everything from the second line with ---"}));
        }
        return root;
    } catch (const YAML::ParserException& error) {
        out.add(syntax_error(error, places));
    } catch (const YAML::Exception& error) {
        out.add(error_at(places.at(error.mark), "",
                         say("YAML kan ikke læses her ({})", "YAML cannot be read here ({})", shown(error.msg))));
    } catch (const Stopped&) {
    }
    return std::nullopt;
}

} // namespace samspil
