package dev.touchstone.deploy;

import static dev.touchstone.deploy.KubernetesObject.stream;
import static dev.touchstone.deploy.KubernetesObject.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rules for what objects say of each other: selectors, ports with a listener, names. */
final class ReferenceRules {
  static final List<Rule> ALL =
      List.of(
          new Rule("a workload selects its pods", ReferenceRules::ownPods),
          new Rule("selectors match pods", ReferenceRules::selectors),
          new Rule("ports have a listener", ReferenceRules::listeners),
          new Rule("an Ingress leads to a Service", ReferenceRules::ingress),
          new Rule("references exist", ReferenceRules::references),
          new Rule("secrets have their keys", ReferenceRules::secretKeys));

  /** What an operator puts into the namespace (deploy/charts/README.md). */
  private static final Set<String> FROM_OUTSIDE = Set.of("ConfigMap/rds-certificates");

  private ReferenceRules() {}

  private static Stream<String> ownPods(Release release) {
    return release.workloads().stream()
        .filter(workload -> !workload.kind().equals("Job"))
        .filter(workload -> {
          Map<String, String> wanted = texts(workload.spec().path("selector").path("matchLabels"));
          return wanted.isEmpty()
              || !workload.podLabels().entrySet().containsAll(wanted.entrySet())
              || selected(release, wanted).size() > 1;
        })
        .map(workload -> workload.id() + " selects not exactly its own pods");
  }

  private static Stream<String> selectors(Release release) {
    List<String> faults = new ArrayList<>();
    for (KubernetesObject object : release.objects()) {
      Stream<JsonNode> selectors =
          switch (object.kind()) {
            case "Service" -> Stream.of(object.spec().path("selector"));
            case "PodDisruptionBudget" ->
                Stream.of(object.spec().path("selector").path("matchLabels"));
            case "NetworkPolicy" ->
                Stream.concat(
                    Stream.of(object.spec().path("podSelector").path("matchLabels")),
                    Stream.of("ingress/from", "egress/to")
                        .map(path -> path.split("/"))
                        .flatMap(path ->
                            stream(object.spec().path(path[0]))
                                .flatMap(rule -> stream(rule.path(path[1]))))
                        // Pods of another namespace are not in this release.
                        .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                        .map(peer -> peer.path("podSelector").path("matchLabels")));
            case "Deployment" ->
                stream(object.pod().orElseThrow().path("topologySpreadConstraints"))
                    .map(constraint -> constraint.path("labelSelector").path("matchLabels"));
            default -> Stream.empty();
          };
      selectors
          .filter(selector -> selected(release, texts(selector)).isEmpty())
          .forEach(selector -> faults.add(object.id() + " selects no pods: " + selector));
    }
    return faults.stream().filter(fault -> !isAlone(release, fault));
  }

  /** A service rendered without the platform names other services, which are not there. */
  private static boolean isAlone(Release release, String fault) {
    return release.chart().equals("service") && fault.startsWith("NetworkPolicy/");
  }

  private static Stream<String> listeners(Release release) {
    List<String> faults = new ArrayList<>();
    release
        .ofKind("Service")
        .forEach(service ->
            stream(service.spec().path("ports"))
                .filter(port ->
                    selected(release, texts(service.spec().path("selector"))).stream()
                        .noneMatch(workload -> listens(workload, port.path("targetPort"))))
                .forEach(port -> faults.add(service.id() + " leads to no listener: " + port)));
    release
        .ofKind("NetworkPolicy")
        .forEach(policy -> {
          List<KubernetesObject> workloads =
              selected(release, texts(policy.spec().path("podSelector").path("matchLabels")));
          stream(policy.spec().path("ingress"))
              .flatMap(rule -> stream(rule.path("ports")))
              .filter(port ->
                  workloads.stream().noneMatch(workload -> listens(workload, port.path("port"))))
              .forEach(
                  port -> faults.add(policy.id() + " opens a port without a listener: " + port));
        });
    return faults.stream();
  }

  private static boolean listens(KubernetesObject workload, JsonNode port) {
    return workload.containers().stream().anyMatch(container -> PodRules.listens(container, port));
  }

