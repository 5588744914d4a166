package dev.touchstone.judge.function;

import dev.touchstone.problempackage.function.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cases of a test as the program around a function reads them. Cases and results are JSON, one
 * a line, to authors and learners. Close it to remove the file.
 */
public final class CallFile implements AutoCloseable {
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
   * @throws MalformedCasesException if a line holds no arguments for the signature
   */
  public static CallFile write(Path folder, Signature signature, String input) throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    List<String> lines = input.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        cases.add(arguments(signature, i + 1, lines.get(i)));
      }
    }
    Path file = Files.createTempFile(folder, "calls-", ".in");
    Files.write(file, WireWriter.write(signature, cases));
    return new CallFile(file, cases.size());
  }

  private static JsonNode arguments(Signature signature, int number, String line)
      throws MalformedCasesException {
    try {
      JsonNode arguments = JsonMapper.shared().readTree(line);
      Optional<String> fault = signature.faultOfArguments(arguments);
      if (fault.isPresent()) {
        throw new MalformedCasesException(number, fault.get());
      }
      return arguments;
    } catch (JacksonException e) {
      throw new MalformedCasesException(number, "is not JSON");
    }
  }

  /** What the program reads from its standard input. */
  public Path file() {
    return file;
  }

  /** Puts the results in an output, as JSON, in the place of what the program wrote. */
  public void decode(Path output) throws IOException {
    WireReader reader = new WireReader(Files.readAllBytes(output));
    List<String> results = new ArrayList<>();
    for (Optional<JsonNode> result = reader.next();
        result.isPresent() && results.size() <= cases;
        result = reader.next()) {
      results.add(result.get().toString());
    }
    Files.write(output, results);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
