// SPDX-License-Identifier: MPL-2.0
// What a study that chooses its own points found (calibrate, optimise), as tables: made once, then printed, written to
// outcome/ of study.h5, and read back as they are.
#pragma once

#include "engine/base/text.hpp"
#include "engine/io/hdf5.hpp"

#include <string>
#include <vector>

namespace samspil {

/// A column of numbers or of texts. Names that end in _da or _en are for one language.
struct StudyColumn {
    std::string name, unit;
    Text label;
    std::vector<double> numbers;
    std::vector<std::string> texts; ///< used when it is not empty
    std::size_t size() const { return texts.empty() ? numbers.size() : texts.size(); }
};

struct StudyTable {
    std::string name;
    Text label;
    bool shown = true; ///< on screens; else in the file only
    std::vector<StudyColumn> columns;
};

/// outcome/TABLE/COLUMN, one dataset each; nothing when there are no tables.
void write_study_tables(hdf5::Writer& file, const std::vector<StudyTable>& tables);
std::vector<StudyTable> read_study_tables(const hdf5::Reader& file);

} // namespace samspil
