/** A collector of traces for tests. */
@NullMarked
package dev.touchstone.testing.trace;

import org.jspecify.annotations.NullMarked;
