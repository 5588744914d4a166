/**
 * Makes programs of sources, in the sandbox, and keeps them for the next who sends the same. Knows
 * languages, and nothing of tests or verdicts.
 */
@NullMarked
package dev.touchstone.judge.compile;

import org.jspecify.annotations.NullMarked;
