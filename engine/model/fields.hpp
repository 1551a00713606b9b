// SPDX-License-Identifier: MPL-2.0
// Said once: a field table gives, per value of a struct, key, kind, unit, range, default, prior, label, evidence
// tag and source. Reader, validation, schema, docs, explain, sweeps and result attributes are all made from it.
#pragma once

#include "engine/base/text.hpp"

#include <cmath>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>

namespace samspil {

/// Where a number comes from; shown with it on screen, in files and in reports (model.md, evidence tags).
enum class Evidence { source, derived, recalled, assumed };

std::string_view id_of(Evidence tag);   ///< "source", "derived", "recalled", "assumed"
Label label_of(Evidence tag);           ///< "kilde"/"source", "afledt"/"derived", ...

enum class Kind { number, integer, flag, choice };

/// One value of an enumeration as it is written in files. `built` is false for a value whose phase is not in this
/// version: it is known, and refused by name.
struct Choice {
    std::string_view id;
    Label label;
    bool built = true;
};

inline constexpr double no_prior = std::numeric_limits<double>::quiet_NaN();

/// Reads and writes one member of a struct as a number (flags as 0/1, choices as their index).
struct Access {
    double (*read)(const void*);
    void (*write)(void*, double);
};

struct Field {
    std::string_view key;
    Kind kind = Kind::number;
    std::string_view unit; ///< "weeks", "share", "kr/h", "1/year", ...; empty for flags and choices
    double minimum = 0;
    double maximum = 1;
    double fallback = 0; ///< the default
    double prior_low = no_prior;
    double prior_high = no_prior;
    Evidence tag = Evidence::assumed;
    Label label;
    std::string_view source; ///< § of docs/model.md, inventory id or reference
    Access access{};
    std::span<const Choice> choices{};
    bool has_prior() const { return !std::isnan(prior_low); }
};

namespace detail {
template <class M>
struct MemberTraits;
template <class S, class V>
struct MemberTraits<V S::*> {
    using Struct = S;
    using Value = V;
};
template <class V>
void assign(V& target, double value)
{
    if constexpr (std::is_same_v<V, bool>) target = value != 0;
    else target = static_cast<V>(value);
}
} // namespace detail

/// Access to a plain member: member<&Parameters::h_v>.
template <auto M>
inline constexpr Access member{
    [](const void* object) {
        return static_cast<double>(static_cast<const typename detail::MemberTraits<decltype(M)>::Struct*>(object)->*M);
    },
    [](void* object, double value) {
        detail::assign(static_cast<typename detail::MemberTraits<decltype(M)>::Struct*>(object)->*M, value);
    }};

/// Access to an element of an array member: element<&Parameters::hr_f, 1>.
template <auto M, std::size_t I>
inline constexpr Access element{
    [](const void* object) {
        return static_cast<double>(
            (static_cast<const typename detail::MemberTraits<decltype(M)>::Struct*>(object)->*M)[I]);
    },
    [](void* object, double value) {
        detail::assign((static_cast<typename detail::MemberTraits<decltype(M)>::Struct*>(object)->*M)[I], value);
    }};

/// Access to an element of a two-dimensional array member.
template <auto M, std::size_t I, std::size_t J>
inline constexpr Access element2{
    [](const void* object) {
        return static_cast<double>(
            (static_cast<const typename detail::MemberTraits<decltype(M)>::Struct*>(object)->*M)[I][J]);
    },
    [](void* object, double value) {
        detail::assign((static_cast<typename detail::MemberTraits<decltype(M)>::Struct*>(object)->*M)[I][J], value);
    }};

/// Access to a member of a member: inside<&Parameters::people, &PeopleParameters::tie_form>.
template <auto Outer, auto Inner>
inline constexpr Access inside{
    [](const void* object) {
        using S = typename detail::MemberTraits<decltype(Outer)>::Struct;
        return static_cast<double>((static_cast<const S*>(object)->*Outer).*Inner);
    },
    [](void* object, double value) {
        using S = typename detail::MemberTraits<decltype(Outer)>::Struct;
        detail::assign((static_cast<S*>(object)->*Outer).*Inner, value);
    }};

/// Access to an element of an array inside a member.
template <auto Outer, auto Inner, std::size_t I>
inline constexpr Access inside_element{
    [](const void* object) {
        using S = typename detail::MemberTraits<decltype(Outer)>::Struct;
        return static_cast<double>(((static_cast<const S*>(object)->*Outer).*Inner)[I]);
    },
    [](void* object, double value) {
        using S = typename detail::MemberTraits<decltype(Outer)>::Struct;
        detail::assign(((static_cast<S*>(object)->*Outer).*Inner)[I], value);
    }};

/// Writes every default of the table into the struct.
void set_defaults(std::span<const Field> fields, void* object);

/// The field with this key, or null.
const Field* find_field(std::span<const Field> fields, std::string_view key);

} // namespace samspil
