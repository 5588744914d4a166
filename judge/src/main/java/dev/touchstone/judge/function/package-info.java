/**
 * Exercises in which learners write one function: wraps it in a program, passes its cases, and
 * compares what it returns. The expected results never enter the box.
 */
@NullMarked
package dev.touchstone.judge.function;

import org.jspecify.annotations.NullMarked;
