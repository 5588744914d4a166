package dev.touchstone.judge.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The languages that are described, and which of them this machine has. Immutable. */
public final class Languages {
  private static final String INDEX = "index.txt";
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Map<String, Installed> described;

  private Languages(Map<String, Installed> described) {
    this.described = described;
  }

  /**
   * A language on this machine.
   *
   * @param version the first line of what its version command says; empty where it is not installed
   */
  public record Installed(Language language, Optional<String> version) {}

  /** Reads all descriptions and asks each language for its version. */
  public static Languages detect() {
    Map<String, Installed> described = new TreeMap<>();
    for (String id : text(INDEX).lines().filter(line -> !line.isBlank()).toList()) {
      Language language = read(id);
      described.put(id, new Installed(language, version(language)));
    }
    return new Languages(described);
  }

  /** All that are described, by id. */
  public Map<String, Installed> all() {
    return Map.copyOf(described);
  }

  /** Ids of those that are installed. */
  public List<String> installed() {
    return described.values().stream()
        .filter(installed -> installed.version().isPresent())
        .map(installed -> installed.language().id())
        .toList();
  }

  /** A language that is installed. */
  public Optional<Language> find(String id) {
    return Optional.ofNullable(described.get(id))
        .filter(installed -> installed.version().isPresent())
        .map(Installed::language);
  }

  /** The language of files, by the extension that most languages leave to one of them. */
  public Optional<Language> ofFiles(List<String> names) {
    return described.values().stream()
        .map(Installed::language)
        .filter(language -> names.stream().anyMatch(language::compiles))
        .filter(language -> names.stream().allMatch(language::owns))
        .findFirst();
  }

  private static Language read(String id) {
    JsonNode yaml = MAPPER.readTree(text(id + ".yaml"));
    return new Language(
        id,
        yaml.path("name").asString(id),
        texts(yaml, "extensions"),
        yaml.path("main_file").asString(),
        texts(yaml, "programs"),
        texts(yaml, "version"),
        texts(yaml, "compile"),
        texts(yaml, "run"),
        environment(yaml),
        yaml.path("entry_point").asString(""),
        yaml.path("time_factor").asDouble(1),
        yaml.path("extra_memory_mib").asInt(0),
        yaml.path("processes").asInt(32));
  }

  private static List<String> texts(JsonNode yaml, String key) {
    return yaml.path(key).valueStream().map(JsonNode::asString).toList();
  }

  private static Map<String, String> environment(JsonNode yaml) {
    Map<String, String> variables = new TreeMap<>();
    yaml.path("environment")
        .properties()
        .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asString()));
    return variables;
  }

  private static Optional<String> version(Language language) {
    boolean there = language.requiredPrograms().stream().allMatch(Languages::isInstalled);
    return there ? Optional.of(firstLine(language.versionCommand())) : Optional.empty();
  }

  private static boolean isInstalled(String program) {
    return program.startsWith("/")
        ? Files.isExecutable(Path.of(program))
        : Stream.of("/usr/bin", "/bin", "/usr/local/bin")
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String firstLine(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin"); // as inside a box
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
      process.waitFor(10, TimeUnit.SECONDS);
      process.destroyForcibly();
      return output.lines().findFirst().orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  private static String text(String resource) {
    try (InputStream in = Languages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
