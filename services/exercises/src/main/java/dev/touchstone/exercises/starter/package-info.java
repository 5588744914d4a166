/** Loads the exercises that an operator lays in a folder. */
@NullMarked
package dev.touchstone.exercises.starter;

import org.jspecify.annotations.NullMarked;
