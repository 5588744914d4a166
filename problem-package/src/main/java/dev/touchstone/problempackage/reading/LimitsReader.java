package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FormatVersion;
import dev.touchstone.problempackage.LimitSettings;
import dev.touchstone.problempackage.Limits;
import dev.touchstone.problempackage.TimeLimitRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the limits, from {@code problem.yaml}, {@code .timelimit} and DOMjudge's file. */
final class LimitsReader {
  static final String TIME_FILE = ".timelimit";

  /** Where the format leaves the choice to the system. */
  private static final double TIME_SECONDS = 1;

  private static final double OUTPUT_MIB = 8;
  private static final double SOURCE_KIB = 256;
  private static final double COMPILATION_SECONDS = 30;
  private static final double COMPILATION_MIB = 1536;
  private static final double VALIDATION_SECONDS = 30;
  private static final double VALIDATION_MIB = 1024;
  private static final double VALIDATION_OUTPUT_MIB = 16;
  private static final double PASSES = 2;

  private final Path root;
  private final YamlFile limits;
  private final IniFile ini;
  private final boolean multiPass;
  private final LimitSettings settings;
  private final CappedNumbers numbers;
  private final List<Fault> faults;

  LimitsReader(
      Path root,
      YamlFile metadata,
      IniFile ini,
      boolean multiPass,
      LimitSettings settings,
      boolean published,
      List<Fault> faults) {
    this.root = root;
    this.settings = settings;
    this.limits = metadata.section("limits");
    this.numbers = new CappedNumbers(limits, settings.caps(), published);
    this.ini = ini;
    this.multiPass = multiPass;
    this.faults = faults;
  }

  Limits read() {
    if (limits.has("validation_passes") && !multiPass) {
      limits.fault("validation_passes", "is for multi-pass problems only");
    }
    return new Limits(
        seconds(time()),
        numbers.whole("memory", settings.defaultMemoryMib()),
        numbers.whole("output", OUTPUT_MIB),
        numbers.whole("code", SOURCE_KIB),
        seconds(numbers.number("compilation_time", COMPILATION_SECONDS)),
        numbers.whole("compilation_memory", COMPILATION_MIB),
        seconds(numbers.number("validation_time", VALIDATION_SECONDS)),
        numbers.whole("validation_memory", VALIDATION_MIB),
        numbers.whole("validation_output", VALIDATION_OUTPUT_MIB),
        numbers.whole("validation_passes", PASSES));
  }

  /**
   * How the time limit follows from the submissions.
   *
   * @param version says what a package leaves out
   */
  TimeLimitRule timeRule(FormatVersion version) {
    boolean given =
        limits.has("time_limit")
            || ini.value("timelimit").isPresent()
            || Files.isRegularFile(root.resolve(TIME_FILE));
    if (!given) {
      faults.add(TimeLimitRule.NOT_GIVEN);
    }
    if (version == FormatVersion.LEGACY) {
      return new TimeLimitRule(
          given,
          factor(limits, "time_multiplier", 5),
          factor(limits, "time_safety_margin", 2),
          1,
          true);
    }
    YamlFile factors = limits.section("time_multipliers");
    return new TimeLimitRule(
        given,
        factor(factors, "ac_to_time_limit", 2),
        factor(factors, "time_limit_to_tle", 1.5),
        limits.number("time_resolution").filter(seconds -> seconds > 0).orElse(1.0),
        false);
  }

  private static double factor(YamlFile section, String key, double otherwise) {
    return section.number(key).filter(factor -> factor >= 1).orElse(otherwise);
  }

  private double time() {
    double time =
        limits
            .number("time_limit")
            .or(this::iniTime) // as in DOMjudge, before the file
            .or(this::timeFile)
            .orElse(TIME_SECONDS);
    return numbers.capped("time_limit", time, true);
  }

  /** Legacy packages have a separate file for the time limit. */
  private Optional<Double> timeFile() {
    return Files.isRegularFile(root.resolve(TIME_FILE))
        ? number(TIME_FILE, PackageReader.text(root, TIME_FILE, faults).strip())
        : Optional.empty();
  }

  private Optional<Double> iniTime() {
    return ini.value("timelimit").flatMap(text -> number(IniFile.NAME, text));
  }

  private Optional<Double> number(String file, String text) {
    try {
      double number = Double.parseDouble(text);
      if (number > 0) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    faults.add(new Fault(file, "must give the time limit as a number of seconds, not " + text));
    return Optional.empty();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
