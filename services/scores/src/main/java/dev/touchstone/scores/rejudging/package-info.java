/** Rejudging all submissions to an exercise, and the progress of that. */
@NullMarked
package dev.touchstone.scores.rejudging;

import org.jspecify.annotations.NullMarked;
