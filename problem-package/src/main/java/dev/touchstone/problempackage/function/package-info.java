/**
 * Exercises in which learners write one function: its signature, its types, and how both look in
 * each language.
 */
@NullMarked
package dev.touchstone.problempackage.function;

import org.jspecify.annotations.NullMarked;
