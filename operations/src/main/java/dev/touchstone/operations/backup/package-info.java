/** Backups of what an installation can't lose, and their way back. */
@NullMarked
package dev.touchstone.operations.backup;

import org.jspecify.annotations.NullMarked;
