/** Programs that commands run, and how a command fails. */
@NullMarked
package dev.touchstone.operations.process;

import org.jspecify.annotations.NullMarked;
