/** Judging all submissions to an exercise again, and how far that is. */
@NullMarked
package dev.touchstone.scores.rejudging;

import org.jspecify.annotations.NullMarked;
