/**
 * Checks that the example submissions of a package get their verdicts, and what follows from their
 * times.
 */
@NullMarked
package dev.touchstone.judge.verification;

import org.jspecify.annotations.NullMarked;
