// SPDX-License-Identifier: MPL-2.0
#include "engine/io/source_text.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace samspil {
namespace {

/// Length of the UTF-8 sequence at `i`, or 0 when it is not valid (overlong forms and surrogates included).
std::size_t sequence_length(std::string_view s, std::size_t i)
{
    const auto byte = [&](std::size_t k) { return k < s.size() ? static_cast<unsigned char>(s[k]) : 0U; };
    const auto follows = [&](std::size_t k) { return (byte(k) & 0xC0U) == 0x80U; };
    const unsigned first = byte(i);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(i + 1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (!follows(i + 1) || !follows(i + 2)) return 0;
        if (first == 0xE0 && byte(i + 1) < 0xA0) return 0;
        if (first == 0xED && byte(i + 1) > 0x9F) return 0;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!follows(i + 1) || !follows(i + 2) || !follows(i + 3)) return 0;
        if (first == 0xF0 && byte(i + 1) < 0x90) return 0;
        if (first == 0xF4 && byte(i + 1) > 0x8F) return 0;
        return 4;
    }
    return 0;
}

std::size_t first_invalid(std::string_view s)
{
    for (std::size_t i = 0; i < s.size();) {
        const std::size_t length = sequence_length(s, i);
        if (length == 0) return i;
        i += length;
    }
    return std::string_view::npos;
}

/// Code points of bytes 0x80-0x9F in Windows-1252; the rest equals Latin-1. 0 where the byte means nothing.
constexpr std::array<unsigned, 32> windows_upper{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                 0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& out, unsigned code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | code >> 6);
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += static_cast<char>(0xE0U | code >> 12);
        out += static_cast<char>(0x80U | (code >> 6 & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

std::string from_windows_1252(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char c : text) {
        const unsigned byte = static_cast<unsigned char>(c);
        const unsigned code = byte >= 0x80 && byte < 0xA0 ? windows_upper[byte - 0x80] : byte;
        append_utf8(out, code == 0 ? 0xFFFD : code);
    }
    return out;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

bool date_like(std::string_view six)
{
    const int day = (six[0] - '0') * 10 + six[1] - '0';
    const int month = (six[2] - '0') * 10 + six[3] - '0';
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

std::optional<std::string> refuse(const std::string& file, const Origin* mentioned, IoError::Cause cause,
                                  const Text& why, Diagnostics& out)
{
    if (mentioned == nullptr) throw IoError(cause, file, why);
    out.add(error_at(*mentioned, "", {file + ": " + why.da, file + ": " + why.en}));
    return std::nullopt;
}

} // namespace

bool is_utf8(std::string_view text) { return first_invalid(text) == std::string_view::npos; }

std::string shown(std::string_view text)
{
    std::string line;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size() && characters < 60; ++characters) {
        const std::size_t length = std::max<std::size_t>(1, sequence_length(text, i));
        const bool control = static_cast<unsigned char>(text[i]) < 0x20 || text[i] == 0x7F;
        line += control ? std::string(" ") : std::string(text.substr(i, length));
        i += length;
        if (characters == 59 && i < text.size()) line += "...";
    }
    return line;
}

Origin place_of(std::string_view text, std::size_t offset, const std::string& file)
{
    Origin place{file, 1, 1};
    for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
        if (text[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++place.column;
        }
    }
    return place;
}

std::optional<std::string> read_input(const std::filesystem::path& path, const std::string& shown_as,
                                      const Origin* mentioned, Diagnostics& out)
{
    // Not blocking: opening a pipe nobody writes to would wait for ever.
    const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) {
        const Text why = errno == ENOENT ? Text{"filen findes ikke", "the file does not exist"}
                                         : Text{"filen kan ikke åbnes: " + system_reason(errno).da,
                                                "the file cannot be opened: " + system_reason(errno).en};
        return refuse(shown_as, mentioned, IoError::Cause::unreadable, why, out);
    }
    struct Closer {
        int file;
        ~Closer() { ::close(file); }
    } closer{file};
    struct stat status {};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        return refuse(shown_as, mentioned, IoError::Cause::unreadable, {"ikke en almindelig fil", "not a regular file"},
                      out);
    }
    if (status.st_size > static_cast<off_t>(largest_input)) {
        return refuse(shown_as, mentioned, IoError::Cause::unreadable,
                      {"større end 16 MiB; det er ikke en tabel eller et scenarie",
                       "larger than 16 MiB; not a table or a scenario"},
                      out);
    }
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t have = 0;
    while (have < text.size()) {
        const ssize_t got = ::read(file, text.data() + have, text.size() - have);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw IoError(IoError::Cause::unreadable, shown_as, system_reason(errno));
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    text.resize(have);
    return text;
}

std::optional<Encoding> decode(std::string& text, const std::string& file, bool windows_1252_allowed, Diagnostics& out)
{
    const auto refused = [&](std::size_t offset, Text message, Text hint) {
        out.add(error_at(place_of(text, offset, file), "", std::move(message), std::move(hint)));
        return std::nullopt;
    };
    const Text save_as_utf8{"gem filen som UTF-8", "save the file as UTF-8"};
    if (text.rfind("\xFF\xFE", 0) == 0 || text.rfind("\xFE\xFF", 0) == 0) {
        out.add(error_at({file, 1, 1}, "", {"filen er i UTF-16", "the file is in UTF-16"}, save_as_utf8));
        return std::nullopt;
    }
    Encoding encoding = Encoding::utf8;
    if (text.rfind("\xEF\xBB\xBF", 0) == 0) {
        text.erase(0, 3);
        encoding = Encoding::utf8_bom;
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
        return refused(nul, {"et NUL-tegn: filen er ikke tekst", "a NUL character: the file is not text"},
                       save_as_utf8);
    }
    if (const std::size_t bad = first_invalid(text); bad != std::string::npos) {
        if (!windows_1252_allowed || encoding == Encoding::utf8_bom) {
            // Read on as what it most likely is, so that what else is wrong is told in the same pass.
            refused(bad, {"tegnet er ikke gyldig UTF-8", "not valid UTF-8"}, save_as_utf8);
        }
        text = from_windows_1252(text);
        encoding = Encoding::windows_1252;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F) {
            return refused(i, {"et styretegn", "a control character"}, {"slet tegnet", "delete it"});
        }
    }
    return encoding;
}

std::size_t find_cpr(std::string_view text, bool bare)
{
    for (std::size_t i = 0; i + 10 <= text.size(); ++i) {
        if (!digit(text[i]) || (i > 0 && digit(text[i - 1]))) continue;
        std::size_t run = i;
        while (run < text.size() && digit(text[run]))
            ++run;
        const std::size_t length = run - i;
        if (length == 6 && run < text.size() && (text[run] == '-' || text[run] == ' ')) {
            std::size_t tail = run + 1;
            while (tail < text.size() && digit(text[tail]))
                ++tail;
            if (tail - run == 5 && date_like(text.substr(i, 6))) return i;
        }
        const bool decimals = i > 0 && (text[i - 1] == '.' || text[i - 1] == ',');
        if (bare && !decimals && length == 10 && date_like(text.substr(i, 6))) return i;
    }
    return std::string_view::npos;
}

Diagnostic cpr_refused(const Origin& place, const std::string& path)
{
    return error_at(place, path,
                    {"ligner et CPR-nummer og læses ikke; teksten vises ikke",
                     "looks like a CPR number and is not read; the text is not shown"},
                    {"Samspil regner med antal, aldrig med personer: slet det",
                     "Samspil works with counts, never with persons: remove it"});
}

} // namespace samspil
