package dev.touchstone.judge.verdict;

/** What a submission or a test gets; declared in order of precedence, the gravest first. */
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
  AC
}
