package dev.touchstone.judge.compile;

import dev.touchstone.problempackage.Constants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads sources of a package and replaces its constants in them. */
public final class SourceText {
  private SourceText() {}

  /** The content of a file in any encoding that contains ASCII. */
  public static byte[] of(Path file, Constants constants) throws IOException {
    byte[] content = Files.readAllBytes(file);
    if (constants.values().isEmpty()) {
      return content;
    }
    Map<String, String> bytes = new HashMap<>();
    constants
        .values()
        .forEach((name, value) -> bytes.put(name, asBytes(value.getBytes(StandardCharsets.UTF_8))));
    return new Constants(bytes).replaceIn(asBytes(content)).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String asBytes(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }
}
