// SPDX-License-Identifier: MPL-2.0
#include "engine/io/hdf5.hpp"

#include "engine/base/errors.hpp"
#include "engine/io/whole_file.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <hdf5.h>
#include <hdf5_hl.h>

namespace samspil::hdf5 {
namespace {

/// An HDF5 id that closes itself; a negative id means the call that made it failed.
class Handle {
public:
    Handle() = default;
    Handle(hid_t id, herr_t (*close)(hid_t)) : id_(id), close_(close) {}
    ~Handle() { reset(); }
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
    Handle& operator=(Handle&& other) noexcept
    {
        if (this == &other) return *this;
        reset();
        id_ = std::exchange(other.id_, -1);
        close_ = other.close_;
        return *this;
    }
    hid_t id() const { return id_; }
    explicit operator bool() const { return id_ >= 0; }
    void reset()
    {
        if (id_ >= 0) close_(id_);
        id_ = -1;
    }

private:
    hid_t id_ = -1;
    herr_t (*close_)(hid_t) = nullptr;
};

/// The library prints its errors unless every thread tells it not to; and it loads filters from folders unless told.
void prepare_thread()
{
    thread_local const bool prepared = [] {
        H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
        H5PLset_loading_state(0);
        return true;
    }();
    static_cast<void>(prepared);
}

std::string last_error()
{
    std::string text;
    const auto innermost = [](unsigned, const H5E_error2_t* error, void* out) -> herr_t {
        if (error->desc != nullptr) *static_cast<std::string*>(out) = error->desc;
        return 0;
    };
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, innermost, &text);
    return text;
}

hid_t native(Type type)
{
    switch (type) {
    case Type::int32: return H5T_NATIVE_INT32;
    case Type::int64: return H5T_NATIVE_INT64;
    case Type::uint64: return H5T_NATIVE_UINT64;
    default: return H5T_NATIVE_DOUBLE;
    }
}

/// In the file always little-endian, whatever the machine.
hid_t stored(Type type)
{
    switch (type) {
    case Type::int32: return H5T_STD_I32LE;
    case Type::int64: return H5T_STD_I64LE;
    case Type::uint64: return H5T_STD_U64LE;
    default: return H5T_IEEE_F64LE;
    }
}

Type type_from(hid_t type)
{
    if (H5Tget_class(type) == H5T_STRING) return H5Tis_variable_str(type) > 0 ? Type::other : Type::text;
    for (const Type known : {Type::int32, Type::int64, Type::uint64, Type::float64}) {
        if (H5Tequal(type, stored(known)) > 0) return known;
    }
    return Type::other;
}

Handle text_type(std::size_t size)
{
    Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
    H5Tset_size(type.id(), std::max<std::size_t>(size, 1));
    H5Tset_strpad(type.id(), H5T_STR_NULLPAD);
    H5Tset_cset(type.id(), H5T_CSET_UTF8);
    return type;
}

Handle space_of(const std::vector<std::uint64_t>& extent)
{
    if (extent.empty()) return {H5Screate(H5S_SCALAR), H5Sclose};
    const std::vector<hsize_t> sizes(extent.begin(), extent.end());
    return {H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr), H5Sclose};
}

/// Selects entry `slot` of the first dimension.
void select_slot(hid_t space, const std::vector<std::uint64_t>& extent, std::uint64_t slot)
{
    std::vector<hsize_t> start(extent.size(), 0), count(extent.begin(), extent.end());
    start[0] = slot;
    count[0] = 1;
    H5Sselect_hyperslab(space, H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr);
}

std::vector<hsize_t> slot_offset(const Shape& shape, std::uint64_t slot)
{
    std::vector<hsize_t> offset(shape.extent.size(), 0);
    offset[0] = slot;
    return offset;
}

bool holds_one(hid_t attribute)
{
    const Handle space(H5Aget_space(attribute), H5Sclose);
    return space && H5Sget_simple_extent_npoints(space.id()) == 1;
}

std::string from_padded(const char* begin, std::size_t size) { return {begin, ::strnlen(begin, size)}; }

constexpr std::size_t growth = std::size_t{4} << 20; ///< by which a file in memory grows

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

// --- Writer: all in memory, so a failure here is a bug or a lack of memory ---

struct Writer::State {
    Handle file;
    std::vector<std::pair<std::string, Handle>> open; ///< datasets written in slots stay open

