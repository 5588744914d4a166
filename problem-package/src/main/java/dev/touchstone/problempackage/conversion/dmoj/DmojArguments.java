package dev.touchstone.problempackage.conversion.dmoj;

import dev.touchstone.problempackage.conversion.Conversion;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds the arguments of a checker or interactor that mean something that is not done here. */
final class DmojArguments {
  /** What bridged programs may have without an effect on a verdict, or with one that is kept. */
  private static final Set<String> BRIDGED =
      Set.of(
          "files",
          "lang",
          "type",
          "feedback",
          "cached",
          "args_format_string",
          DmojTestlib.PERCENT_KEY);

  private static final Set<String> UNUSED =
      Set.of("time_limit", "memory_limit", "compiler_time_limit", "preprocessing_time", "flags");

  private static final Map<String, Set<String>> KNOWN =
      Map.ofEntries(
          Map.entry("standard", Set.of()),
          Map.entry("rstripped", Set.of()),
          Map.entry("unordered", Set.of("split_on")),
          Map.entry("linecount", Set.of("feedback")),
          Map.entry("identical", Set.of("pe_allowed")),
          Map.entry("easy", Set.of()),
          Map.entry("floats", Set.of("precision", "error_mode")),
          Map.entry("floatsabs", Set.of("precision")),
          Map.entry("floatsrel", Set.of("precision")));

  /** What an argument may be, where other values would change verdicts. */
  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "split_on", Set.of("whitespace"),
          "error_mode", Set.of("default", "absolute", "relative"),
          "args_format_string", Set.of("{input_file} {output_file} {answer_file}"));

  private static final Map<String, String> REASONS =
      Map.of(
          "match", ": it is a function; write the checker in Python",
          "filter_new_line", ": use the checker standard, or write one in Python");

  private final Conversion conversion;

  DmojArguments(Conversion conversion) {
    this.conversion = conversion;
  }

  /** Checks those of a standard checker; others take what they like. */
  void check(String name, JsonNode arguments) {
    if (KNOWN.containsKey(name)) {
      check("checker " + name, arguments, Objects.requireNonNull(KNOWN.get(name)));
    }
  }

  /** Checks those of a program that keeps to the conventions of another system. */
  void checkBridged(String name, JsonNode arguments) {
    check(name, arguments, BRIDGED);
    for (String key : arguments.propertyNames()) {
      if (UNUSED.contains(key)) {
        conversion.warn(DmojPackage.NAME, key + " of the " + name + " is not used");
      }
    }
  }

  private void check(String name, JsonNode arguments, Set<String> known) {
    if (!arguments.isObject() && !arguments.isMissingNode() && !arguments.isNull()) {
      conversion.fault(DmojPackage.NAME, "the arguments of the " + name + " must be a map");
    }
    for (String key : arguments.propertyNames()) {
      Set<String> values = VALUES.get(key);
      String value = arguments.path(key).asString("");
      if (!known.contains(key) && !(known.equals(BRIDGED) && UNUSED.contains(key))) {
        conversion.fault(
            DmojPackage.NAME,
            "the argument "
                + key
                + " of the "
                + name
                + " is not supported"
                + REASONS.getOrDefault(key, ""));
      } else if (values != null && !values.contains(value)) {
        conversion.fault(
            DmojPackage.NAME,
            key
                + " of the "
                + name
                + " must be "
                + String.join(" or ", values.stream().sorted().toList()));
      }
    }
  }
}
