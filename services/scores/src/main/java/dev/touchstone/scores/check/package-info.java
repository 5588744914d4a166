/** Checks of drafts for their authors: judged like submissions, counted in nobody's progress. */
@NullMarked
package dev.touchstone.scores.check;

import org.jspecify.annotations.NullMarked;
