/** Judges, the queue and failed judgings, for administrators. */
@NullMarked
package dev.touchstone.scores.supervision;

import org.jspecify.annotations.NullMarked;
