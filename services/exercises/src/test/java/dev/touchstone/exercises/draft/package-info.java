@NullMarked
package dev.touchstone.exercises.draft;

import org.jspecify.annotations.NullMarked;
