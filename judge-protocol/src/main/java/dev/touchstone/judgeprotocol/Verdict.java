package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;

/**
 * The verdict on a submission or test, by the code used in messages and databases. Declared in
 * order of precedence, the most severe first.
 */
public enum Verdict {
  /** The judge failed; never the learner's fault. */
  JE,
  /** It does not compile. */
  CE,
  /** Time limit exceeded. */
  TLE,
  /** Memory limit exceeded. */
  MLE,
  /** Output limit exceeded. */
  OLE,
  /** Run-time error: a signal, or an exit code other than 0. */
  RTE,
  /** Wrong answer. */
  WA,
  /** Accepted. */
  AC;

  /**
   * Finds a verdict by its code. A code that this version does not know comes from a newer judge or
   * row; as {@link #JE} it is tried again or shown to an administrator, and never counts as wrong.
   */
  @JsonCreator
  public static Verdict of(String code) {
    return Arrays.stream(values())
        .filter(verdict -> verdict.name().equals(code))
        .findFirst()
        .orElse(JE);
  }

  /** Whether the judge is to blame, so that another one should try. */
  public boolean isJudgesFault() {
    return this == JE;
  }

  /** Whether the program is right. */
  public boolean isAccepted() {
    return this == AC;
  }
}
