# SPDX-License-Identifier: MPL-2.0
# Writes HEADER from TEMPLATE with VERSION, BUILD and the commit of SOURCE. Works without git, and in an archive
# unpacked inside some other repository: then the commit is "unknown".
set(COMMIT unknown)
find_program(GIT git)
if(GIT)
  execute_process(COMMAND ${GIT} -C ${SOURCE} rev-parse --show-toplevel
    OUTPUT_VARIABLE top OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
  file(REAL_PATH ${SOURCE} source)
  if(NOT failed AND top STREQUAL source)
    execute_process(COMMAND ${GIT} -C ${SOURCE} describe --always --dirty --exclude=* --abbrev=12
      OUTPUT_VARIABLE described OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
    if(NOT failed AND described)
      set(COMMIT ${described})
    endif()
  endif()
endif()
configure_file(${TEMPLATE} ${HEADER} @ONLY)
