/** Figures about exercises and learners. */
@NullMarked
package dev.touchstone.scores.statistics;

import org.jspecify.annotations.NullMarked;
