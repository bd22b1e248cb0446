# How programs are compiled that train for long: with the widest vectors that
# this processor has.
add_library(fast INTERFACE)
target_compile_options(fast INTERFACE -O3 -DNDEBUG)
include(CheckCXXSourceRuns)
set(V4_NEEDS avx512f avx512bw avx512cd avx512dq avx512vl)
set(V3_NEEDS avx2 fma bmi2)
foreach(level V4 V3)
    list(TRANSFORM ${level}_NEEDS REPLACE ".+"
         "__builtin_cpu_supports(\"\\0\")" OUTPUT_VARIABLE needs)
    list(JOIN needs " && " needs)
    check_cxx_source_runs("int main() { return ${needs} ? 0 : 1; }"
                          HAS_X86_64_${level})
    if(HAS_X86_64_${level})
        string(TOLOWER ${level} level)
        target_compile_options(fast INTERFACE -march=x86-64-${level})
        if(level STREQUAL v4 AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
            # Its own header of these vectors looks uninitialised to g++ 12
            # (GCC bug 105593).
            target_compile_options(fast INTERFACE -Wno-maybe-uninitialized)
        endif()
        break()
    endif()
endforeach()
