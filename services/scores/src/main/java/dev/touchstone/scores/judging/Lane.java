package dev.touchstone.scores.judging;

import dev.touchstone.judgeprotocol.JobKind;
import java.util.Arrays;
import java.util.Optional;

/** The queues. Their tables have the columns in common that judging needs. */
public enum Lane {
  /** Interactive: somebody waits for it. */
  RUN(JobKind.RUN, "runs", "run_tests"),
  /** Counts. */
  SUBMISSION(JobKind.SUBMISSION, "scores", "score_tests"),
  /** Drafts of authors, who can wait. */
  CHECK(JobKind.CHECK, "checks", "check_tests");

  private final JobKind kind;
  private final String table;
  private final String testsTable;

  Lane(JobKind kind, String table, String testsTable) {
    this.kind = kind;
    this.table = table;
    this.testsTable = testsTable;
  }

  /** What judges call it. */
  public JobKind kind() {
    return kind;
  }

  /** The table of the jobs. */
  public String table() {
    return table;
  }

  /** The table of their tests. */
  public String testsTable() {
    return testsTable;
  }

  /** The name on the wire. */
  public String wireName() {
    return kind.code();
  }

  /** Reads {@link #wireName()}. */
  public static Optional<Lane> of(String wireName) {
    return Arrays.stream(values()).filter(lane -> lane.wireName().equals(wireName)).findFirst();
  }
}
