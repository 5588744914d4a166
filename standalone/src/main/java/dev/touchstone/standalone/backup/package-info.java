/** Backups of a whole data folder, made while the platform runs, and their way back. */
@NullMarked
package dev.touchstone.standalone.backup;

import org.jspecify.annotations.NullMarked;
