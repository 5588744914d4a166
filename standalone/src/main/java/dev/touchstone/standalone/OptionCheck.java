package dev.touchstone.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What the options of a command must be, besides well formed.
 *
 * @param command whose help a fault is shown with
 */
record OptionCheck(CommandSpec command) {
  /**
   * Refuses a command line.
   *
   * @param fault without a full stop
   * @throws ParameterException if it does not hold
   */
  void require(boolean holds, String fault) {
    if (!holds) {
      throw new ParameterException(command.commandLine(), fault + ".");
    }
  }

  /** Requires a folder in which files can be made. */
  void requireWritable(String option, Path folder) {
    require(
        Files.isDirectory(folder) && Files.isWritable(folder),
        option + " " + folder + " is not a folder that you may write to");
  }
}
