// SPDX-License-Identifier: MPL-2.0
// Chapters of the model in words, and which rows a filter lets pass.
#include "viewer/data/register.hpp"

#include <array>

namespace samspil::viewer {
namespace {

/// Small letters, those of Danish too.
std::string lowered(std::string text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto c = static_cast<unsigned char>(text[i]);
        if (c >= 'A' && c <= 'Z') text[i] = static_cast<char>(c + 32);
        // U+00C0 to U+00DE: the second byte of the capital is 32 below that of the small letter.
        else if (c == 0xC3 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0x9E)
            text[i + 1] = static_cast<char>(text[i + 1] + 32), ++i;
    }
    return text;
}

} // namespace

Text section_in_words(std::string_view section)
{
    struct Chapter {
        std::string_view section;
        Label words;
    };
    constexpr std::array chapters{
        Chapter{"5", {"Borgere ved start", "Citizens at the start"}},
        Chapter{"7.1", {"Befolkning, dødelighed, plejehjem", "Population, mortality, nursing home"}},
        Chapter{"7.2", {"Funktionsevne", "Functional level"}},
        Chapter{"7.3", {"Fælles Sprog-score", "Fælles Sprog scores"}},
        Chapter{"7.4", {"Startsamtale og opfølgning", "Start interview and reviews"}},
        Chapter{"7.5", {"Kendskab til huse", "Knowing houses"}},
        Chapter{"7.6", {"Kontakter og brobygning", "Contacts and bridge-building"}},
        Chapter{"7.7", {"Adgang og visitation", "Access and assessment"}},
        Chapter{"7.8", {"Overvejelse og valg", "Consideration and choice"}},
        Chapter{"7.9", {"Pladser, køer, fremmøde", "Places, queues, attendance"}},
        Chapter{"7.10", {"Kørsel", "Transport"}},
        Chapter{"7.11", {"Deltagelse og bånd", "Dose and ties"}},
        Chapter{"7.12", {"Klubber og deres hjælp", "Clubs and their help"}},
        Chapter{"7.13", {"Overgange og frafald", "Transitions and drop-out"}},
        Chapter{"7.14", {"Ensomhed og mental sundhed", "Loneliness and mental health"}},
        Chapter{"7.15", {"Frivillige", "Volunteers"}},
        Chapter{"7.16", {"Personale og kvalitet", "Staff and quality"}},
        Chapter{"7.17", {"Organisation", "Organisation"}},
        Chapter{"7.18", {"Økonomi", "Budget"}},
        Chapter{"7.19", {"Ændringer", "Interventions"}},
        Chapter{"7.20", {"Dokumentation", "Documentation"}},
        Chapter{"7.21", {"Husenes program og indflydelse", "Profile and voice"}},
        Chapter{"8.1", {"Balanceret basisår", "Balanced baseline"}}};
    for (const Chapter& chapter : chapters)
        if (chapter.section == section) return {std::string(chapter.words.da), std::string(chapter.words.en)};
    return {"Andet", "Other"};
}

bool passes(const RegisterRow& row, const RegisterFilter& filter, Language language)
{
    if (filter.only_differing && !row.differs()) return false;
    if (filter.tag && row.tag != filter.tag) return false;
    if (filter.words.empty()) return true;
    std::string all =
        row.label.in(language) + "\n" + row.source + "\n" + row.key + "\n" + section_in_words(row.section).in(language);
    if (row.value) all += "\n" + row.value->in(language);
    for (const auto& option : row.options)
        if (option) all += "\n" + option->in(language);
    return lowered(all).find(lowered(filter.words)) != std::string::npos;
}

} // namespace samspil::viewer
