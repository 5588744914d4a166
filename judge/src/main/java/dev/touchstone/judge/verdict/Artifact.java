package dev.touchstone.judge.verdict;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.sandbox.Folders;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that is ready to run. Close it to remove its files.
 *
 * @param files the names of its sources
 * @param mainClass the class to start, empty for other languages than Java
 */
record Artifact(Language language, Path folder, List<String> files, String mainClass)
    implements AutoCloseable {
  List<String> command(int memoryMib) {
    return language.runCommand(files, mainClass, memoryMib);
  }

  @Override
  public void close() {
    Folders.delete(folder);
  }
}