    static void check(bool good, const std::string& path)
    {
        if (!good) throw std::runtime_error("HDF5: " + path + ": " + last_error());
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

// --- Reader ---

struct Reader::State {
    std::string path;
    Handle file;

    Handle object(const std::string& name) const
    {
        Handle handle(H5Oopen(file.id(), name.c_str(), H5P_DEFAULT), H5Oclose);
        if (!handle) throw IoError(IoError::Cause::damaged, path, name + " mangler / is missing");
        return handle;
    }
    Handle dataset(const std::string& name) const
    {
        Handle handle(H5Dopen2(file.id(), name.c_str(), H5P_DEFAULT), H5Dclose);
        if (!handle) throw IoError(IoError::Cause::damaged, path, name + " mangler / is missing");
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

void Reader::damaged(const std::string& why) const { throw IoError(IoError::Cause::damaged, state_->path, why); }

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
    if (!type || !space || rank < 0 || rank > 8) damaged(dataset + ": ulæselig form / unreadable shape");
    std::vector<hsize_t> extent(static_cast<std::size_t>(rank));
    if (rank > 0) H5Sget_simple_extent_dims(space.id(), extent.data(), nullptr);
    const Handle creation(H5Dget_create_plist(handle.id()), H5Pclose);
    Shape shape{type_from(type.id()), {extent.begin(), extent.end()}};
    shape.slots = H5Pget_layout(creation.id()) == H5D_CHUNKED;
    shape.compressed = H5Pget_nfilters(creation.id()) > 0;
    std::uint64_t values = 1;
    constexpr std::uint64_t most = std::uint64_t{1} << 33;
    for (const std::uint64_t e : shape.extent) {
        if (e > most || values * e > most) damaged(dataset + ": urimelig størrelse / unreasonable size");
        values *= e;
    }
    return shape;
}

Shape Reader::expect(const std::string& dataset, Type type) const
{
    Shape found = shape(dataset);
    if (found.type != type) damaged(dataset + ": forkert type / wrong type");
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
        damaged("HDF5: " + last_error());
    std::sort(paths.begin(), paths.end());
    return paths;
}

void Reader::read_values(const std::string& dataset, Type type, void* values) const
{
    const Handle handle = state_->dataset(dataset);
    if (shape(dataset).size() == 0) return;
    if (H5Dread(handle.id(), native(type), H5S_ALL, H5S_ALL, H5P_DEFAULT, values) < 0)
        damaged(dataset + ": " + last_error());
}

void Reader::read_slot_values(const std::string& dataset, Type type, std::uint64_t slot, void* values) const
{
    const Shape about = shape(dataset);
    if (about.extent.empty() || slot >= about.extent[0]) damaged(dataset + ": gentagelsen findes ikke / no such replication");
    if (about.slot_size() == 0) return;
    const Handle handle = state_->dataset(dataset);
    const Handle space(H5Dget_space(handle.id()), H5Sclose);
    select_slot(space.id(), about.extent, slot);
    const hsize_t all = about.slot_size();
    const Handle memory(H5Screate_simple(1, &all, nullptr), H5Sclose);
    if (H5Dread(handle.id(), native(type), memory.id(), space.id(), H5P_DEFAULT, values) < 0)
        damaged(dataset + ": " + last_error());
}

std::vector<std::string> Reader::read_texts(const std::string& dataset) const
{
    const Shape about = expect(dataset, Type::text);
    const Handle handle = state_->dataset(dataset);
    const Handle type(H5Dget_type(handle.id()), H5Tclose);
    const std::size_t size = H5Tget_size(type.id());
    const std::size_t count = about.size();
    if (size == 0 || size > (std::size_t{1} << 30) / std::max<std::size_t>(count, 1))
        damaged(dataset + ": urimelig størrelse / unreasonable size");
    std::string block(size * count, '\0');
    if (count > 0 && H5Dread(handle.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, block.data()) < 0)
        damaged(dataset + ": " + last_error());
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) texts.push_back(from_padded(block.data() + i * size, size));
    return texts;
}

RawChunk Reader::read_chunk(const std::string& dataset, std::uint64_t slot) const
{
    const Shape about = shape(dataset);
    if (!about.slots || about.extent.empty() || slot >= about.extent[0]) damaged(dataset + ": forkert form / wrong shape");
    const Handle handle = state_->dataset(dataset);
    const std::vector<hsize_t> offset = slot_offset(about, slot);
    hsize_t size = 0;
    RawChunk chunk;
    if (H5Dget_chunk_storage_size(handle.id(), offset.data(), &size) < 0 || size > (hsize_t{1} << 32))
        damaged(dataset + ": " + last_error());
    chunk.bytes.resize(size);
    if (H5Dread_chunk(handle.id(), H5P_DEFAULT, offset.data(), &chunk.filters_left_out, chunk.bytes.data()) < 0)
        damaged(dataset + ": " + last_error());
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
    if (size > (std::size_t{1} << 24) || !holds_one(attribute.id())) damaged(object + "@" + name);
    std::string block(size, '\0');
    if (H5Aread(attribute.id(), type.id(), block.data()) < 0) damaged(object + "@" + name + ": " + last_error());
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
    if (H5Aiterate2(holder.id(), H5_INDEX_NAME, H5_ITER_INC, &at, visit, &names) < 0) damaged(object + ": " + last_error());
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
