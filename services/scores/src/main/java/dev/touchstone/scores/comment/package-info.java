/** Comments on lines of a submission, and notices of them. */
@NullMarked
package dev.touchstone.scores.comment;

import org.jspecify.annotations.NullMarked;
