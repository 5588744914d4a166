/** Hints and editorials: shown to learners when they may see them. */
@NullMarked
package dev.touchstone.scores.guidance;

import org.jspecify.annotations.NullMarked;
