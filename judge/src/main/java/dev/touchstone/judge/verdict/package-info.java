/**
 * Runs a submission on the tests of a package and decides on a verdict. Does not deal with
 * processes or with how programs are compiled.
 */
@NullMarked
package dev.touchstone.judge.verdict;

import org.jspecify.annotations.NullMarked;
