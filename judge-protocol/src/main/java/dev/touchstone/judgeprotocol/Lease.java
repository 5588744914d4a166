package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work that a judge has for a while.
 *
 * @param fencingToken goes with every report; a report with an older one changes nothing
 * @param input the learner's own input of a run, null to run the samples
 * @param heartbeatMs how often the judge reports that the work continues, in milliseconds
 * @param traceparent the place in a trace (W3C Trace Context) that calls for this work belong to;
 *     null where nothing is traced
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Lease(
    String leaseId,
    long fencingToken,
    JobKind kind,
    long exerciseId,
    int exerciseRevision,
    String language,
    List<SourceFile> files,
    @Nullable String input,
    long heartbeatMs,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String traceparent) {
  /** Copies the list. */
  public Lease {
    files = Lists.of(files);
  }
}
