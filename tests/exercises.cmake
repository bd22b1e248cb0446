# Exercises: each answer file, the learner's and ours, is judged by the same
# suite. Only the file that binds it is compiled when it changes.
set(parts)
foreach(part IN ITEMS cases child clue crash expect main observation print proof
                      verdict)
    list(APPEND parts judge/${part}.cpp)
endforeach()
list(APPEND parts ${PROJECT_SOURCE_DIR}/src/files/files.cpp)
# A function of std::vector that is compiled in two files is linked once, and
# the linker may keep the copy without checks. So all files of a judge are
# compiled with the same checks.
set(sanitized -fsanitize=address,undefined -fno-sanitize-recover=undefined)
add_library(judge OBJECT ${parts})
target_include_directories(judge PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}
                           ${PROJECT_SOURCE_DIR}/chapters
                           ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(judge PUBLIC Boost::unit_test_framework
                      PRIVATE CLI11::CLI11)
target_compile_definitions(judge PUBLIC BOOST_TEST_DYN_LINK
                           _GLIBCXX_ASSERTIONS)
target_compile_options(judge PUBLIC ${sanitized} PRIVATE -O1)
target_link_options(judge PUBLIC ${sanitized})
target_precompile_headers(judge PRIVATE <boost/test/unit_test.hpp>)
# Its command line takes 12 s to optimise, and runs once.
set_source_files_properties(judge/main.cpp PROPERTIES COMPILE_OPTIONS -O0
                            SKIP_PRECOMPILE_HEADERS ON)

# What answer files include does not change when they do.
add_library(answer.header OBJECT judge/answer_header.cpp)
target_link_libraries(answer.header PUBLIC judge chainrule)
# A stub names its parameters and does not use them.
target_compile_options(answer.header PUBLIC -O0 -g1 -Wno-unused-parameter)
target_precompile_headers(answer.header PRIVATE
    <algorithm> <array> <cmath> <functional> <numeric> <span> <string>
    <utility> <vector> <chainrule/numbers/counted.hpp>
    <judge/bind.hpp> <todo.hpp>)

set(CHAINRULE_ANSWERS ${PROJECT_SOURCE_DIR}/answers CACHE PATH
    "Where the learner's answers are")

# bind_answers(CHAPTER OUT): the file that takes the functions of a chapter
# from an answer file. It is made from a list of pairs, member of the table and
# function, unless the chapter asks for more and has one of its own.
function(bind_answers chapter out)
    set(exercises ${PROJECT_SOURCE_DIR}/tests/exercises/${chapter})
    if(EXISTS ${exercises}.bind.cpp)
        set(${out} ${exercises}.bind.cpp PARENT_SCOPE)
        return()
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
                 ${exercises}.names)
    file(STRINGS ${exercises}.names pairs)
    set(fallbacks)
    set(bindings)
    foreach(pair IN LISTS pairs)
        if(NOT pair MATCHES "^([a-z_]+) ([a-z_]+)$")
            message(FATAL_ERROR "${exercises}.names: '${pair}' is no member "
                                "and function")
        endif()
        string(APPEND fallbacks "void ${CMAKE_MATCH_2}(missing);\n")
        string(APPEND bindings
            "    judge::bind(t.${CMAKE_MATCH_1}, [](const auto&... a) "
            "requires requires { ${CMAKE_MATCH_2}(a...); } "
            "{ return ${CMAKE_MATCH_2}(a...); });\n")
    endforeach()
    set(made ${PROJECT_BINARY_DIR}/judge/${chapter}.bind.cpp)
    configure_file(${PROJECT_SOURCE_DIR}/tests/judge/bind.cpp.in ${made} @ONLY)
    set(${out} ${made} PARENT_SCOPE)
endfunction()

# add_answers(PROGRAM CHAPTER FILE): the program that judges an answer file.
function(add_answers program chapter file)
    bind_answers(${chapter} bound)
    add_executable(${program} ${bound})
    set_target_properties(${program} PROPERTIES
                          RUNTIME_OUTPUT_DIRECTORY
                          ${PROJECT_BINARY_DIR}/judge)
    target_compile_definitions(${program} PRIVATE
                               CHAINRULE_ANSWERS="${file}")
    target_link_libraries(${program} PRIVATE answer.header judge
                          ${chapter}.judging)
    target_precompile_headers(${program} REUSE_FROM answer.header)
endfunction()

# add_exercises(NN_stem): the judge of the learner's answers, and the tests
# that solutions pass, that stubs are seen as such, and that every mistake is
# called by its name.
function(add_exercises chapter number)
    set(folder ${PROJECT_SOURCE_DIR}/chapters/${chapter})
    add_library(${chapter}.judging OBJECT
                ${PROJECT_SOURCE_DIR}/tests/exercises/${chapter}.cpp)
    target_compile_options(${chapter}.judging PRIVATE -O1)
    target_link_libraries(${chapter}.judging PRIVATE judge chainrule)
    target_precompile_headers(${chapter}.judging REUSE_FROM judge)

    add_answers(judge_${chapter} ${chapter}
                ${CHAINRULE_ANSWERS}/${chapter}.hpp)
    set_target_properties(judge_${chapter} PROPERTIES
                          OUTPUT_NAME ${chapter} EXCLUDE_FROM_ALL ON)

    add_answers(${chapter}.solution ${chapter} ${folder}/solutions.hpp)
    add_test(NAME ${chapter}.solution COMMAND ${chapter}.solution)
    add_test(NAME ${chapter}.proof
             COMMAND ${chapter}.solution --prove
             ${PROJECT_SOURCE_DIR}/tests/mistakes/${chapter}.tsv)
    add_answers(${chapter}.stub ${chapter} ${folder}/exercises.hpp)
    add_test(NAME ${chapter}.stub
             COMMAND ${chapter}.stub --expect "NOT STARTED")
    set(programs ${chapter}.solution ${chapter}.stub)
    set(tests ${programs} ${chapter}.proof)

    file(GLOB styles CONFIGURE_DEPENDS
         ${PROJECT_SOURCE_DIR}/tests/styles/${chapter}_*.hpp)
    foreach(style IN LISTS styles)
        get_filename_component(name ${style} NAME_WE)
        add_answers(${name}.style ${chapter} ${style})
        add_test(NAME ${name}.style COMMAND ${name}.style)
        list(APPEND programs ${name}.style)
        list(APPEND tests ${name}.style)
    endforeach()
    set_tests_properties(${tests} PROPERTIES LABELS ${number} TIMEOUT 120)
    add_dependencies(suites ${programs})
endfunction()