  private static Stream<String> ingress(Release release) {
    return release
        .ofKind("Ingress")
        .flatMap(ingress ->
            stream(ingress.spec().path("rules"))
                .flatMap(rule -> stream(rule.path("http").path("paths")))
                .map(path -> path.path("backend").path("service"))
                .filter(backend ->
                    release.find("Service", backend.path("name").asString("")).stream()
                        .flatMap(service -> stream(service.spec().path("ports")))
                        .noneMatch(
                            port -> port.path("name").equals(backend.path("port").path("name"))))
                .map(backend -> ingress.id() + " leads to no Service: " + backend));
  }

  private static Stream<String> references(Release release) {
    List<String> faults = new ArrayList<>();
    // Without a store an operator makes the Secrets by hand.
    boolean secretsAreMade = release.ofKind("ExternalSecret").findAny().isPresent();
    for (KubernetesObject object : release.objects()) {
      references(object)
          .filter(reference -> !FROM_OUTSIDE.contains(reference))
          .filter(reference -> secretsAreMade || !reference.startsWith("ExternalSecret/"))
          .filter(reference -> {
            String[] parts = reference.split("/", 2);
            return release.find(parts[0], parts[1]).isEmpty();
          })
          .forEach(reference -> faults.add(object.id() + " needs " + reference));
    }
    return faults.stream();
  }

  /** What an object needs, as kind and name. */
  private static Stream<String> references(KubernetesObject object) {
    return switch (object.kind()) {
      case "HorizontalPodAutoscaler", "ScaledObject" -> {
        JsonNode target = object.spec().path("scaleTargetRef");
        yield Stream.of(target.path("kind").asString("") + "/" + target.path("name").asString(""));
      }
      case "ValidatingAdmissionPolicyBinding" ->
          Stream.of("ValidatingAdmissionPolicy/" + object.spec().path("policyName").asString(""));
      case "StatefulSet", "Deployment", "Job" -> {
        JsonNode pod = object.pod().orElseThrow();
        Stream<String> account =
            Stream.of(pod.path("serviceAccountName"))
                .filter(JsonNode::isString)
                .map(name -> "ServiceAccount/" + name.asString());
        Stream<String> headless =
            Stream.of(object.spec().path("serviceName"))
                .filter(JsonNode::isString)
                .map(name -> "Service/" + name.asString());
        Stream<String> volumes =
            stream(pod.path("volumes"))
                .flatMap(volume ->
                    Stream.concat(
                        Stream.of(volume.path("secret").path("secretName"))
                            .filter(JsonNode::isString)
                            .map(name -> "ExternalSecret/" + name.asString()),
                        Stream.of(volume.path("configMap").path("name"))
                            .filter(JsonNode::isString)
                            .map(name -> "ConfigMap/" + name.asString())));
        yield Stream.of(account, headless, volumes).flatMap(each -> each);
      }
      default -> Stream.empty();
    };
  }

  /** A variable {@code NAME_FILE} names a file of the Secret, and the Secret has that key. */
  private static Stream<String> secretKeys(Release release) {
    return release.workloads().stream()
        .flatMap(workload ->
            release.find("ExternalSecret", workload.name()).stream()
                .flatMap(secret -> {
                  JsonNode target = secret.spec().path("target");
                  // A template makes all keys; without one, each entry is a key.
                  Set<String> keys =
                      target.has("template")
                          ? texts(target.path("template").path("data")).keySet()
                          : stream(secret.spec().path("data"))
                              .map(entry -> entry.path("secretKey").asString(""))
                              .collect(Collectors.toSet());
                  return stream(workload.containers().getFirst().path("env"))
                      .map(entry -> entry.path("value").asString(""))
                      .filter(value -> value.startsWith("/run/secrets/touchstone/"))
                      .map(value -> value.substring("/run/secrets/touchstone/".length()))
                      .filter(key -> !keys.contains(key))
                      .map(key -> workload.id() + " reads " + key + ", which its Secret lacks");
                }));
  }

  /** The workloads whose pods have these labels. */
  private static List<KubernetesObject> selected(Release release, Map<String, String> labels) {
    return release.workloads().stream()
        .filter(workload -> workload.podLabels().entrySet().containsAll(labels.entrySet()))
        .toList();
  }
}
