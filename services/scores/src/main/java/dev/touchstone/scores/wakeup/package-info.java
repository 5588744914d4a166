/** Notifies waiting threads, in all processes, of changes. */
@NullMarked
package dev.touchstone.scores.wakeup;

import org.jspecify.annotations.NullMarked;
