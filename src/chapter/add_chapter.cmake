# add_chapter(NN_stem [USES layers data ...] [FAST]): one line, and the chapter
# has its program, the test of what it prints, its suite, its exercises, its
# figures and its page in the book.
#
# USES names libraries beyond `chainrule`. FAST is for a chapter that trains
# for long: its program is compiled for this processor, and may use two.
function(add_chapter chapter)
    cmake_parse_arguments(PARSE_ARGV 1 chapter "FAST" "" "USES")
    if(NOT chapter MATCHES "^([0-9][0-9])_([a-z][a-z0-9_]*)$")
        message(FATAL_ERROR "add_chapter(${chapter}): a chapter is named "
                            "NN_stem, as 02_three_layers is.")
    endif()
    set(number ${CMAKE_MATCH_1})
    set(stem ${CMAKE_MATCH_2})
    if(chapter_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "add_chapter(${chapter}): unknown words: "
                            "${chapter_UNPARSED_ARGUMENTS}")
    endif()
    set(folder ${PROJECT_SOURCE_DIR}/chapters/${chapter})
    set(suite ${PROJECT_SOURCE_DIR}/tests/${chapter}/suite.cpp)
    foreach(file IN ITEMS ${folder}/${stem}.hpp ${folder}/${stem}.cpp
                          ${folder}/expected.txt ${suite})
        if(NOT EXISTS ${file})
            message(FATAL_ERROR "add_chapter(${chapter}): ${file} is "
                    "missing. CONTRIBUTING.md says what a chapter has.")
        endif()
    endforeach()
    set_property(GLOBAL APPEND PROPERTY CHAPTERS ${chapter})

    add_executable(${chapter} ${folder}/${stem}.cpp)
    target_include_directories(${chapter} PRIVATE ${folder})
    target_link_libraries(${chapter} PRIVATE chainrule ${chapter_USES} program)
    target_compile_options(${chapter} PRIVATE ${OPTIMISED})
    if(chapter_FAST)
        target_link_libraries(${chapter} PRIVATE fast)
    endif()
    target_compile_definitions(${chapter} PRIVATE CHAPTER_FOLDER="${folder}")

    # A chapter that has to do with a small part of its data prints others.
    find_file(FASHION_MNIST train-images-idx3-ubyte.gz NO_CACHE
              PATHS /usr/share/datasets/fashion-mnist NO_DEFAULT_PATH)
    set(expected ${folder}/expected.txt)
    if(NOT FASHION_MNIST AND EXISTS ${folder}/expected.small.txt)
        set(expected ${folder}/expected.small.txt)
    endif()
    set(run ${PROJECT_BINARY_DIR}/runs/${chapter})
    add_custom_command(
        OUTPUT ${run}/output.txt
        COMMAND ${chapter} --save ${run} --expect ${expected}
        DEPENDS ${chapter} ${expected}
        COMMENT "Running chapter ${chapter}" VERBATIM)
    add_custom_target(run_${chapter} DEPENDS ${run}/output.txt)
    add_dependencies(gallery run_${chapter})
    add_test(NAME ${chapter}.output COMMAND ${chapter} --expect ${expected})
    set_tests_properties(${chapter}.output PROPERTIES LABELS ${number})

    add_suite(${chapter} ${number} ${suite} ${chapter_USES})
    target_include_directories(${chapter}.suite PRIVATE ${folder})
    target_compile_definitions(${chapter}.suite PRIVATE
                               CHAPTER_FOLDER="${folder}")
    add_dependencies(suites ${chapter})
    if(chapter_FAST)
        # They train on two threads, and wait for each other.
        set_tests_properties(${chapter}.output ${chapter} PROPERTIES
                             PROCESSORS 2)
    endif()
    # All that CTest runs under its number.
    add_custom_target(${chapter}.tests)
    add_dependencies(${chapter}.tests ${chapter} ${chapter}.suite)
    if(EXISTS ${folder}/exercises.hpp)
        add_exercises(${chapter} ${number})
    endif()
endfunction()
