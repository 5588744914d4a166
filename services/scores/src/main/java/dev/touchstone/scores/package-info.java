/**
 * Scores: {@code submission} and {@code run} take work in, {@code queue} hands it to judges and
 * takes results, {@code follow} shows it live, {@code progress}, {@code leaderboard} and {@code
 * statistics} add it up.
 */
@NullMarked
package dev.touchstone.scores;

import org.jspecify.annotations.NullMarked;
