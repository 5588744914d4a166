package dev.touchstone.exercises.draft;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the scores service says about a check; see {@code Check} in its contract. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CheckReport(
    long id,
    int draftVersion,
    String status,
    @Nullable String verdict,
    @Nullable String message,
    @Nullable List<Row> tests) {
  /** The row of a test, of a submission or of the time limit. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(
      String name,
      @Nullable String group,
      String verdict,
      @Nullable Double points,
      @Nullable Long timeMs,
      @Nullable Feedback feedback) {}

  /** What the judge says about it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Feedback(@Nullable String message) {}

  /** The rows that are not of single tests. */
  List<Row> wholes() {
    return tests == null
        ? List.of()
        : tests.stream().filter(row -> row.group() == null || row.group().isEmpty()).toList();
  }
}
