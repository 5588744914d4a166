/**
 * Moves the databases of a running installation to another PostgreSQL server: copy and logical
 * replication, a switch during a short hold, and the way back.
 */
@NullMarked
package dev.touchstone.operations.migrate;

import org.jspecify.annotations.NullMarked;
