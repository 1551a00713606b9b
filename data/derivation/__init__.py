# SPDX-License-Identifier: MPL-2.0
# The rules that turn data/sources into the input tables, one subject a module.
