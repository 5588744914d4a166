/** Figures about an exercise. */
@NullMarked
package dev.touchstone.scores.statistics;

import org.jspecify.annotations.NullMarked;
