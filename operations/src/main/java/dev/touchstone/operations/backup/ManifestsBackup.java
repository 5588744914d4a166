package dev.touchstone.operations.backup;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.backup.BackupWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of a cluster as files that {@code kubectl apply} takes: without what the cluster
 * writes itself, and without Secrets, whose values are kept in Secrets Manager.
 */
final class ManifestsBackup {
  /** Secrets are not even read; the others say how things are, and the cluster makes them anew. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "secrets",
          "events",
          "events.events.k8s.io",
          "endpoints",
          "leases.coordination.k8s.io",
          "nodes",
          "componentstatuses");

  /** Measurements. */
  private static final Set<String> METRICS = Set.of("metrics.k8s.io");

  private static final List<String> OF_THE_CLUSTER =
      List.of(
          "managedFields", "uid", "resourceVersion", "creationTimestamp", "generation", "selfLink");

  private static final String METADATA = "metadata";

  private ManifestsBackup() {}

  /**
   * Writes all objects, each as a file {@code NAMESPACE/RESOURCE/NAME.json}.
   *
   * @param unavailable receives what says why an API can't be read
   * @return how many there are of each kind
   */
  static Map<String, Integer> write(
      KubernetesApi api, BackupWriter writer, Consumer<String> unavailable) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (KubernetesApi.Resource resource : api.resources(METRICS, unavailable)) {
      if (LEFT_OUT.contains(group(resource))) {
        continue;
      }
      List<ObjectNode> objects = new ArrayList<>();
      api.list(resource, objects::add);
      // What has an owner is made by it: the pods of a deployment, the jobs of a schedule.
      objects.removeIf(object -> !object.path(METADATA).path("ownerReferences").isEmpty());
      for (ObjectNode object : objects) {
        writer.bytes(file(resource, object), text(clean(object)));
      }
      if (!objects.isEmpty()) {
        counts.put(group(resource), objects.size());
      }
    }
    return counts;
  }

  private static String file(KubernetesApi.Resource resource, ObjectNode object) {
    JsonNode metadata = object.path(METADATA);
    return "%s/%s/%s.json"
        .formatted(
            metadata.path("namespace").asString("_cluster"),
            group(resource),
            metadata.path("name").asString(""));
  }

  /** Such as {@code deployments.apps}: resources of two groups may have the same name. */
  private static String group(KubernetesApi.Resource resource) {
    int slash = resource.version().indexOf('/');
    return slash < 0
        ? resource.name()
        : resource.name() + "." + resource.version().substring(0, slash);
  }

  /** Removes what another cluster would refuse or write itself. */
  static ObjectNode clean(ObjectNode object) {
    object.remove("status");
    if (object.path(METADATA) instanceof ObjectNode metadata) {
      metadata.remove(OF_THE_CLUSTER);
      if (metadata.path("annotations") instanceof ObjectNode annotations) {
        annotations.remove(
            List.of(
                "kubectl.kubernetes.io/last-applied-configuration",
                "deployment.kubernetes.io/revision"));
      }
    }
    if (object.path("spec").path("claimRef") instanceof ObjectNode claim) { // of a volume
      claim.remove(OF_THE_CLUSTER);
    }
    boolean headless = object.path("spec").path("clusterIP").asString("").equals("None");
    if (object.path("spec") instanceof ObjectNode spec && !headless) {
      spec.remove(List.of("clusterIP", "clusterIPs"));
    }
    return object;
  }

  private static byte[] text(ObjectNode object) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(object);
  }
}
