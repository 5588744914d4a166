/** Try-outs on samples or on an input of the learner's own. */
@NullMarked
package dev.touchstone.scores.run;

import org.jspecify.annotations.NullMarked;
