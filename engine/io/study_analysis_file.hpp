// SPDX-License-Identifier: MPL-2.0
// The group analysis/ of study.h5: what a study says of each goal of each option.
#pragma once

#include "engine/io/hdf5.hpp"
#include "engine/io/study_file.hpp"

namespace samspil {

/// Needs the scale factor/path.
void write_analysis(hdf5::Writer& file, const StudyResult& result);

/// Into `result.measures` and `result.goals`; options and factors have been read. Throws IoError damaged.
void read_analysis(const hdf5::Reader& file, StudyResult& result);

} // namespace samspil
