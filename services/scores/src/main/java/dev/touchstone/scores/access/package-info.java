/** Who may see what learners have submitted. */
@NullMarked
package dev.touchstone.scores.access;

import org.jspecify.annotations.NullMarked;
