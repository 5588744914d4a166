package dev.touchstone.scores.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may see of hints and editorial, on the wire.
 *
 * @param hintCount how many hints there are
 * @param hints those that the caller sees, Markdown, in their order
 * @param editorial null if there is none, or it is for no learner
 */
record GuidanceView(
    int hintCount,
    List<String> hints,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Editorial editorial) {
  GuidanceView {
    hints = List.copyOf(hints);
  }

  /**
   * The author's explanation.
   *
   * @param visible the rule
   * @param attemptsLeft how many attempts open it, if attempts do
   * @param text Markdown, missing until the caller may see it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Editorial(String visible, @Nullable Integer attemptsLeft, @Nullable String text) {}
}
