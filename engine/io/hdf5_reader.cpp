// SPDX-License-Identifier: MPL-2.0
#include "engine/base/errors.hpp"
#include "engine/io/hdf5_handles.hpp"
#include "engine/io/say.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

namespace samspil::hdf5 {
namespace {

bool holds_one(hid_t attribute)
{
    const Handle space(H5Aget_space(attribute), H5Sclose);
    return space && H5Sget_simple_extent_npoints(space.id()) == 1;
}

std::string from_padded(const char* begin, std::size_t size) { return {begin, ::strnlen(begin, size)}; }

Type type_from(hid_t type)
{
    if (H5Tget_class(type) == H5T_STRING) return H5Tis_variable_str(type) > 0 ? Type::other : Type::text;
    for (const Type known : {Type::int32, Type::int64, Type::uint64, Type::float64}) {
        if (H5Tequal(type, stored(known)) > 0) return known;
    }
    return Type::other;
}

std::vector<hsize_t> slot_offset(const Shape& shape, std::uint64_t slot)
{
    std::vector<hsize_t> offset(shape.extent.size(), 0);
    offset[0] = slot;
    return offset;
}

} // namespace

std::uint64_t Shape::size() const
{
    std::uint64_t n = 1;
    for (const std::uint64_t e : extent) n *= e;
    return n;
}

std::uint64_t Shape::slot_size() const
{
    std::uint64_t n = 1;
    for (std::size_t i = 1; i < extent.size(); ++i) n *= extent[i];
    return n;
}

std::string library_version()
{
    unsigned major = 0, minor = 0, release = 0;
    H5get_libversion(&major, &minor, &release);
    return fmt::format("{}.{}.{}", major, minor, release);
}

struct Reader::State {
    std::string path;
    Handle file;

    Handle object(const std::string& name) const
    {
        Handle handle(H5Oopen(file.id(), name.c_str(), H5P_DEFAULT), H5Oclose);
        if (!handle) throw IoError(IoError::Cause::damaged, path, Text{name + " mangler", name + " is missing"});
        return handle;
    }
    Handle dataset(const std::string& name) const
    {
        Handle handle(H5Dopen2(file.id(), name.c_str(), H5P_DEFAULT), H5Dclose);
        if (!handle) throw IoError(IoError::Cause::damaged, path, Text{name + " mangler", name + " is missing"});
        return handle;
    }
    Handle attribute(const std::string& name, const std::string& key) const
    {
        const Handle holder = object(name);
        if (H5Aexists(holder.id(), key.c_str()) <= 0) return {};
        return {H5Aopen(holder.id(), key.c_str(), H5P_DEFAULT), H5Aclose};
    }
};

Reader::Reader(const std::string& path) : state_(std::make_unique<State>())
{
    prepare_thread();
    state_->path = path;
    check_seal(path);
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG);
    state_->file = Handle(H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.id()), H5Fclose);
    if (!state_->file) throw IoError(IoError::Cause::damaged, path, "HDF5: " + last_error());
}

Reader::~Reader()
{
    if (state_) prepare_thread();
}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

const std::string& Reader::path() const { return state_->path; }

void Reader::damaged(const Text& why) const { throw IoError(IoError::Cause::damaged, state_->path, why); }

bool Reader::has(const std::string& object) const
{
    prepare_thread();
    for (std::size_t slash = object.find('/', 1);; slash = object.find('/', slash + 1)) { // every folder on the way must be
        if (H5Lexists(state_->file.id(), object.substr(0, slash).c_str(), H5P_DEFAULT) <= 0) return false;
        if (slash == std::string::npos) return true;
    }
}

