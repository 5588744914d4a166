package dev.touchstone.scores.judging;

/** What a submission or a test gets, by the names that judges report. */
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
  /** Run-time error. */
  RTE,
  /** Wrong answer. */
  WA,
  /** Accepted. */
  AC
}
