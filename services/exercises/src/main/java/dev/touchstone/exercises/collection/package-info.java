/** Collections: exercises in an order that an author chose. */
@NullMarked
package dev.touchstone.exercises.collection;

import org.jspecify.annotations.NullMarked;
