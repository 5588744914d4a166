package dev.touchstone.judge.compile;

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
 * @param outOfMemory what it writes to standard error when it runs out of memory
 * @param timeFactor multiplies the problem's time limit
 * @param extraMemoryMib what its runtime needs in addition to the problem's memory limit
 * @param processes processes and threads at once
 */
public record Program(
    Path folder,
    List<String> command,
    Map<String, String> environment,
    List<Path> reads,
    Optional<Pattern> outOfMemory,
    double timeFactor,
    int extraMemoryMib,
    int processes) {
  /** The folders that its box shows: the given one and what the runtime needs. */
  public Map<String, Path> folders(String inside, Path outside) {
    Map<String, Path> folders = Compiler.folders(reads);
    folders.put(inside, outside);
    return folders;
  }

  /** Removes its files. */
  void delete() {
    Folders.delete(folder);
  }
}
