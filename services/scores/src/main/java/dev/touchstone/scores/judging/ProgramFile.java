package dev.touchstone.scores.judging;

import dev.touchstone.judgeprotocol.SourceFile;

/** One file of a learner's program, in requests, in responses and stored. */
public record ProgramFile(String name, String content) {
  /** The file as a judge gets it. */
  public SourceFile forJudge() {
    return new SourceFile(name, content);
  }
}
