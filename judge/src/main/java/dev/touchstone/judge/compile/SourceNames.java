package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives sources the form that compilers expect: names that they know, and no byte order mark. */
final class SourceNames {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private SourceNames() {}

  /** The same files in the same order. */
  static List<SourceFile> known(Language language, List<SourceFile> files) {
    Set<String> taken = new HashSet<>(files.stream().map(SourceFile::name).toList());
    return files.stream()
        .map(file -> {
          if (!language.owns(file.name())) {
            return file;
          }
          byte[] content = withoutMark(file.content());
          String name = name(language, file.name(), content);
          // If two files have the same class, the compiler reports it.
          return new SourceFile(taken.add(name) ? name : file.name(), content);
        })
        .toList();
  }

  /**
   * Java requires a file to have the name of its public class; learners name the class as they
   * like.
   */
  private static String name(Language language, String name, byte[] content) {
    String known = language.known(name);
    if (!language.sources().namedAfterClass()) {
      return known;
    }
    String folder = known.substring(0, known.lastIndexOf('/') + 1);
    return JavaSource.publicType(content).map(type -> folder + type + ".java").orElse(known);
  }

  /** Editors of Windows write the mark; PHP and shells print it, and javac refuses it. */
  private static byte[] withoutMark(byte[] content) {
    return content.length >= MARK.length
            && Arrays.equals(content, 0, MARK.length, MARK, 0, MARK.length)
        ? Arrays.copyOfRange(content, MARK.length, content.length)
        : content;
  }
}
