package dev.touchstone.problempackage.conversion.dmoj;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A test, a batch or all of the settings. What a test does not say, its batch may, and what neither
 * says, the settings.
 *
 * @param chain from the node itself to the settings
 */
record DmojNode(List<JsonNode> chain) {
  DmojNode {
    chain = List.copyOf(chain);
  }

  DmojNode inner(JsonNode node) {
    return new DmojNode(Stream.concat(Stream.of(node), chain.stream()).toList());
  }

  JsonNode own() {
    return chain.getFirst();
  }

  JsonNode get(String key) {
    return chain.stream()
        .filter(node -> node.has(key))
        .findFirst()
        .map(node -> node.path(key))
        .orElse(MissingNode.getInstance());
  }

  /** Empty where no such text is named. */
  String text(String key) {
    JsonNode value = get(key);
    return value.isValueNode() && !value.isNull() && !value.isMissingNode() ? value.asString() : "";
  }
}
