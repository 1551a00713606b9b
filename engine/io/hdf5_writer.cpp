// SPDX-License-Identifier: MPL-2.0
// All in memory, so a failure here is a lack of memory (or a bug, which the tests meet); only `save` meets the disk.
#include "engine/base/errors.hpp"
#include "engine/io/hdf5_handles.hpp"
#include "engine/io/whole_file.hpp"

namespace samspil::hdf5 {
namespace {
constexpr std::size_t growth = std::size_t{4} << 20; ///< by which a file in memory grows
} // namespace

struct Writer::State {
    Handle file;
    std::vector<std::pair<std::string, Handle>> open; ///< datasets written in slots stay open

    static void check(bool good, const std::string& path)
    {
        if (good) return;
        const std::string why = "HDF5: " + last_error();
        throw IoError(IoError::Cause::out_of_space, path, Text{"der er ikke hukommelse til at skrive det (" + why + ")", "there is no memory to write it (" + why + ")"});
    }
    hid_t dataset(const std::string& path)
    {
        const auto found = std::find_if(open.begin(), open.end(), [&](const auto& o) { return o.first == path; });
        if (found != open.end()) return found->second.id();
        Handle handle(H5Dopen2(file.id(), path.c_str(), H5P_DEFAULT), H5Dclose);
        check(static_cast<bool>(handle), path);
        open.emplace_back(path, std::move(handle));
        return open.back().second.id();
    }
    void attribute(const std::string& path, const std::string& name, hid_t type, const void* value)
    {
        const Handle space(H5Screate(H5S_SCALAR), H5Sclose);
        const Handle made(H5Acreate_by_name(file.id(), path.c_str(), name.c_str(), type, space.id(), H5P_DEFAULT,
                                            H5P_DEFAULT, H5P_DEFAULT),
                          H5Aclose);
        check(made && H5Awrite(made.id(), type, value) >= 0, path + "@" + name);
    }
};

Writer::Writer() : state_(std::make_unique<State>())
{
    prepare_thread();
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    const Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose);
    H5Pset_fapl_core(access.id(), growth, 0);
    H5Pset_obj_track_times(creation.id(), 0);
    // The name is never a file: nothing backs the memory.
    state_->file = Handle(H5Fcreate("samspil.h5", H5F_ACC_TRUNC, creation.id(), access.id()), H5Fclose);
    State::check(static_cast<bool>(state_->file), "/");
}

Writer::~Writer()
{
    if (state_) prepare_thread();
}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

void Writer::make_group(const std::string& path)
{
    const Handle creation(H5Pcreate(H5P_GROUP_CREATE), H5Pclose);
    H5Pset_obj_track_times(creation.id(), 0);
    const Handle group(H5Gcreate2(state_->file.id(), path.c_str(), H5P_DEFAULT, creation.id(), H5P_DEFAULT), H5Gclose);
    State::check(static_cast<bool>(group), path);
}

void Writer::make_dataset(const std::string& path, const Shape& shape)
{
    const Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    H5Pset_obj_track_times(creation.id(), 0);
    if (shape.slots && shape.size() > 0) { // a chunk cannot be empty
        std::vector<hsize_t> chunk(shape.extent.begin(), shape.extent.end());
        chunk[0] = 1;
        H5Pset_chunk(creation.id(), static_cast<int>(chunk.size()), chunk.data());
        if (shape.compressed) {
            H5Pset_shuffle(creation.id());
            H5Pset_deflate(creation.id(), 1);
        }
    }
    const Handle space = space_of(shape.extent);
    Handle made(H5Dcreate2(state_->file.id(), path.c_str(), stored(shape.type), space.id(), H5P_DEFAULT, creation.id(),
                           H5P_DEFAULT),
                H5Dclose);
    State::check(static_cast<bool>(made), path);
    state_->open.emplace_back(path, std::move(made));
}

