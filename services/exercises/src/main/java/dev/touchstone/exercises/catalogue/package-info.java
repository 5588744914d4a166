/** The public part: the list of exercises, its facets, and one exercise. */
@NullMarked
package dev.touchstone.exercises.catalogue;

import org.jspecify.annotations.NullMarked;