Shape Reader::shape(const std::string& dataset) const
{
    prepare_thread();
    const Handle handle = state_->dataset(dataset);
    const Handle type(H5Dget_type(handle.id()), H5Tclose);
    const Handle space(H5Dget_space(handle.id()), H5Sclose);
    const int rank = H5Sget_simple_extent_ndims(space.id());
    if (!type || !space || rank < 0 || rank > 8) damaged(say("{}: ulæselig form", "{}: unreadable shape", dataset));
    std::vector<hsize_t> extent(static_cast<std::size_t>(rank));
    if (rank > 0) H5Sget_simple_extent_dims(space.id(), extent.data(), nullptr);
    const Handle creation(H5Dget_create_plist(handle.id()), H5Pclose);
    Shape shape{type_from(type.id()), {extent.begin(), extent.end()}};
    shape.slots = H5Pget_layout(creation.id()) == H5D_CHUNKED;
    shape.compressed = H5Pget_nfilters(creation.id()) > 0;
    std::uint64_t values = 1;
    constexpr std::uint64_t most = std::uint64_t{1} << 33;
    for (const std::uint64_t e : shape.extent) {
        if (e > most || values * e > most) damaged(say("{}: urimelig størrelse", "{}: unreasonable size", dataset));
        values *= e;
    }
    return shape;
}

Shape Reader::expect(const std::string& dataset, Type type) const
{
    Shape found = shape(dataset);
    if (found.type != type) damaged(say("{}: forkert type", "{}: wrong type", dataset));
    return found;
}

std::vector<std::string> Reader::datasets() const
{
    prepare_thread();
    std::vector<std::string> paths;
    const auto visit = [](hid_t, const char* name, const H5O_info_t* info, void* out) -> herr_t {
        if (info->type == H5O_TYPE_DATASET) static_cast<std::vector<std::string>*>(out)->emplace_back(name);
        return 0;
    };
    if (H5Ovisit2(state_->file.id(), H5_INDEX_NAME, H5_ITER_INC, visit, &paths, H5O_INFO_BASIC) < 0)
        damaged(say("HDF5: {}", "HDF5: {}", last_error()));
    std::sort(paths.begin(), paths.end());
    return paths;
}

