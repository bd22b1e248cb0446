// Holds nothing: it exists so that Boost.Test's header is precompiled once.
