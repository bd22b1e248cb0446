/// \file
/// A process that is kept apart from all others, as far as the system allows.
#pragma once

#include <sys/types.h>

namespace chainrule::judge {

/// Begin a process as fork() does, below another one that keeps it.
///
/// Where namespaces may be made, the two have their own: they see no other
/// process and no terminal, have no network, may write to no file, are
/// administrator nowhere, and all that was started ends with the keeper. In
/// a container some of that may be refused; then the rest holds.
/// \param how memory that processes share. When the begun process ends or is
/// stopped, its status is written there, as waitpid() gives it, and the keeper
/// ends.
/// \return 0 in the process that was begun, else the keeper, or -1
pid_t fork_apart(int& how);

}  // namespace chainrule::judge
