package dev.touchstone.exercises.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What learners see of tests, in the words of {@code touchstone.yaml}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftFeedback(@Nullable String samples, @Nullable String hidden) {}
