package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.ExampleSubmission.TimeBound;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FormatVersion;
import dev.touchstone.problempackage.Glob;
import dev.touchstone.problempackage.Interruption;
import dev.touchstone.problempackage.SubmissionRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code submissions/submissions.yaml}. Its keys are patterns for submissions; a key that is
 * the name of a folder replaces what the format defines for that folder, all others add to it.
 */
final class SubmissionSettings {
  private static final String FILE = "submissions/submissions.yaml";
  private static final Set<String> RULE_KEYS =
      Set.of("permitted", "required", "score", "message", "use_for_time_limit");
  private static final Set<String> KEYS =
      Set.of("language", "entrypoint", "authors", "author", "model_solution");

  private static final String BRUTE_FORCE = "brute_force";

  /** Applies to every test: a slow solution must never be wrong. */
  private static final SubmissionRule BRUTE_FORCE_RULE =
      new SubmissionRule(
          "",
          Set.of("AC", "RTE", "TLE"),
          Set.of("RTE", "TLE"),
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          "");

  /** What the format defines for its folders: the permitted and the required verdicts. */
  private static final Map<String, List<Set<String>>> FOLDERS =
      Map.of(
          "accepted", List.of(Set.of("AC"), Set.of()),
          "rejected", List.of(Set.of(), Set.of("RTE", "TLE", "WA")),
          "wrong_answer", List.of(Set.of("AC", "WA"), Set.of("WA")),
          "time_limit_exceeded", List.of(Set.of("AC", "TLE"), Set.of("TLE")),
          "run_time_error", List.of(Set.of("AC", "RTE"), Set.of("RTE")),
          "brute_force", List.of(Set.of("AC", "RTE", "TLE"), Set.of("RTE", "TLE")));

  /** Patterns times submissions: each of one is compared with each of the other. */
  private static final int MOST_COMPARISONS = 200_000;

  private static final int MOST_STARS = 20;

  private final YamlFile file;
  private final FormatVersion version;
  private final Map<String, Glob> patterns = new LinkedHashMap<>();
  private int comparisons;

  private SubmissionSettings(YamlFile file, FormatVersion version) {
    this.file = file;
    this.version = version;
    for (String key : file.keys()) {
      if (key.chars().filter(c -> c == '*').count() > MOST_STARS) {
        file.fault(key, "has more than " + MOST_STARS + " stars");
      } else {
        patterns.put(key, new Glob(key));
      }
    }
  }

  static SubmissionSettings read(Path root, FormatVersion version, List<Fault> faults) {
    SubmissionSettings settings =
        new SubmissionSettings(
            YamlFile.read(root, FILE, faults).check(FileSchema.SUBMISSIONS), version);
    // Read once for the faults, even if no submission matches.
    settings.file.keys().forEach(key -> settings.rules(settings.file.section(key), key));
    return settings;
  }

  /** Whether the file sets for a folder itself what its submissions must get. */
  boolean replaces(String folder) {
    YamlFile section = file.section(folder);
    return section.has("permitted") || section.has("required");
  }

  String language(String submission) {
    return first(submission, "language");
  }

  String entryPoint(String submission) {
    return first(submission, "entrypoint");
  }

  /** As {@code use_for_time_limit} says, or else the folder. */
  TimeBound bound(String submission, String folder) {
    return switch (first(submission, "use_for_time_limit")) {
      case "lower" -> TimeBound.LOWER;
      case "upper" -> TimeBound.UPPER;
      case "false" -> TimeBound.NONE;
      default ->
          switch (folder) {
            case "accepted" -> TimeBound.LOWER;
            case "time_limit_exceeded" -> TimeBound.UPPER;
            default -> TimeBound.NONE;
          };
    };
  }

  List<SubmissionRule> rules(String submission) {
    List<SubmissionRule> rules = new ArrayList<>();
    if (submission.startsWith(BRUTE_FORCE + "/") && !replaces(BRUTE_FORCE)) {
      rules.add(BRUTE_FORCE_RULE);
    }
    for (String pattern : matching(submission)) {
      rules.addAll(rules(file.section(pattern), pattern));
    }
    return rules;
  }

  /** The patterns that match a submission; none, with a fault, when there were too many. */
  private List<String> matching(String submission) {
    Interruption.check();
    comparisons += patterns.size();
    if (comparisons > MOST_COMPARISONS) {
      file.fault("", "has too many patterns for so many submissions");
      return List.of();
    }
    return patterns.entrySet().stream()
        .filter(entry -> entry.getValue().matchesOrHolds(submission))
        .map(Map.Entry::getKey)
        .toList();
  }

  private String first(String submission, String key) {
    return matching(submission).stream()
        .map(pattern -> file.section(pattern).text(key))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  private List<SubmissionRule> rules(YamlFile section, String pattern) {
    List<SubmissionRule> rules = new ArrayList<>();
    rule(section, "", defaults(section, pattern)).ifPresent(rules::add);
    for (String key : section.keys()) {
      if (!RULE_KEYS.contains(key) && !KEYS.contains(key)) {
        YamlFile tests = section.section(key);
        rule(tests, key, List.of(Set.of(), Set.of())).ifPresent(rules::add);
      }
    }
    return rules;
  }

  /** A folder's own entry keeps the defaults that it does not replace. */
  private List<Set<String>> defaults(YamlFile section, String pattern) {
    List<Set<String>> nothing = List.of(Set.of(), Set.of());
    return version != FormatVersion.LEGACY && replaces(pattern) && section.keys().size() > 0
        ? FOLDERS.getOrDefault(pattern, nothing)
        : nothing;
  }

  private static Optional<SubmissionRule> rule(
      YamlFile section, String tests, List<Set<String>> defaults) {
    Set<String> permitted = verdicts(section, "permitted").orElse(defaults.get(0));
    Set<String> required = verdicts(section, "required").orElse(defaults.get(1));
    double least = Double.NEGATIVE_INFINITY;
    double most = Double.POSITIVE_INFINITY;
    Optional<List<String>> score = section.texts("score");
    if (score.isPresent()) {
      try {
        least = Double.parseDouble(score.get().getFirst());
        most = Double.parseDouble(score.get().getLast());
      } catch (RuntimeException e) {
        section.fault("score", "must be a number, or a list of the least and the highest");
      }
    }
    String message = section.text("message").orElse("");
    SubmissionRule rule = new SubmissionRule(tests, permitted, required, least, most, message);
    boolean says =
        !permitted.isEmpty() || !required.isEmpty() || !message.isEmpty() || rule.limitsScore();
    return says ? Optional.of(rule) : Optional.empty();
  }

  private static Optional<Set<String>> verdicts(YamlFile section, String key) {
    return section.texts(key).map(Set::copyOf);
  }
}
