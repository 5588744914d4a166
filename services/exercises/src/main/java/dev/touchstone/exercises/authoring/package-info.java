/** What authors do: import, revise, hide and export exercises, and read all of them. */
@NullMarked
package dev.touchstone.exercises.authoring;

import org.jspecify.annotations.NullMarked;
