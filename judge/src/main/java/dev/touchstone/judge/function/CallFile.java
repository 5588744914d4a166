package dev.touchstone.judge.function;

import dev.touchstone.problempackage.function.Signature;
import dev.touchstone.problempackage.function.ValueLines;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The cases of a test as the program around a function reads them. Cases and results are JSON, one
 * a line, to authors and learners. Close it to remove the file.
 */
public final class CallFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final int cases;

  private CallFile(Path file, int cases) {
    this.file = file;
    this.cases = cases;
  }

  /**
   * Writes the cases of an input.
   *
   * @param folder where the file is made, out of reach for others
   * @throws MalformedCasesException if a line does not contain arguments for the signature
   */
  public static CallFile write(Path folder, Signature signature, String input) throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    for (ValueLines.Line line : ValueLines.read(input, signature::faultOfArguments)) {
      if (line.fault().isPresent()) {
        throw new MalformedCasesException(line.number(), line.fault().get());
      }
      cases.add(line.value());
    }
    Path file = Files.createTempFile(folder, "calls-", ".in");
    Files.write(file, WireWriter.write(signature, cases));
    return new CallFile(file, cases.size());
  }

  /** What the program reads from its standard input. */
  public Path file() {
    return file;
  }

  /** Replaces what the program wrote in an output with the results as JSON. */
  public void decode(Path output) throws IOException {
    Path results = Files.createTempFile(file.getParent(), "results-", ".json");
    try {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(output), BUFFER);
          JsonLines lines = new JsonLines(results)) {
        WireReader reader = new WireReader(in);
        // One more than there are cases shows that there are too many.
        int copied = 0;
        while (copied <= cases && lines.add(reader)) {
          copied++;
        }
      }
      Files.move(results, output, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(results);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
