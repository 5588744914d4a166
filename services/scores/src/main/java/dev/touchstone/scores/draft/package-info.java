/** What learners have written and not submitted yet. */
@NullMarked
package dev.touchstone.scores.draft;

import org.jspecify.annotations.NullMarked;
