package dev.touchstone.judge.verdict;

import dev.touchstone.judge.sandbox.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program that is ready to run.
 *
 * @param folder what it sees as {@code /box}
 * @param command what to run there
 * @param reads folders of the host that its runtime needs
 * @param outOfMemory what it writes to standard error when it ends for want of memory
 * @param timeFactor what the problem's time limit is multiplied with
 * @param extraMemoryMib what its runtime needs beside the problem's memory limit
 * @param processes processes and threads at once
 */
record Program(
    Path folder,
    List<String> command,
    Map<String, String> environment,
    List<Path> reads,
    Optional<Pattern> outOfMemory,
    double timeFactor,
    int extraMemoryMib,
    int processes) {
  /** What its box shows: one folder of ours and what the runtime needs. */
  Map<String, Path> folders(String inside, Path outside) {
    Map<String, Path> folders = Compiler.folders(reads);
    folders.put(inside, outside);
    return folders;
  }

  /** Removes its files. */
  void delete() {
    Folders.delete(folder);
  }
}
