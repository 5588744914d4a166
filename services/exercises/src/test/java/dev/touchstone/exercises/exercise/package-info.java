@NullMarked
package dev.touchstone.exercises.exercise;

import org.jspecify.annotations.NullMarked;
