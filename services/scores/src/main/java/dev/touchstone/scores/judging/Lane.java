package dev.touchstone.scores.judging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two queues. Their tables have the columns in common that judging needs. */
public enum Lane {
  /** Interactive: somebody waits for it. */
  RUN("runs", "run_tests"),
  /** Counts. */
  SUBMISSION("scores", "score_tests");

  private final String table;
  private final String testsTable;

  Lane(String table, String testsTable) {
    this.table = table;
    this.testsTable = testsTable;
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
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #wireName()}. */
  public static Optional<Lane> of(String wireName) {
    return Arrays.stream(values()).filter(lane -> lane.wireName().equals(wireName)).findFirst();
  }
}
