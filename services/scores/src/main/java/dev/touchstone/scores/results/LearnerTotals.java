package dev.touchstone.scores.results;

import java.math.BigDecimal;

/**
 * A learner and what the chosen exercises add up to.
 *
 * @param sortName what names are sorted by
 */
record LearnerTotals(
    long userId, String username, String sortName, BigDecimal points, int solved) {}
