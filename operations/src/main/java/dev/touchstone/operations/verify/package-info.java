/** Verifies a running platform from inside its cluster. */
@NullMarked
package dev.touchstone.operations.verify;

import org.jspecify.annotations.NullMarked;
