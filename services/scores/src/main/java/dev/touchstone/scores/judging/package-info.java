/** What submissions and runs have in common: lanes, states, verdicts, tests, code. */
@NullMarked
package dev.touchstone.scores.judging;

import org.jspecify.annotations.NullMarked;
