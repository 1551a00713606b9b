// SPDX-License-Identifier: MPL-2.0
// The three streams a program is given: a closed one is nobody's file, and messages that cannot be written stop nothing.
#pragma once

namespace samspil {

/// Opens /dev/null on every one of the descriptors 0, 1 and 2 that is closed: a file opened later must not get its number,
/// for messages would be written into it. To be called before any file is opened.
void fill_closed_streams();

/// From here on a message on stderr that cannot be written is lost and stops nothing: a run goes on when the disk of its log
/// is full.
void lose_unwritable_messages();

} // namespace samspil
