package dev.touchstone.judge.command;

import dev.touchstone.judge.verdict.Verdict;
import dev.touchstone.problempackage.ExampleSubmission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What verdicts a package's submission may get: by an {@code @EXPECTED_RESULTS@:} header in its
 * source, with DOMjudge's spellings, or else by its folder.
 */
final class ExpectedVerdicts {
  private static final Pattern HEADER =
      Pattern.compile("@EXPECTED_(?:RESULTS|VERDICTS)@:\\s*([^\\r\\n*]+)");

  private static final Map<String, Set<Verdict>> FOLDERS =
      Map.of(
          "accepted", Set.of(Verdict.AC),
          "wrong_answer", Set.of(Verdict.WA),
          "time_limit_exceeded", Set.of(Verdict.TLE),
          // DOMjudge knows no memory verdict and calls it a run-time error.
          "run_time_error", Set.of(Verdict.RTE, Verdict.MLE),
          "runtime_error", Set.of(Verdict.RTE, Verdict.MLE),
          "compiler_error", Set.of(Verdict.CE),
          "compile_error", Set.of(Verdict.CE),
          "output_limit_exceeded", Set.of(Verdict.OLE),
          "memory_limit_exceeded", Set.of(Verdict.MLE),
          "rejected", EnumSet.range(Verdict.TLE, Verdict.WA));

  private static final Map<String, Set<Verdict>> WORDS =
      Map.of(
          "CORRECT", Set.of(Verdict.AC),
          "ACCEPTED", Set.of(Verdict.AC),
          "WRONG-ANSWER", Set.of(Verdict.WA),
          "NO-OUTPUT", Set.of(Verdict.WA),
          "TIMELIMIT", Set.of(Verdict.TLE),
          "RUN-ERROR", Set.of(Verdict.RTE, Verdict.MLE),
          "OUTPUT-LIMIT", Set.of(Verdict.OLE),
          "COMPILER-ERROR", Set.of(Verdict.CE));

  private ExpectedVerdicts() {}

  /** Returns the verdicts; empty if neither a header nor the folder tells. */
  static Optional<Set<Verdict>> of(ExampleSubmission submission) throws IOException {
    for (Path file : submission.files()) {
      String head = Files.readString(file, StandardCharsets.ISO_8859_1);
      Matcher matcher = HEADER.matcher(head);
      if (matcher.find()) {
        return Optional.of(words(matcher.group(1)));
      }
    }
    return submission.expected().stream().map(FOLDERS::get).filter(set -> set != null).findFirst();
  }

  private static Set<Verdict> words(String text) {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (String word : text.split(",", -1)) {
      verdicts.addAll(WORDS.getOrDefault(normalized(word), Set.of()));
    }
    return verdicts;
  }

  /** DOMjudge reads WRONG_ANSWER and wrong-answer alike, and TIME_LIMIT_EXCEEDED as TIMELIMIT. */
  private static String normalized(String word) {
    String upper = word.strip().toUpperCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return switch (upper) {
      case "TIME-LIMIT-EXCEEDED" -> "TIMELIMIT";
      case "RUN-TIME-ERROR", "RUNTIME-ERROR" -> "RUN-ERROR";
      case "COMPILE-ERROR" -> "COMPILER-ERROR";
      case "OUTPUT-LIMIT-EXCEEDED" -> "OUTPUT-LIMIT";
      default -> upper;
    };
  }
}
