@NullMarked
package dev.touchstone.exercises.object;

import org.jspecify.annotations.NullMarked;
