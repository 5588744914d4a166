package dev.touchstone.judge.language;

import java.util.List;

/**
 * The names of a program's files.
 *
 * @param all in order
 * @param main the one that is started, in languages that start one
 */
public record ProgramFiles(List<String> all, String main) {
  public ProgramFiles {
    all = List.copyOf(all);
  }
}
