package dev.touchstone.deploy;

import static dev.touchstone.deploy.KubernetesObject.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rules for what Argo CD is given, for what its types let through. */
final class ArgoRules {
  /**
   * A rule for all objects of a cluster together.
   *
   * @param faults what breaks it, one line each
   */
  record ArgoRule(String name, Function<List<KubernetesObject>, Stream<String>> faults) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<ArgoRule> ALL =
      List.of(
          new ArgoRule("projects are tight", ArgoRules::tight),
          new ArgoRule("sources and destinations are allowed", ArgoRules::allowed),
          new ArgoRule("sources are pinned", ArgoRules::pinned),
          new ArgoRule("waves", ArgoRules::waves),
          new ArgoRule("synchronized by itself", ArgoRules::automated));

  /** Comes from this repository; a merge to its main branch is the decision to use it. */
  private static final String REPOSITORY = "https://github.com/owner/touchstone.git";

  private ArgoRules() {}

  /** Only the add-ons may be objects of any kind. Nothing may come from or go anywhere. */
  private static Stream<String> tight(List<KubernetesObject> objects) {
    return ofKind(objects, "AppProject")
        .flatMap(project -> {
          List<String> patterns = new ArrayList<>();
          stream(project.spec().path("sourceRepos")).forEach(each -> patterns.add(each.asString()));
          stream(project.spec().path("destinations"))
              .forEach(each -> {
                patterns.add(each.path("server").asString(""));
                patterns.add(each.path("namespace").asString(""));
              });
          if (!project.name().equals("add-ons")) {
            Stream.of("clusterResourceWhitelist", "namespaceResourceWhitelist")
                .flatMap(list -> stream(project.spec().path(list)))
                .forEach(each -> patterns.add(each.path("kind").asString("")));
          }
          return patterns.stream()
              .filter(pattern -> pattern.isEmpty() || pattern.contains("*"))
              .map(pattern -> project.id() + " allows '" + pattern + "'");
        });
  }

  private static Stream<String> allowed(List<KubernetesObject> objects) {
    return ofKind(objects, "Application")
        .flatMap(application -> {
          String name = application.spec().path("project").asString("");
          Optional<KubernetesObject> project =
              ofKind(objects, "AppProject").filter(each -> each.name().equals(name)).findFirst();
          if (project.isEmpty()) {
            return Stream.of(application.id() + " has no project " + name);
          }
          Set<String> repositories =
              stream(project.get().spec().path("sourceRepos"))
                  .map(JsonNode::asString)
                  .collect(Collectors.toSet());
          JsonNode destination = application.spec().path("destination");
          boolean good =
              stream(project.get().spec().path("destinations"))
                  .anyMatch(each ->
                      each.path("server").equals(destination.path("server"))
                          && each.path("namespace").equals(destination.path("namespace")));
          return Stream.concat(
              sources(application)
                  .map(source -> source.path("repoURL").asString(""))
                  .filter(repository -> !repositories.contains(repository))
                  .map(repository -> application.id() + " comes from " + repository),
              Stream.of(application.id() + " goes to " + destination).filter(_ -> !good));
        });
  }

  private static Stream<String> pinned(List<KubernetesObject> objects) {
    return ofKind(objects, "Application")
        .flatMap(application ->
            sources(application)
                .filter(source -> {
                  String revision = source.path("targetRevision").asString("");
                  boolean ours = source.path("repoURL").asString("").equals(REPOSITORY);
                  return !(ours
                      ? revision.matches("main|[0-9a-f]{40}")
                      : revision.matches("[0-9]+\\.[0-9]+\\.[0-9]+"));
                })
                .map(source ->
                    application.id()
                        + " follows '"
                        + source.path("targetRevision").asString("")
                        + "'"));
  }

  /** Each kind comes after what it needs. */
  private static Stream<String> waves(List<KubernetesObject> objects) {
    Map<String, Integer> order =
        Map.of("AppProject", 0, "Secret", 1, "ApplicationSet/add-ons", 2, "ApplicationSet", 3);
    List<KubernetesObject> ordered =
        objects.stream()
            .filter(object -> !object.kind().equals("Application"))
            .filter(object -> order.containsKey(object.kind()))
            .toList();
    List<String> faults = new ArrayList<>();
    for (KubernetesObject first : ordered) {
      for (KubernetesObject second : ordered) {
        int a = order.getOrDefault(first.id(), order.getOrDefault(first.kind(), 0));
        int b = order.getOrDefault(second.id(), order.getOrDefault(second.kind(), 0));
        if (a < b && wave(first) >= wave(second)) {
          faults.add(first.id() + " does not come before " + second.id());
        }
      }
    }
    return faults.stream();
  }

  static int wave(KubernetesObject object) {
    return Integer.parseInt(
        object.json().at("/metadata/annotations/argocd.argoproj.io~1sync-wave").asString("0"));
  }

  private static Stream<String> automated(List<KubernetesObject> objects) {
    return ofKind(objects, "Application")
        .filter(application ->
            !application.spec().at("/syncPolicy/automated/selfHeal").asBoolean(false)
                || application.spec().at("/syncPolicy/retry/limit").asInt(0) < 1)
        .map(application -> application.id() + " drifts, or gives up at once");
  }

  private static Stream<JsonNode> sources(KubernetesObject application) {
    return Stream.concat(
            Stream.of(application.spec().path("source")),
            stream(application.spec().path("sources")))
        .filter(JsonNode::isObject);
  }

  private static Stream<KubernetesObject> ofKind(List<KubernetesObject> objects, String kind) {
    return objects.stream().filter(object -> object.kind().equals(kind));
  }
}
