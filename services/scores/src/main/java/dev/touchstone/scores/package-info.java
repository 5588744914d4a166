/**
 * Scores: {@code submission} and {@code run} accept work, {@code queue} hands it to judges and
 * takes results, {@code follow} shows it live, {@code progress}, {@code leaderboard} and {@code
 * statistics} add up the results.
 */
@NullMarked
package dev.touchstone.scores;

import org.jspecify.annotations.NullMarked;
