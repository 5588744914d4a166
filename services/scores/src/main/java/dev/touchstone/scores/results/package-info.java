/** Learners × exercises: what all learners have achieved, for teachers. */
@NullMarked
package dev.touchstone.scores.results;

import org.jspecify.annotations.NullMarked;
