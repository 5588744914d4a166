package dev.touchstone.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A chart with the values of a file of its folder {@code ci}, rendered.
 *
 * @param chart its name
 * @param values the file
 * @param namespace where it is installed
 */
record Release(String chart, Path values, String namespace, List<KubernetesObject> objects) {
  /** The objects that make pods. */
  List<KubernetesObject> workloads() {
    return objects.stream().filter(object -> object.pod().isPresent()).toList();
  }

  Stream<KubernetesObject> ofKind(String kind) {
    return objects.stream().filter(object -> object.kind().equals(kind));
  }

  Optional<KubernetesObject> find(String kind, String name) {
    return ofKind(kind).filter(object -> object.name().equals(name)).findFirst();
  }

  /** The environment variables of a workload. */
  JsonNode environment(String workload) {
    return objects.stream()
        .filter(object -> object.name().equals(workload) && object.pod().isPresent())
        .findFirst()
        .orElseThrow()
        .containers()
        .getFirst()
        .path("env");
  }

  /** For the names of tests: {@code platform/prod}. */
  @Override
  public String toString() {
    return chart + "/" + values.getFileName().toString().replace("-values.yaml", "");
  }
}
