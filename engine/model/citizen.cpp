// SPDX-License-Identifier: MPL-2.0
#include "engine/model/citizen.hpp"

namespace samspil {

void CitizenTable::assign(std::size_t rows)
{
    place_.assign(rows, not_yet);
    room_.clear(rows + shared_rows);
    for (const Residence residence : {Residence::not_yet, Residence::dead, Residence::moved_out}) {
        room_[room_.take()].residence = residence;
    }
}

std::uint32_t CitizenTable::add()
{
    if (place_.empty()) assign(0);
    const auto row = static_cast<std::uint32_t>(place_.size());
    place_.push_back(not_yet);
    admit(row);
    return row;
}

Citizen& CitizenTable::admit(std::size_t row)
{
    if (!holds(row)) place_[row] = room_.take();
    Citizen& citizen = room_[place_[row]];
    citizen = {};
    citizen.row = static_cast<std::uint32_t>(row);
    return citizen;
}

void CitizenTable::dismiss(std::size_t row)
{
    const std::uint32_t shared = (*this)[row].residence == Residence::dead ? dead : moved_out;
    room_.give_back(place_[row]);
    place_[row] = shared;
}

} // namespace samspil