void Reader::read_values(const std::string& dataset, Type type, void* values) const
{
    const Handle handle = state_->dataset(dataset);
    if (shape(dataset).size() == 0) return;
    if (H5Dread(handle.id(), native(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0)
        damaged(say("{}: {}", "{}: {}", dataset, last_error()));
}

void Reader::read_slot_values(const std::string& dataset, Type type, std::uint64_t slot, void* values) const
{
    const Shape about = shape(dataset);
    if (about.extent.empty() || slot >= about.extent[0]) damaged(say("{}: gentagelsen findes ikke", "{}: no such replication", dataset));
    if (about.slot_size() == 0) return;
    const Handle handle = state_->dataset(dataset);
    const Handle space(H5Dget_space(handle.id()), H5Sclose);
    select_slot(space.id(), about.extent, slot);
    const hsize_t all = about.slot_size();
    const Handle memory(H5Screate_simple(1, &all, nullptr), H5Sclose);
    if (H5Dread(handle.id(), native(type), memory.id(), space.id(), H5P_DEFAULT, values) < 0)
        damaged(say("{}: {}", "{}: {}", dataset, last_error()));
}

std::vector<std::string> Reader::read_texts(const std::string& dataset) const
{
    const Shape about = expect(dataset, Type::text);
    const Handle handle = state_->dataset(dataset);
    const Handle type(H5Dget_type(handle.id()), H5Tclose);
    const std::size_t size = H5Tget_size(type.id());
    const std::size_t count = about.size();
    if (size == 0 || size > (std::size_t{1} << 30) / std::max<std::size_t>(count, 1))
        damaged(say("{}: urimelig størrelse", "{}: unreasonable size", dataset));
    std::string block(size * count, '\0');
    if (count > 0 && H5Dread(handle.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, block.data()) < 0)
        damaged(say("{}: {}", "{}: {}", dataset, last_error()));
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) texts.push_back(from_padded(block.data() + i * size, size));
    return texts;
}

RawChunk Reader::read_chunk(const std::string& dataset, std::uint64_t slot) const
{
    const Shape about = shape(dataset);
    if (!about.slots || about.extent.empty() || slot >= about.extent[0]) damaged(say("{}: forkert form", "{}: wrong shape", dataset));
    const Handle handle = state_->dataset(dataset);
    const std::vector<hsize_t> offset = slot_offset(about, slot);
    hsize_t size = 0;
    RawChunk chunk;
    if (H5Dget_chunk_storage_size(handle.id(), offset.data(), &size) < 0 || size > (hsize_t{1} << 32))
        damaged(say("{}: {}", "{}: {}", dataset, last_error()));
    chunk.bytes.resize(size);
    if (H5Dread_chunk(handle.id(), H5P_DEFAULT, offset.data(), &chunk.filters_left_out, chunk.bytes.data()) < 0)
        damaged(say("{}: {}", "{}: {}", dataset, last_error()));
    return chunk;
}

std::optional<std::string> Reader::text_attribute(const std::string& object, const std::string& name) const
{
    prepare_thread();
    const Handle attribute = state_->attribute(object, name);
    if (!attribute) return std::nullopt;
    const Handle type(H5Aget_type(attribute.id()), H5Tclose);
    if (type_from(type.id()) != Type::text) return std::nullopt;
    const std::size_t size = H5Tget_size(type.id());
    if (size > (std::size_t{1} << 24) || !holds_one(attribute.id())) damaged(say("{}@{}: forkert form", "{}@{}: wrong shape", object, name));
    std::string block(size, '\0');
    if (H5Aread(attribute.id(), type.id(), block.data()) < 0) damaged(say("{}@{}: {}", "{}@{}: {}", object, name, last_error()));
    return from_padded(block.data(), block.size());
}

std::optional<std::int64_t> Reader::integer_attribute(const std::string& object, const std::string& name) const
{
    prepare_thread();
    const Handle attribute = state_->attribute(object, name);
    if (!attribute) return std::nullopt;
    const Handle type(H5Aget_type(attribute.id()), H5Tclose);
    std::int64_t value = 0;
    if (H5Tget_class(type.id()) != H5T_INTEGER || !holds_one(attribute.id())) return std::nullopt;
    if (H5Aread(attribute.id(), H5T_NATIVE_INT64, &value) < 0) return std::nullopt;
    return value;
}

std::optional<double> Reader::number_attribute(const std::string& object, const std::string& name) const
{
    prepare_thread();
    const Handle attribute = state_->attribute(object, name);
    if (!attribute) return std::nullopt;
    const Handle type(H5Aget_type(attribute.id()), H5Tclose);
    double value = 0;
    if (H5Tget_class(type.id()) != H5T_FLOAT || !holds_one(attribute.id())) return std::nullopt;
    if (H5Aread(attribute.id(), H5T_NATIVE_DOUBLE, &value) < 0) return std::nullopt;
    return value;
}

std::vector<std::string> Reader::attribute_names(const std::string& object) const
{
    prepare_thread();
    const Handle holder = state_->object(object);
    std::vector<std::string> names;
    const auto visit = [](hid_t, const char* name, const H5A_info_t*, void* out) -> herr_t {
        static_cast<std::vector<std::string>*>(out)->emplace_back(name);
        return 0;
    };
    hsize_t at = 0;
    if (H5Aiterate2(holder.id(), H5_INDEX_NAME, H5_ITER_INC, &at, visit, &names) < 0) damaged(say("{}: {}", "{}: {}", object, last_error()));
    std::erase_if(names, [](const std::string& n) { return n == "DIMENSION_LIST" || n == "REFERENCE_LIST"; });
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> Reader::scale_names(const std::string& dataset) const
{
    const Shape about = shape(dataset);
    const Handle handle = state_->dataset(dataset);
    std::vector<std::string> names(about.extent.size());
    if (H5DSis_scale(handle.id()) > 0) return names;
    const auto visit = [](hid_t, unsigned, hid_t scale, void* out) -> herr_t {
        char name[256] = {};
        H5Iget_name(scale, name, sizeof name);
        *static_cast<std::string*>(out) = name;
        return 1;
    };
    for (unsigned d = 0; d < names.size(); ++d) {
        int from = 0;
        H5DSiterate_scales(handle.id(), d, &from, visit, &names[d]);
    }
    return names;
}

} // namespace samspil::hdf5
