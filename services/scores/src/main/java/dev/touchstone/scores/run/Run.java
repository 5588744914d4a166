package dev.touchstone.scores.run;

import dev.touchstone.platformdata.database.JsonColumn;
import dev.touchstone.scores.judging.JudgingState;
import dev.touchstone.scores.judging.ProgramOutput;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A try-out.
 *
 * @param output what the program did with the learner's own input
 */
record Run(@Nested JudgingState state, @JsonColumn @Nullable ProgramOutput output) {
  Run asQueued() {
    return new Run(state.asQueued(), null);
  }
}
