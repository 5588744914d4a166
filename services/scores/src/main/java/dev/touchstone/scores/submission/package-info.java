/** Submissions of learners. */
@NullMarked
package dev.touchstone.scores.submission;

import org.jspecify.annotations.NullMarked;
