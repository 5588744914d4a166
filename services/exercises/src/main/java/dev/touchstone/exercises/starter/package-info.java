/** Loads the exercises in a folder that an operator provides. */
@NullMarked
package dev.touchstone.exercises.starter;

import org.jspecify.annotations.NullMarked;
