@NullMarked
package dev.touchstone.exercises.catalogue;

import org.jspecify.annotations.NullMarked;
