package dev.touchstone.exercises.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a folder of tests.
 *
 * @param aggregation {@code pass-fail}, {@code sum} or {@code min}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftGroup(
    @Nullable Double points, @Nullable String aggregation, @Nullable List<String> requirePass) {
  DraftGroup {
    requirePass = requirePass == null ? null : List.copyOf(requirePass);
  }
}
