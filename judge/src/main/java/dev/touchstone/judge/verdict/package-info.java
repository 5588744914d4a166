/**
 * Runs a submission on the tests of a package and decides on a verdict. Knows nothing of processes
 * or of how programs are compiled.
 */
@NullMarked
package dev.touchstone.judge.verdict;

import org.jspecify.annotations.NullMarked;
