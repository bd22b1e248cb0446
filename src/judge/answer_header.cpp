// Carries the precompiled headers of answer files, so that an edit compiles
// little more than the answer.
