package dev.touchstone.judge.function;

import dev.touchstone.problempackage.function.Signature;
import dev.touchstone.problempackage.function.ValueLines;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
  public static CallFile write(Path folder, Signature signature, Path input) throws IOException {
    Path file = Files.createTempFile(folder, "calls-", ".in");
    CallFile calls = new CallFile(file, count(input));
    try (BufferedReader text = Files.newBufferedReader(input);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      WireWriter writer = new WireWriter(out, calls.cases);
      ValueLines.read(
          text,
          signature::faultOfArguments,
          line -> {
            if (line.fault().isPresent()) {
              throw new MalformedCasesException(line.number(), line.fault().get());
            }
            writer.write(signature, line.value());
          });
    } catch (IOException | RuntimeException e) {
      calls.close();
      throw e;
    }
    return calls;
  }

  private static int count(Path input) throws IOException {
    int count = 0;
    try (BufferedReader text = Files.newBufferedReader(input)) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        count += line.isBlank() ? 0 : 1;
      }
    }
    return count;
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
