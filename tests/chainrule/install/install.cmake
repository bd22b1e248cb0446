# Installs the library into a scratch folder, and builds and runs a program
# against it there:
# cmake -DBUILD=... -DGENERATOR=... -DCOMPILER=... -DSCRATCH=... -P this.
function(must)
    execute_process(COMMAND ${ARGV} RESULT_VARIABLE code OUTPUT_VARIABLE said
                    ERROR_VARIABLE said)
    if(code)
        list(JOIN ARGV " " command)
        message(FATAL_ERROR "${command}\n${said}")
    endif()
endfunction()
file(REMOVE_RECURSE ${SCRATCH})
must(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/installed)
must(${CMAKE_COMMAND} -G ${GENERATOR} -S ${CMAKE_CURRENT_LIST_DIR}
     -B ${SCRATCH}/build
     -DCMAKE_PREFIX_PATH=${SCRATCH}/installed
     -DCMAKE_CXX_COMPILER=${COMPILER})
must(${CMAKE_COMMAND} --build ${SCRATCH}/build)
must(${SCRATCH}/build/outside)
file(REMOVE_RECURSE ${SCRATCH})
