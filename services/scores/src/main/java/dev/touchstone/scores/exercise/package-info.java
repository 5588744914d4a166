/** What the exercises service tells of an exercise. */
@NullMarked
package dev.touchstone.scores.exercise;

import org.jspecify.annotations.NullMarked;
