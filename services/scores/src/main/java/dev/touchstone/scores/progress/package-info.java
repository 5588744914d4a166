/** What a learner has achieved, computed from the submissions. */
@NullMarked
package dev.touchstone.scores.progress;

import org.jspecify.annotations.NullMarked;
