/** Compiles a submission, runs its tests, and decides on a verdict. Knows nothing of processes. */
@NullMarked
package dev.touchstone.judge.verdict;

import org.jspecify.annotations.NullMarked;
