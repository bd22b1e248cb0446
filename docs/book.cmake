# The target `book`: woven pages, the library's reference and the theme, made
# into one folder that needs no network. Uses SYLLABUS_FILE and CHAPTER_PAGES.
find_program(DOXYGEN doxygen)
find_program(DOT dot)
find_path(AWESOME doxygen-awesome.css PATHS /usr/share/doxygen-awesome-css)
find_path(KATEX katex.min.js PATHS /usr/share/javascript/katex)

set(book ${PROJECT_BINARY_DIR}/book)
if(NOT DOXYGEN OR NOT DOT OR NOT AWESOME OR NOT KATEX)
    add_custom_target(book
        COMMAND ${CMAKE_COMMAND} -E echo "The book needs: apt install doxygen graphviz doxygen-awesome-css libjs-katex fonts-katex"
        COMMAND ${CMAKE_COMMAND} -E false VERBATIM)
    return()
endif()

list(JOIN CHAPTER_PAGES "\" \"" pages)
set(pages "\"${pages}\"")
configure_file(${PROJECT_SOURCE_DIR}/docs/Doxyfile.in ${book}/Doxyfile @ONLY)
file(GLOB_RECURSE theme CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/theme/*
     ${PROJECT_SOURCE_DIR}/docs/pages/*.md
     ${PROJECT_SOURCE_DIR}/tests/mistakes/*.tsv
     ${PROJECT_SOURCE_DIR}/src/chainrule/*.hpp)

# Made beside the old book and put in its place only when all is right.
add_custom_command(
    OUTPUT ${book}/html/index.html
    COMMAND weave site --syllabus ${SYLLABUS_FILE}
            --chapters ${PROJECT_SOURCE_DIR}/chapters --pages ${book}/woven
            --mistakes ${PROJECT_SOURCE_DIR}/tests/mistakes
            --layout ${PROJECT_SOURCE_DIR}/docs/theme/layout.xml.in
            --out ${book}
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${book}/html.new
    COMMAND ${DOXYGEN} ${book}/Doxyfile
    COMMAND ${CMAKE_COMMAND} -DKATEX=${KATEX} -DTO=${book}/html.new/katex
            -P ${PROJECT_SOURCE_DIR}/docs/katex.cmake
    COMMAND ${CMAKE_COMMAND} -E rm -f ${book}/html.new/doxygen.svg
    COMMAND weave outline --html ${book}/html.new
    COMMAND weave links --html ${book}/html.new --pages ${book}/woven
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${book}/html
    COMMAND ${CMAKE_COMMAND} -E rename ${book}/html.new ${book}/html
    DEPENDS weave ${CHAPTER_PAGES} ${theme} ${book}/Doxyfile
            ${PROJECT_SOURCE_DIR}/docs/katex.cmake
    COMMENT "Making the book" VERBATIM)
add_custom_target(book DEPENDS ${book}/html/index.html)
foreach(chapter IN LISTS SYLLABUS)
    add_dependencies(book page_${chapter})
endforeach()

# One page with everything, which ./workbook book --pdf prints.
add_custom_target(paper
    COMMAND weave paper --html ${book}/html --syllabus ${SYLLABUS_FILE}
            --chapters ${PROJECT_SOURCE_DIR}/chapters
            --out ${book}/html/paper.html
    VERBATIM)
add_dependencies(paper book)
