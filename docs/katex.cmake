# Copies the part of KaTeX that the pages load: cmake -DKATEX=... -DTO=... -P.
# Debian's fonts are links into another package, so they are resolved.
file(MAKE_DIRECTORY ${TO}/fonts)
foreach(name IN ITEMS katex.min.js katex.min.css contrib/auto-render.js)
    file(REAL_PATH ${KATEX}/${name} source)
    get_filename_component(base ${name} NAME)
    configure_file(${source} ${TO}/${base} COPYONLY)
endforeach()
file(GLOB fonts ${KATEX}/fonts/*.woff2)
# Families that no formula asks for; docs/check/formulas.js tells if one does.
list(FILTER fonts EXCLUDE REGEX "AMS|BoldItalic|Caligraphic|Fraktur|SansSerif|Script|Typewriter")
if(NOT fonts)
    message(FATAL_ERROR "No fonts in ${KATEX}/fonts: apt install fonts-katex")
endif()
foreach(font IN LISTS fonts)
    file(REAL_PATH ${font} source)
    get_filename_component(base ${font} NAME)
    configure_file(${source} ${TO}/fonts/${base} COPYONLY)
endforeach()
