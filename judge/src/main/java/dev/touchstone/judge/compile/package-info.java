/**
 * Compiles sources in the sandbox, and keeps the programs for the next request with the same
 * sources. Knows languages, but not about tests or verdicts.
 */
@NullMarked
package dev.touchstone.judge.compile;

import org.jspecify.annotations.NullMarked;
