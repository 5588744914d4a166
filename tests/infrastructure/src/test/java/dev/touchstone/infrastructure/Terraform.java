package dev.touchstone.infrastructure;

import dev.touchstone.infrastructure.Command.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Terraform in one folder. It keeps its data in a folder below {@code target}, so that the sources
 * stay clean.
 */
final class Terraform {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final Path data;
  private final Map<String, String> environment;

  /**
   * Terraform in a folder.
   *
   * @param extra variables besides Terraform's own, such as the address of AWS
   */
  Terraform(Path folder, Map<String, String> extra) {
    this.folder = folder;
    this.data = Sources.TARGET.resolve("terraform").resolve(Sources.nameOf(folder));
    this.environment = new HashMap<>(extra);
    environment.put("TF_DATA_DIR", data.toString());
    environment.put("TF_IN_AUTOMATION", "1");
    environment.put("GOGC", Tools.GOGC);
    environment.put("CHECKPOINT_DISABLE", "1");
    environment.put("TF_CLI_CONFIG_FILE", cliConfiguration().toString());
  }

  /** The same, with one more variable in its environment. */
  Terraform with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Terraform(folder, more);
  }

  /** Opens the state. */
  void init(List<String> backend) {
    List<String> words = words("init", "-lockfile=readonly", "-plugin-dir=" + Tools.plugins());
    backend.forEach(setting -> words.add("-backend-config=" + setting));
    succeed(words);
  }

  /**
   * Initializes without the running provider, so that Terraform checks the installed one against
   * the lock file.
   */
  void initWithLock() {
    with("TF_REATTACH_PROVIDERS", "").init(List.of());
  }

  /** Only installs the child modules, if no state is needed. */
  void get() {
    succeed(new ArrayList<>(List.of("get", "-no-color")));
  }

  Ending validate() {
    return run(new ArrayList<>(List.of("validate", "-no-color")));
  }

  /** Runs the module's own tests; Terraform writes their report for JUnit's readers. */
  Ending test(Path report) {
    return run(new ArrayList<>(List.of("test", "-no-color", "-junit-xml=" + report)));
  }

  /** Plans into a file, for {@link #show}. */
  Path plan(List<Path> variables) {
    Path plan = data.resolve("plan");
    List<String> words = words("plan", "-out=" + plan);
    variables.forEach(file -> words.add("-var-file=" + file));
    succeed(words);
    return plan;
  }

  /** A plan as JSON. */
  JsonNode show(Path plan) {
    String output = succeed(new ArrayList<>(List.of("show", "-json", plan.toString())));
    return JSON.readTree(output.substring(output.indexOf('{')));
  }

  void apply(List<Path> variables) {
    List<String> words = words("apply", "-auto-approve");
    variables.forEach(file -> words.add("-var-file=" + file));
    succeed(words);
  }

  /** Destroys what is in the state. A plan has just shown that it is up to date. */
  void destroy(List<Path> variables) {
    List<String> words = words("destroy", "-auto-approve", "-refresh=false");
    variables.forEach(file -> words.add("-var-file=" + file));
    succeed(words);
  }

  private static List<String> words(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command, "-input=false", "-no-color"));
    words.addAll(List.of(more));
    return words;
  }

  private String succeed(List<String> words) {
    Ending ending = run(words);
    if (ending.status() != 0) {
      throw new AssertionError(
          "terraform " + words.getFirst() + " in " + folder + " failed:\n" + ending.output());
    }
    return ending.output();
  }

  private Ending run(List<String> words) {
    return Command.run(
        folder,
        environment,
        Stream.concat(Stream.of(Tools.terraform().toString()), words.stream()).toList());
  }

  /**
   * Uses the provider from its folder without hashing its 700 MB with every command; {@link
   * #initWithLock} compares it with the lock file once, and LayoutTest checks that all lock files
   * are equal.
   */
  private static Path cliConfiguration() {
    Path file = Sources.TARGET.resolve("terraform.rc");
    String text =
        """
        provider_installation {
          dev_overrides { "hashicorp/aws" = "%s" }
        }
        """
            .formatted(Tools.provider());
    try {
      Files.createDirectories(Sources.TARGET);
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Files.writeString(file, text);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return file;
  }
}
