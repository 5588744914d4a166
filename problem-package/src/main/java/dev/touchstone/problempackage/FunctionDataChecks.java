package dev.touchstone.problempackage;

import dev.touchstone.problempackage.function.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that the cases of a function fit its signature: a JSON value a line, in both files. */
final class FunctionDataChecks {
  private final Path root;
  private final Signature signature;
  private final List<Fault> faults;

  FunctionDataChecks(Path root, Signature signature, List<Fault> faults) {
    this.root = root;
    this.signature = signature;
    this.faults = faults;
  }

  void check(List<TestCase> cases) throws IOException {
    for (TestCase test : cases) {
      int given = check(test.input(), signature::faultOfArguments);
      int expected = check(test.answer(), signature::faultOfResult);
      if (given != expected) {
        faults.add(
            new Fault(name(test.answer()), "has " + expected + " results for " + given + " cases"));
      }
    }
  }

  private int check(Path file, Function<JsonNode, Optional<String>> faultOf) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.removeIf(String::isBlank);
    for (String line : lines) {
      try {
        faultOf
            .apply(JsonMapper.shared().readTree(line))
            .ifPresent(fault -> faults.add(new Fault(name(file), fault + ": " + shown(line))));
      } catch (JacksonException e) {
        faults.add(new Fault(name(file), "holds a line that is not JSON: " + shown(line)));
      }
    }
    return lines.size();
  }

  private String name(Path file) {
    return root.relativize(file).toString();
  }

  private static String shown(String line) {
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }
}
