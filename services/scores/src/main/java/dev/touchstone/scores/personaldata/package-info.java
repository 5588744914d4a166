/** Everything that is stored about a person: to hand it out, and to delete it. */
@NullMarked
package dev.touchstone.scores.personaldata;

import org.jspecify.annotations.NullMarked;
