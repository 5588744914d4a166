package dev.touchstone.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A workflow of GitHub, or an action that workflows share.
 *
 * @param path below the repository
 * @param text its source
 */
record Workflow(String path, String text) {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Path GITHUB = Repository.ROOT.resolve(".github");

  /** All of them. */
  static List<Workflow> all() {
    return Stream.concat(
            Repository.list(GITHUB.resolve("workflows")).stream(),
            Repository.list(GITHUB.resolve("actions")).stream()
                .map(folder -> folder.resolve("action.yml")))
        .map(Workflow::read)
        .toList();
  }

  static Workflow read(Path file) {
    return new Workflow(Repository.ROOT.relativize(file).toString(), Repository.read(file));
  }

  /** The shared action in a folder, such as {@code ./.github/actions/tools}. */
  static Workflow action(String folder) {
    Path file = Repository.ROOT.resolve(folder).resolve("action.yml").normalize();
    return Files.exists(file) ? read(file) : new Workflow(folder, "missing: true");
  }

  JsonNode json() {
    return YAML.readTree(text);
  }

  boolean isAction() {
    return json().has("runs");
  }

  /** The jobs by name; none for an action. */
  Map<String, JsonNode> jobs() {
    return json().path("jobs").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** All steps, of all jobs. */
  Stream<JsonNode> steps() {
    return isAction()
        ? KubernetesObject.stream(json().at("/runs/steps"))
        : jobs().values().stream().flatMap(job -> KubernetesObject.stream(job.path("steps")));
  }

  @Override
  public String toString() {
    return path;
  }
}
