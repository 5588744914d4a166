package dev.touchstone.operations.support;

import dev.touchstone.operations.process.JsonAnswer;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Collects what a report of a fault needs. */
@Command(
    name = "support",
    description = {
      "Writes a zip file to attach to a report: versions, settings without secrets, health of",
      "each program, and the latest errors of the logs. Secrets, people's addresses and ids",
      "are removed by their form. Look through it before you send it: messages may name",
      "exercises or files."
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  operations support --file support.zip --gateway http://127.0.0.1:8080 \\",
      "    --program judge=http://127.0.0.1:5004 --settings gateway.env --log gateway.log"
    },
    mixinStandardHelpOptions = true)
public final class SupportSubcommand implements Runnable {
  private static final String README =
      """
      A bundle of `operations support`.
      versions.json  this program, Java, the system
      settings.json  settings of the platform; of secrets and addresses with one only whether they are set
      health.json    what /health and /ready of each program answered
      errors-*.txt   the latest errors and warnings of each log file
      """;

  @Option(
      names = "--file",
      required = true,
      paramLabel = "FILE",
      description = "the zip file to write; it must not exist yet")
  private Path file = Path.of("");

  @Option(names = "--gateway", paramLabel = "URL", description = "address of the gateway")
  private Optional<URI> gateway = Optional.empty();

  @Option(
      names = "--program",
      paramLabel = "NAME=URL",
      description = "another program with /health and /ready; may be repeated")
  private Map<String, URI> programs = new LinkedHashMap<>();

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "a file with lines NAME=value, the settings of a program; may be repeated. The environment of this command is always read")
  private List<Path> settings = List.of();

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "a log file, of text or JSON; may be repeated")
  private List<Path> logs = List.of();

  private final Environment environment;
  private final Clock clock;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The settings are read when the command runs. */
  public SupportSubcommand(Environment environment) {
    this.environment = environment;
    this.clock = Clock.systemUTC();
  }

  @Override
  public void run() {
    if (Files.exists(file)) {
      throw new ConfigurationException(file + " exists already. Choose another name.");
    }
    Map<String, URI> addresses = addresses();
    List<SettingsPart> parts = new ArrayList<>();
    parts.add(SettingsPart.of("environment", environment::optionalText));
    settings.forEach(path -> parts.add(SettingsPart.read(path)));
    Redaction redaction =
        new Redaction(parts.stream().flatMap(part -> part.secrets().stream()).toList());

    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("README.txt", README);
    texts.put("versions.json", json(versions()));
    texts.put(
        "settings.json", json(parts.stream().map(part -> part.described(redaction)).toList()));
    texts.put("health.json", json(health(addresses)));
    for (int index = 0; index < logs.size(); index++) {
      LogErrors.Found errors = LogErrors.of(logs.get(index), redaction);
      texts.put(
          "errors-%d.txt".formatted(index + 1),
          "%s: %d errors and warnings; %d of %d lines recognised%n%s%n"
              .formatted(
                  redaction.clean(String.valueOf(logs.get(index).getFileName())),
                  errors.entries().size(),
                  errors.recognised(),
                  errors.lines(),
                  String.join("\n", errors.entries())));
    }
    Bundle.write(file, texts);
    spec.commandLine().getOut().println("%s: written, %d files".formatted(file, texts.size()));
    spec.commandLine().getOut().flush();
  }

  private Map<String, URI> addresses() {
    Map<String, URI> all = new LinkedHashMap<>();
    gateway.ifPresent(address -> all.put("gateway", address));
    all.putAll(programs);
    all.forEach((name, address) -> {
      if (address.getHost() == null
          || !List.of("http", "https").contains(address.getScheme())
          || address.getRawUserInfo() != null
          || !name.matches("[a-z][a-z0-9-]{0,39}")) {
        throw new ConfigurationException(
            "Programs need a name and an address without a password, such as judge=http://127.0.0.1:5004.");
      }
    });
    return all;
  }

  private static List<Health> health(Map<String, URI> addresses) {
    List<Health> answers = new ArrayList<>();
    try (HttpClient client = JsonAnswer.client()) {
      for (Map.Entry<String, URI> program : addresses.entrySet()) {
        URI address = program.getValue();
        URI root = URI.create("%s://%s".formatted(address.getScheme(), address.getRawAuthority()));
        answers.add(Health.ask(client, program.getKey(), root, "/health"));
        answers.add(Health.ask(client, program.getKey(), root, "/ready"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return answers;
  }

  private Map<String, Object> versions() {
    Map<String, Object> versions = new LinkedHashMap<>();
    String version = SupportSubcommand.class.getPackage().getImplementationVersion();
    versions.put("touchstone", version == null ? "unknown" : version);
    versions.put("java", System.getProperty("java.runtime.version", ""));
    versions.put(
        "system",
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    versions.put("processors", Runtime.getRuntime().availableProcessors());
    versions.put("written_at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    return versions;
  }

  private static String json(Object value) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }
}