void Writer::write_values(const std::string& path, Type type, const void* values, std::size_t count)
{
    if (count == 0) return;
    State::check(H5Dwrite(state_->dataset(path), native(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0, path);
}

void Writer::write_slot_values(const std::string& path, Type type, std::uint64_t slot, const void* values, std::size_t count)
{
    if (count == 0) return;
    const hid_t dataset = state_->dataset(path);
    const Handle space(H5Dget_space(dataset), H5Sclose);
    std::vector<hsize_t> sizes(static_cast<std::size_t>(H5Sget_simple_extent_ndims(space.id())));
    H5Sget_simple_extent_dims(space.id(), sizes.data(), nullptr);
    const std::vector<std::uint64_t> extent(sizes.begin(), sizes.end());
    SAMSPIL_EXPECT(Shape({type, extent}).slot_size() == count && slot < extent[0], "a slot is written whole");
    select_slot(space.id(), extent, slot);
    const hsize_t all = count;
    const Handle memory(H5Screate_simple(1, &all, nullptr), H5Sclose);
    State::check(H5Dwrite(dataset, native(type), memory.id(), space.id(), H5P_DEFAULT, values) >= 0, path);
}

void Writer::write_chunk(const std::string& path, std::uint64_t slot, const RawChunk& chunk)
{
    const hid_t dataset = state_->dataset(path);
    const Handle space(H5Dget_space(dataset), H5Sclose);
    std::vector<hsize_t> offset(static_cast<std::size_t>(H5Sget_simple_extent_ndims(space.id())), 0);
    offset[0] = slot;
    State::check(H5Dwrite_chunk(dataset, H5P_DEFAULT, chunk.filters_left_out, offset.data(), chunk.bytes.size(),
                                chunk.bytes.data()) >= 0,
                 path);
}

void Writer::write_texts(const std::string& path, std::span<const std::string> values)
{
    std::size_t longest = 1;
    for (const std::string& value : values) longest = std::max(longest, value.size());
    std::string block(longest * values.size(), '\0');
    for (std::size_t i = 0; i < values.size(); ++i) values[i].copy(block.data() + i * longest, values[i].size());
    const Handle type = text_type(longest);
    const Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    H5Pset_obj_track_times(creation.id(), 0);
    const Handle space = space_of({values.size()});
    const Handle made(H5Dcreate2(state_->file.id(), path.c_str(), type.id(), space.id(), H5P_DEFAULT, creation.id(), H5P_DEFAULT),
                      H5Dclose);
    State::check(static_cast<bool>(made), path);
    if (!values.empty()) State::check(H5Dwrite(made.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, block.data()) >= 0, path);
}

void Writer::write_text(const std::string& path, const std::string& value)
{
    const Handle type = text_type(value.size());
    const Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    H5Pset_obj_track_times(creation.id(), 0);
    const Handle space = space_of({});
    const Handle made(H5Dcreate2(state_->file.id(), path.c_str(), type.id(), space.id(), H5P_DEFAULT, creation.id(), H5P_DEFAULT),
                      H5Dclose);
    State::check(made && H5Dwrite(made.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, value.c_str()) >= 0, path);
}

void Writer::set_attribute(const std::string& path, const std::string& name, std::string_view value)
{
    const std::string text(value);
    const Handle type = text_type(text.size());
    state_->attribute(path, name, type.id(), text.c_str());
}

void Writer::set_attribute(const std::string& path, const std::string& name, std::int64_t value)
{
    state_->attribute(path, name, H5T_STD_I64LE, &value);
}

void Writer::set_attribute(const std::string& path, const std::string& name, double value)
{
    state_->attribute(path, name, H5T_IEEE_F64LE, &value);
}

void Writer::make_scale(const std::string& path, const std::string& name)
{
    State::check(H5DSset_scale(state_->dataset(path), name.c_str()) >= 0, path);
}

void Writer::attach_scale(const std::string& path, unsigned dimension, const std::string& scale)
{
    State::check(H5DSattach_scale(state_->dataset(path), state_->dataset(scale), dimension) >= 0, path);
}

void Writer::save(const std::string& path)
{
    prepare_thread();
    state_->open.clear();
    State::check(H5Fflush(state_->file.id(), H5F_SCOPE_GLOBAL) >= 0, path);
    const ssize_t size = H5Fget_file_image(state_->file.id(), nullptr, 0);
    State::check(size > 0, path);
    std::vector<std::byte> image(static_cast<std::size_t>(size));
    State::check(H5Fget_file_image(state_->file.id(), image.data(), image.size()) == size, path);
    state_->file.reset();
    write_sealed_file(path, image);
}

} // namespace samspil::hdf5
