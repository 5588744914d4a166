@NullMarked
package dev.touchstone.exercises;

import org.jspecify.annotations.NullMarked;
