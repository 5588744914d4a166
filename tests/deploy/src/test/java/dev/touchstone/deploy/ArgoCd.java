package dev.touchstone.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Argo CD is given: the objects of {@code deploy/argocd}, and what they become in the cluster
 * of an environment.
 */
final class ArgoCd {
  static final List<String> ENVIRONMENTS = List.of("dev", "staging", "prod");

  private static final Path FOLDER = Repository.ROOT.resolve("deploy/argocd");
  private static final JsonMapper JSON = new JsonMapper();

  /** The only templates that the ApplicationSets use, besides the revision of the charts. */
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "\\{\\{ (?:index \\.metadata\\.(labels|annotations) \\\\\"([^\"\\\\]+)\\\\\"|\\.(revision)) }}");

  private ArgoCd() {}

  /** The objects as they are in the repository. */
  static List<KubernetesObject> objects() {
    return Stream.concat(
            Repository.list(FOLDER.resolve("objects")).stream(),
            Stream.of(FOLDER.resolve("root.yaml")))
        .flatMap(file -> KubernetesObject.all(Repository.read(file)).stream())
        .toList();
  }

  /** The secret that {@code operations handover} writes, for an environment. */
  static KubernetesObject cluster(String environment) {
    Path example = Repository.ROOT.resolve("operations/src/test/resources/handover/cluster.yaml");
    return KubernetesObject.all(
            Repository.read(example)
                .replace("touchstone-prod", "touchstone-" + environment)
                .replace("environment: prod", "environment: " + environment))
        .getFirst();
  }

  /** The Application that an ApplicationSet makes in the cluster of an environment. */
  static KubernetesObject application(KubernetesObject set, String environment) {
    JsonNode metadata = cluster(environment).json().path("metadata");
    Map<String, String> values = new TreeMap<>();
    for (String kind : List.of("labels", "annotations")) {
      KubernetesObject.texts(metadata.path(kind))
          .forEach((name, value) -> values.put(kind + "/" + name, value));
    }
    values.put("revision", revision(environment));
    String text =
        TEMPLATE
            .matcher(JSON.writeValueAsString(set.spec().path("template")))
            .replaceAll(match -> {
              String key =
                  match.group(3) == null ? match.group(1) + "/" + match.group(2) : match.group(3);
              if (!values.containsKey(key)) {
                throw new AssertionError("The cluster's secret has no " + key);
              }
              String value = JSON.writeValueAsString(values.get(key));
              return Matcher.quoteReplacement(value.substring(1, value.length() - 1));
            });
    if (text.contains("{{")) {
      throw new AssertionError("An unknown template: " + text);
    }
    JsonNode application =
        JSON.readTree(
            "{\"apiVersion\": \"argoproj.io/v1alpha1\", \"kind\": \"Application\","
                + text.substring(1));
    return new KubernetesObject(application);
  }

  static String revision(String environment) {
    return JSON.readTree(Repository.read(environment(environment).resolve("charts.json")))
        .path("revision")
        .asString();
  }

  static Path environment(String environment) {
    return Repository.ROOT.resolve("deploy/environments").resolve(environment);
  }

  /** What Argo CD renders for an Application of our charts, as a release. */
  static Release release(KubernetesObject application) {
    JsonNode source = application.spec().at("/sources/0");
    JsonNode helm = source.path("helm");
    String chart = source.path("path").asString().replace("deploy/charts/", "");
    List<String> more = new ArrayList<>();
    KubernetesObject.stream(helm.path("valueFiles"))
        .map(file -> file.asString().replace("$values", Repository.ROOT.toString()))
        .forEach(file -> more.addAll(List.of("--values", file)));
    Path values = Repository.TARGET.resolve(application.name() + "-values.yaml");
    try {
      Files.writeString(values, helm.path("valuesObject").toString());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    String namespace = application.spec().at("/destination/namespace").asString();
    // Argo CD's order: the files first, then the object. The first file stands before the others.
    more.addAll(List.of("--values", values.toString()));
    Path first = Path.of(more.get(1));
    String text =
        Charts.template(
                chart, first, namespace, more.subList(2, more.size()).toArray(String[]::new))
            .orFail();
    return new Release(chart, values, namespace, KubernetesObject.all(text));
  }

  /** The add-ons, rendered for the cluster of an environment. */
  static List<KubernetesObject> addOns(String environment) {
    KubernetesObject set =
        objects().stream()
            .filter(object -> object.id().equals("ApplicationSet/add-ons"))
            .findFirst()
            .orElseThrow();
    JsonNode values = application(set, environment).spec().at("/source/helm/valuesObject");
    Path file = Repository.TARGET.resolve("add-ons-values.yaml");
    try {
      Files.writeString(file, values.toString());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return KubernetesObject.all(
        Command.run(
                Repository.TARGET,
                List.of(
                    Npm.helm().toString(),
                    "template",
                    "add-ons",
                    FOLDER.resolve("add-ons").toString(),
                    "--values",
                    file.toString()))
            .orFail());
  }
}
