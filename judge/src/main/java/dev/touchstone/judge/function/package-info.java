/**
 * Judges exercises in which learners write one function: makes a program of it, hands its cases
 * over, and compares what it returns. The expected results never enter the box.
 */
@NullMarked
package dev.touchstone.judge.function;

import org.jspecify.annotations.NullMarked;
