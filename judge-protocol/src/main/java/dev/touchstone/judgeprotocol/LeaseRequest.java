package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judge asks for work.
 *
 * @param judge its name, for logs and for trying elsewhere
 * @param languages ids of the languages that it has
 * @param lanes codes of the {@link JobKind}s that it takes; the service ignores unknown ones
 * @param waitMs how long to wait for work, in milliseconds
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LeaseRequest(
    @Nullable String judge, List<String> languages, List<String> lanes, long waitMs) {
  /** Copies the lists. */
  public LeaseRequest {
    languages = Lists.of(languages);
    lanes = Lists.of(lanes);
  }
}
