/** What the exercises service says about an exercise. */
@NullMarked
package dev.touchstone.scores.exercise;

import org.jspecify.annotations.NullMarked;
