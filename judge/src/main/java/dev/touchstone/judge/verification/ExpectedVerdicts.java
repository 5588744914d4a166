package dev.touchstone.judge.verification;

import dev.touchstone.judge.verdict.Scope;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ExampleSubmission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The verdicts that a package's submission may get: by its folder, which a header in its source,
 * with DOMjudge's spellings, may narrow, or by the header where the folder says nothing. DOMjudge
 * has no memory verdict and reports a run error instead, and reports NO-OUTPUT for empty output;
 * everything else is strict.
 *
 * @param verdicts those that it may get; empty for any
 * @param score from {@code @EXPECTED_SCORE@}
 * @param partial whether it must win some of the points, but not all
 * @param byHand whether a person must look at it
 * @param unknown words that mean nothing here
 * @param contradiction a header that says something other than the folder, which counts; empty for
 *     none
 * @param scope how many tests must be run to know: a folder of the format says what happens on some
 *     test, DOMjudge's header what happens first
 */
record ExpectedVerdicts(
    Set<Verdict> verdicts,
    OptionalDouble score,
    boolean partial,
    boolean byHand,
    Set<String> unknown,
    String contradiction,
    Scope scope) {
  private static final Pattern HEADER =
      Pattern.compile("(?i)@EXPECTED_(?:RESULTS|VERDICTS)@:[ \\t]*([A-Z_ \\t,-]+)");
  private static final Pattern SCORE =
      Pattern.compile("(?i)@EXPECTED_SCORE@:[ \\t]*([0-9]+(?:\\.[0-9]+)?)");
  private static final String BY_HAND = "CHECK-MANUALLY";
  private static final String PARTIAL = "PARTIALLY-ACCEPTED";

  /** Folders that state what a submission does on at least one test. */
  private static final Set<String> ON_SOME_TEST =
      Set.of("WRONG-ANSWER", "TIME-LIMIT-EXCEEDED", "RUN-TIME-ERROR", "BRUTE-FORCE");

  /** Words of the format and of DOMjudge, in capitals and with dashes. */
  private static final Map<String, Set<Verdict>> WORDS =
      Map.ofEntries(
          Map.entry("CORRECT", Set.of(Verdict.AC)),
          Map.entry("ACCEPTED", Set.of(Verdict.AC)),
          Map.entry("WRONG-ANSWER", Set.of(Verdict.WA)),
          Map.entry("NO-OUTPUT", Set.of(Verdict.WA)),
          Map.entry("TIMELIMIT", Set.of(Verdict.TLE)),
          Map.entry("TIME-LIMIT-EXCEEDED", Set.of(Verdict.TLE)),
          Map.entry("RUN-ERROR", Set.of(Verdict.RTE, Verdict.MLE)),
          Map.entry("RUN-TIME-ERROR", Set.of(Verdict.RTE, Verdict.MLE)),
          Map.entry("RUNTIME-ERROR", Set.of(Verdict.RTE, Verdict.MLE)),
          Map.entry("OUTPUT-LIMIT", Set.of(Verdict.OLE)),
          Map.entry("OUTPUT-LIMIT-EXCEEDED", Set.of(Verdict.OLE)),
          Map.entry("COMPILER-ERROR", Set.of(Verdict.CE)),
          Map.entry("COMPILE-ERROR", Set.of(Verdict.CE)),
          Map.entry("MEMORY", Set.of(Verdict.MLE)),
          Map.entry("MEMORY-LIMIT", Set.of(Verdict.MLE)),
          Map.entry("MEMORY-LIMIT-EXCEEDED", Set.of(Verdict.MLE)),
          Map.entry("BRUTE-FORCE", Set.of(Verdict.TLE, Verdict.RTE, Verdict.MLE)),
          Map.entry("REJECTED", EnumSet.range(Verdict.TLE, Verdict.WA)),
          // Their headers or submissions.yaml say more.
          Map.entry("MIXED", Set.of()),
          Map.entry("MIXED-VERDICTS", Set.of()));

  /** Reads the expectation of a submission; it is empty without a header and a known folder. */
  static ExpectedVerdicts of(ExampleSubmission submission) throws IOException {
    OptionalDouble score = OptionalDouble.empty();
    Optional<String> header = Optional.empty();
    for (Path file : submission.files()) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      header = header.or(() -> first(HEADER, text));
      Optional<String> points = first(SCORE, text);
      score = points.isPresent() ? OptionalDouble.of(Double.parseDouble(points.get())) : score;
    }
    // An unknown folder says nothing; an unknown word in a header is an error.
    Set<String> folder = known(submission);
    Set<String> words = header.map(ExpectedVerdicts::split).orElse(Set.of());
    Set<Verdict> ofFolder = verdicts(folder);
    Set<Verdict> ofHeader = verdicts(words);
    Set<String> unknown = new TreeSet<>(words);
    unknown.removeAll(WORDS.keySet());
    boolean byHand = unknown.remove(BY_HAND) && ofFolder.isEmpty();
    boolean partial = unknown.remove(PARTIAL) || folder.contains(PARTIAL);
    boolean narrower = !ofHeader.isEmpty() && ofFolder.containsAll(ofHeader);
    boolean contradicts = !ofFolder.isEmpty() && !ofHeader.isEmpty() && !narrower;
    boolean gravest = folder.stream().anyMatch(ON_SOME_TEST::contains);
    return new ExpectedVerdicts(
        header.isPresent() && (ofFolder.isEmpty() || narrower) ? ofHeader : ofFolder,
        score,
        partial,
        byHand,
        unknown,
        contradicts ? names(ofHeader) : "",
        gravest ? Scope.GRAVEST : Scope.DECIDING);
  }

  private static Set<Verdict> verdicts(Set<String> words) {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    words.forEach(word -> verdicts.addAll(WORDS.getOrDefault(word, Set.of())));
    return verdicts;
  }

  private static String names(Set<Verdict> verdicts) {
    return verdicts.stream().sorted().map(Verdict::name).collect(Collectors.joining("/"));
  }

  /** Whether there is no expectation. */
  boolean saysNothing() {
    return verdicts.isEmpty() && score.isEmpty() && !partial && unknown.isEmpty();
  }

  /** In words. */
  String text() {
    String names = names(verdicts);
    return (names.isEmpty() && partial ? "part of the points" : names)
        + (score.isPresent() ? " with " + Points.text(score.getAsDouble()) + " points" : "");
  }

  private static Set<String> known(ExampleSubmission submission) {
    return submission.expected().stream()
        .map(ExpectedVerdicts::normalized)
        .filter(word -> WORDS.containsKey(word) || word.equals(PARTIAL))
        .collect(Collectors.toSet());
  }

  private static Set<String> split(String text) {
    return Pattern.compile(",")
        .splitAsStream(text)
        .map(ExpectedVerdicts::normalized)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String normalized(String word) {
    return word.strip()
        .replaceAll("-+$", "")
        .strip()
        .toUpperCase(Locale.ROOT)
        .replaceAll("[_ ]", "-");
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
