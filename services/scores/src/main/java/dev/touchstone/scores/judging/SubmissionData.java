package dev.touchstone.scores.judging;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.touchstone.platform.http.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a learner submitted; stored as JSON.
 *
 * @param input the input of a run, null for the samples and for submissions
 */
public record SubmissionData(
    List<ProgramFile> files, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String input) {
  /** Copies the list. */
  public SubmissionData {
    files = List.copyOf(files);
  }

  /** As stored. */
  public String json() {
    return Json.MAPPER.writeValueAsString(this);
  }
}
