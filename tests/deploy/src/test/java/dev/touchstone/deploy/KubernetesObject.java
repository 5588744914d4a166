package dev.touchstone.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One rendered object. */
record KubernetesObject(JsonNode json) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** The objects of a text of one or more YAML documents, which may be empty. */
  static List<KubernetesObject> all(String text) {
    List<KubernetesObject> objects = new ArrayList<>();
    YAML.readerFor(JsonNode.class)
        .<JsonNode>readValues(text)
        .forEachRemaining(json -> {
          if (json.isObject()) {
            objects.add(new KubernetesObject(json));
          }
        });
    return List.copyOf(objects);
  }

  String kind() {
    return json.path("kind").asString("");
  }

  String name() {
    return json.path("metadata").path("name").asString("");
  }

  /** Kind and name, as {@code kubectl} writes it. */
  String id() {
    return kind() + "/" + name();
  }

  JsonNode spec() {
    return json.path("spec");
  }

  /** The template of the pods that it makes. */
  Optional<JsonNode> template() {
    return switch (kind()) {
      case "Deployment", "StatefulSet", "Job" -> Optional.of(spec().path("template"));
      default -> Optional.empty();
    };
  }

  /** The specification of the pods that it makes. */
  Optional<JsonNode> pod() {
    return template().map(template -> template.path("spec"));
  }

  /** The labels of the pods that it makes. */
  Map<String, String> podLabels() {
    return template()
        .map(template -> texts(template.path("metadata").path("labels")))
        .orElse(Map.of());
  }

  /** Its containers. */
  List<JsonNode> containers() {
    return pod().map(pod -> list(pod.path("containers"))).orElse(List.of());
  }

  static List<JsonNode> list(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return list(array).stream();
  }

  static Map<String, String> texts(JsonNode map) {
    Map<String, String> texts = new TreeMap<>();
    map.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
    return texts;
  }
}
