/** Who owns an exercise, who else may edit it or see its results, and what follows from that. */
@NullMarked
package dev.touchstone.exercises.member;

import org.jspecify.annotations.NullMarked;
