package dev.touchstone.judge.verdict;

import dev.touchstone.judge.function.CallFile;
import dev.touchstone.judge.function.Results;
import dev.touchstone.problempackage.ValidatorFlags;
import dev.touchstone.problempackage.function.Signature;
import dev.touchstone.problempackage.function.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Compares outputs that are as long as the default limit allows, several at once; runs in the
 * memory of the judge, see {@link LargeOutputTest}. Prints what each comparison found.
 */
final class LargeOutputMain {
  private static final int MOST = 8 << 20;
  private static final int AT_ONCE = 2;
  private static final Signature SIGNATURE =
      new Signature("f", List.of(), new ValueType.ListOf(ValueType.Plain.INT));

  private final Path folder;

  private LargeOutputMain(Path folder) {
    this.folder = folder;
  }

  /**
   * Compares.
   *
   * @param arguments an empty folder
   */
  public static void main(String[] arguments) throws Exception {
    for (String name : List.of("integers", "pairs", "nested", "text", "key")) {
      atOnce(Path.of(arguments[0]), name, main -> main.compareResults(name));
    }
    for (String name : List.of("number", "word")) {
      atOnce(Path.of(arguments[0]), name, main -> main.compareTokens(name));
    }
  }

  private interface Comparison {
    Optional<String> compare(LargeOutputMain main) throws IOException;
  }

  private static void atOnce(Path parent, String name, Comparison comparison) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      Callable<Optional<String>> task =
          () -> comparison.compare(new LargeOutputMain(Files.createTempDirectory(parent, "one-")));
      for (Future<Optional<String>> found : threads.invokeAll(Collections.nCopies(AT_ONCE, task))) {
        System.out.println(name + ": " + found.get().orElse("same"));
      }
    }
  }

  private Optional<String> compareResults(String name) throws IOException {
    String wire =
        switch (name) {
          case "integers" -> "l1000000\n" + "i999999\n".repeat(1_000_000);
          case "pairs" -> "l400000\n" + "l2\ni1\nb1\nn\n".repeat(400_000);
          case "nested" -> "l2700000\n" + "m0\n".repeat(2_700_000);
          case "text" -> "s" + (MOST - 20) + "\n" + "x".repeat(MOST - 20) + "\n";
          default -> "m1\ns200000\n" + "k".repeat(200_000) + "\ni1\n";
        };
    Path output = Files.writeString(folder.resolve("output"), wire);
    Path answer = Files.writeString(folder.resolve("answer"), "[1]\n");
    Path input = Files.writeString(folder.resolve("input"), "[]\n");
    try (CallFile calls = CallFile.write(folder, SIGNATURE, input)) {
      calls.decode(output);
    }
    return Results.within(OptionalDouble.empty(), OptionalDouble.empty())
        .difference(answer, output);
  }

  private Optional<String> compareTokens(String name) throws IOException {
    Path output =
        Files.writeString(
            folder.resolve("output"), (name.equals("number") ? "7" : "w").repeat(MOST));
    Path answer = Files.writeString(folder.resolve("answer"), "7\n");
    ValidatorFlags flags = ValidatorFlags.parse(List.of("float_tolerance", "1e-6"));
    return DefaultValidator.difference(answer, output, flags);
  }
}
