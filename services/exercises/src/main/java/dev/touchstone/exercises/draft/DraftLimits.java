package dev.touchstone.exercises.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What the files set of the limits; the rest is up to the operator. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftLimits(
    @Nullable Integer timeMs,
    @Nullable Integer memoryMib,
    @Nullable Integer outputMib,
    @Nullable Integer sourceKib) {}
