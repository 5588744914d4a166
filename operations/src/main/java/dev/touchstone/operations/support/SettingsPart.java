package dev.touchstone.operations.support;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The settings of one program: what a bundle says of them, and the secrets among them, so that they
 * can be removed from everything else. Immutable.
 */
final class SettingsPart {
  private static final String FILE = "_FILE";

  private final String source;
  private final Map<String, String> values;

  private SettingsPart(String source, Map<String, String> values) {
    this.source = source;
    this.values = Map.copyOf(values);
  }

  /** The settings that a function knows, such as the environment of this process. */
  static SettingsPart of(String source, Function<String, Optional<String>> lookup) {
    Map<String, String> values = new HashMap<>();
    Stream.concat(KnownSettings.SHOWN.stream(), KnownSettings.HIDDEN.stream())
        .flatMap(name -> Stream.of(name, name + FILE))
        .forEach(name -> lookup.apply(name).ifPresent(value -> values.put(name, value)));
    return new SettingsPart(source, values);
  }

  /** The settings in a file with lines {@code NAME=value}. */
  static SettingsPart read(Path file) {
    Map<String, String> lines = new HashMap<>();
    try (Stream<String> all = Files.lines(file)) {
      all.map(String::strip)
          .filter(line -> !line.startsWith("#") && line.contains("="))
          .map(line -> line.startsWith("export ") ? line.substring("export ".length()) : line)
          .forEach(line -> {
            int equals = line.indexOf('=');
            lines.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1)));
          });
    } catch (IOException | UncheckedIOException e) {
      throw new ConfigurationException(
          "%s cannot be read as settings. It needs lines NAME=value.".formatted(file));
    }
    return of(String.valueOf(file.getFileName()), name -> Optional.ofNullable(lines.get(name)));
  }

  private static String unquoted(String value) {
    String text = value.strip();
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** What the bundle says: values, or whether there is one. */
  Map<String, Object> described(Redaction redaction) {
    Map<String, Object> shown = new LinkedHashMap<>();
    KnownSettings.SHOWN.stream()
        .filter(values::containsKey)
        .forEach(name -> shown.put(name, redaction.clean(values.getOrDefault(name, ""))));
    Map<String, Object> hidden = new LinkedHashMap<>();
    KnownSettings.HIDDEN.forEach(name ->
        hidden.put(name, isSet(name) ? "set" : isSet(name + FILE) ? "set by a file" : "not set"));
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("source", source);
    described.put("values", shown);
    described.put("hidden", hidden);
    return described;
  }

  private boolean isSet(String name) {
    return !values.getOrDefault(name, "").isBlank();
  }

  /** Every value that must not appear anywhere. */
  Set<String> secrets() {
    Set<String> secrets = new TreeSet<>();
    for (String name : KnownSettings.HIDDEN) {
      Optional.ofNullable(values.get(name)).ifPresent(secrets::add);
      Optional.ofNullable(values.get(name + FILE)).ifPresent(file -> addLines(secrets, file));
    }
    return secrets;
  }

  /** A file that can't be read here holds nothing that could get into the bundle by its name. */
  private static void addLines(Set<String> secrets, String file) {
    try {
      Files.readString(Path.of(file)).lines().map(String::strip).forEach(secrets::add);
    } catch (IOException | InvalidPathException _) {
      // its value is removed from logs only where it has the form of a secret
    }
  }
}
