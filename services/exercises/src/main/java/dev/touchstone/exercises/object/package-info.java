/** Deletes objects that nothing refers to any more. */
@NullMarked
package dev.touchstone.exercises.object;

import org.jspecify.annotations.NullMarked;
