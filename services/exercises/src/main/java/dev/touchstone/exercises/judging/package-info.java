/** What our other services and the judges read; not reachable from outside. */
@NullMarked
package dev.touchstone.exercises.judging;

import org.jspecify.annotations.NullMarked;
