/** The ranking of learners. */
@NullMarked
package dev.touchstone.scores.leaderboard;

import org.jspecify.annotations.NullMarked;
