package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of work; each has its own queue. */
public enum JobKind {
  /** Somebody tries a program out and waits for it. */
  @JsonProperty("run")
  RUN("run"),
  /** Counts. */
  @JsonProperty("submission")
  SUBMISSION("submission"),
  /**
   * An author wants to know whether the submissions of a package get their verdicts. The lease has
   * no program; its exercise is a draft, by the negative of its id, and the revision its version.
   */
  @JsonProperty("check")
  CHECK("check");

  private final String code;

  JobKind(String code) {
    this.code = code;
  }

  /** The name in messages. */
  public String code() {
    return code;
  }

  /** The kind of this name; empty for a name that this version does not know. */
  public static Optional<JobKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  /** The names of all kinds, for a {@link LeaseRequest}. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(JobKind::code).toList();
  }
}
