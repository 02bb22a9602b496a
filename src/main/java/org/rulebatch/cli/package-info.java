/** The command line: arguments to a job or a command, help, messages to people, exit codes. */
@NullMarked
package org.rulebatch.cli;

import org.jspecify.annotations.NullMarked;
