/** Telling waiting threads, in all processes, that something changed. */
@NullMarked
package dev.touchstone.scores.wakeup;

import org.jspecify.annotations.NullMarked;
