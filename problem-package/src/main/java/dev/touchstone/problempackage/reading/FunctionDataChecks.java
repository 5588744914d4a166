package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.function.Signature;
import dev.touchstone.problempackage.function.ValueLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Checks that the cases of a function fit its signature: one JSON value per line, in both files.
 */
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
    String text = TextFile.read(root, file, faults).orElse("");
    return ValueLines.read(
        new BufferedReader(new StringReader(text)),
        faultOf,
        line ->
            line.fault()
                .ifPresent(fault ->
                    faults.add(
                        new Fault(name(file), line.number(), fault + ": " + shown(line.text())))));
  }

  private String name(Path file) {
    return root.relativize(file).toString();
  }

  private static String shown(String line) {
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }
}
