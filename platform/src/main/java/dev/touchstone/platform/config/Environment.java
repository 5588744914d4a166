package dev.touchstone.platform.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads settings by name and collects every fault, so that an operator sees all of them at once.
 *
 * <p>After all settings are read, {@link #finish()} fails if any was missing or malformed, or if a
 * variable with the prefix {@code TOUCHSTONE_} is set but never read (a typing error, or a setting
 * that was removed). Until then a faulty setting yields a placeholder. Not thread-safe.
 */
public final class Environment {
  private static final String PREFIX = "TOUCHSTONE_";

  /** Read by the logging configuration and by the start script, not by a service. */
  private static final Set<String> READ_ELSEWHERE =
      Set.of(
          "TOUCHSTONE_LOG_FORMAT",
          "TOUCHSTONE_LOG_LEVEL",
          "TOUCHSTONE_JAVA_OPTIONS",
          "TOUCHSTONE_JUDGE_JAVA_OPTIONS");

  /** Shorter than this, a shared secret could be guessed. */
  private static final int SHORTEST_SECRET = 32;

  private final Map<String, String> variables;
  private final Set<String> known = new HashSet<>(READ_ELSEWHERE);
  private final List<String> faults = new ArrayList<>();

  private Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** Reads the environment of this process. */
  public static Environment system() {
    return new Environment(System.getenv());
  }

  /** Reads the given variables, for another service in this process or for a test. */
  public static Environment of(Map<String, String> variables) {
    return new Environment(variables);
  }

  /** Returns a required text. */
  public String text(String name) {
    return optionalText(name).orElseGet(() -> missing(name, ""));
  }

  /** Returns a text, or the default where it is not set. */
  public String text(String name, String defaultValue) {
    return optionalText(name).orElse(defaultValue);
  }

  /** Returns a text if it is set and not blank. */
  public Optional<String> optionalText(String name) {
    known.add(name);
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** Returns a whole number between two bounds, both inclusive. */
  public int integer(String name, int defaultValue, int least, int most) {
    String range = "a whole number from " + least + " to " + most;
    return parsed(
        name, defaultValue, range, Environment::parseInteger, n -> n >= least && n <= most);
  }

  /** Returns a duration written as ISO-8601 without the prefix {@code PT}, such as {@code 90s}. */
  public Duration duration(String name, Duration defaultValue) {
    return parsed(
        name,
        defaultValue,
        "a duration such as 500ms, 90s, 10m or 2h",
        Environment::parseDuration,
        duration -> !duration.isNegative());
  }

  /** Returns {@code true} or {@code false}. */
  public boolean flag(String name, boolean defaultValue) {
    return parsed(name, defaultValue, "true or false", Environment::parseFlag, flag -> true);
  }

  /** Returns a required file or folder name; it need not exist. */
  public Path path(String name) {
    return optionalPath(name).orElseGet(() -> missing(name, Path.of("")));
  }

  /** Returns a file or folder name if it is set. */
  public Optional<Path> optionalPath(String name) {
    return optionalText(name)
        .flatMap(text -> attempt(name, "a path", text, Environment::parsePath));
  }

  /** Returns a required absolute http or https address, without a slash at its end. */
  public URI uri(String name) {
    return optionalUri(name).orElseGet(() -> missing(name, URI.create("http://unset.invalid")));
  }

  /** Returns an absolute http or https address if it is set. */
  public Optional<URI> optionalUri(String name) {
    return optionalText(name)
        .flatMap(text -> attempt(name, "an http or https address", text, Environment::parseUri));
  }

  /**
   * Returns a required secret of at least 32 characters, from the variable or, where {@code
   * NAME_FILE} is set, from that file (as mounted by Docker and Kubernetes). The secret follows the
   * file: see {@link Secret}.
   */
  public Secret secret(String name) {
    return optionalLongSecret(name)
        .orElseGet(() -> missing(name + " (or " + name + "_FILE)", Secret.of("")));
  }

  /** Returns a secret of at least 32 characters if {@code NAME} or {@code NAME_FILE} is set. */
  public Optional<Secret> optionalLongSecret(String name) {
    return secretOf(name, SHORTEST_SECRET).map(secret -> longEnough(name, secret));
  }

  /** Returns a secret of any length if {@code NAME} or {@code NAME_FILE} is set. */
  public Optional<Secret> optionalSecret(String name) {
    return secretOf(name, 1);
  }

  /** Marks names as known that another part of the same process reads. */
  public void knownElsewhere(String... names) {
    known.addAll(List.of(names));
  }

  /**
   * Returns the variables that are set and have been read so far, for a process that reads them
   * again.
   */
  public Map<String, String> known() {
    return variables.entrySet().stream()
        .filter(variable -> known.contains(variable.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Returns the names with our prefix that are set and have not been read so far. */
  public SortedSet<String> unknown() {
    return variables.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Adds a fault that the caller found, for instance two settings that exclude each other. */
  public void fault(String fault) {
    faults.add(fault);
  }

  /**
   * Ends the reading.
   *
   * @throws ConfigurationException with every fault found
   */
  public void finish() {
    unknown().stream()
        .map(name -> name + " is set, but is not a known setting. Unset it or correct its name.")
        .forEach(faults::add);
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
  }

  private Optional<Secret> secretOf(String name, int shortest) {
    Optional<String> file = optionalText(name + "_FILE");
    Optional<String> value = optionalText(name);
    if (file.isPresent() && value.isPresent()) {
      faults.add("Both " + name + " and " + name + "_FILE are set; set one of them.");
    }
    return file.isPresent()
        ? readSecret(name + "_FILE", file.get(), shortest)
        : value.map(Secret::of);
  }

  private <T> T missing(String name, T placeholder) {
    faults.add(name + " is not set; it is required.");
    return placeholder;
  }

  private <T> T parsed(
      String name,
      T defaultValue,
      String form,
      Function<String, Optional<T>> parser,
      Function<T, Boolean> accepts) {
    return optionalText(name)
        .flatMap(text -> attempt(name, form, text, s -> parser.apply(s).filter(accepts::apply)))
        .orElse(defaultValue);
  }

  private <T> Optional<T> attempt(
      String name, String form, String text, Function<String, Optional<T>> parser) {
    Optional<T> value = parser.apply(text);
    if (value.isEmpty()) {
      faults.add(name + " is not " + form + ".");
    }
    return value;
  }

  private Secret longEnough(String name, Secret secret) {
    if (secret.accepted().stream().anyMatch(value -> value.length() < SHORTEST_SECRET)) {
      faults.add(name + " is shorter than " + SHORTEST_SECRET + " characters.");
    }
    return secret;
  }

  private Optional<Secret> readSecret(String name, String file, int shortest) {
    try {
      return Optional.of(Secret.following(new SecretFile(Path.of(file), shortest)));
    } catch (IOException | InvalidPathException e) {
      faults.add(name + " names a file that can't be read: " + file);
      return Optional.of(Secret.of("x".repeat(SHORTEST_SECRET)));
    }
  }

  private static Optional<Integer> parseInteger(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> parseDuration(String text) {
    try {
      if (text.endsWith("ms")) {
        return Optional.of(Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2))));
      }
      return Optional.of(Duration.parse("PT" + text));
    } catch (DateTimeParseException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> parseFlag(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Path> parsePath(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> parseUri(String text) {
    try {
      URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
