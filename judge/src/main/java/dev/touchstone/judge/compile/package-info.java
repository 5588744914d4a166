/**
 * Makes programs of sources, in the sandbox, and keeps them for the next who sends the same. Knows
 * languages, but not about tests or verdicts.
 */
@NullMarked
package dev.touchstone.judge.compile;

import org.jspecify.annotations.NullMarked;
