package dev.touchstone.exercises.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * When learners see the editorial, in the words of {@code touchstone.yaml}.
 *
 * @param attempts after how many, for {@code after_attempts}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftEditorialRule(@Nullable String visible, @Nullable Integer attempts) {}
