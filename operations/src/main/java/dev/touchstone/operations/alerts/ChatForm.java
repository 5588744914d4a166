package dev.touchstone.operations.alerts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The form of Amazon Q's custom notifications.
 *
 * @see <a href="https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html">AWS</a>
 */
final class ChatForm {
  private static final Set<String> TOP = Set.of("version", "source", "id", "content", "metadata");
  private static final Set<String> CONTENT =
      Set.of("textType", "title", "description", "nextSteps", "keywords");
  private static final Set<String> METADATA =
      Set.of(
          "threadId",
          "summary",
          "eventType",
          "relatedResources",
          "additionalContext",
          "enableCustomActions");
  private static final Set<String> LISTS = Set.of("nextSteps", "keywords", "relatedResources");

  private ChatForm() {}

  /** The first fault of a message; empty if it has the form. */
  static Optional<String> fault(JsonNode message) {
    if (!text(message, "version").equals("1.0")) {
      return Optional.of("version is not \"1.0\"");
    }
    if (!text(message, "source").equals("custom")) {
      return Optional.of("source is not \"custom\"");
    }
    JsonNode content = message.path("content");
    if (!content.isObject() || text(content, "description").isBlank()) {
      return Optional.of("content.description is missing");
    }
    if (content.has("textType") && !text(content, "textType").equals("client-markdown")) {
      return Optional.of("content.textType is not \"client-markdown\"");
    }
    if (message.has("metadata") && !message.path("metadata").isObject()) {
      return Optional.of("metadata is not an object");
    }
    return members(message, TOP, "")
        .or(() -> members(content, CONTENT, "content."))
        .or(() -> members(message.path("metadata"), METADATA, "metadata."));
  }

  private static Optional<String> members(JsonNode object, Set<String> known, String prefix) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = prefix + member.getKey();
      if (!known.contains(member.getKey())) {
        return Optional.of(name + " is not part of the form");
      }
      if (!hasType(member.getKey(), member.getValue())) {
        return Optional.of(name + " has the wrong type");
      }
    }
    return Optional.empty();
  }

  private static boolean hasType(String name, JsonNode value) {
    if (LISTS.contains(name)) {
      return value.isArray() && value.valueStream().allMatch(JsonNode::isString);
    }
    return switch (name) {
      case "content", "metadata" -> value.isObject();
      case "additionalContext" ->
          value.isObject() && value.valueStream().allMatch(JsonNode::isString);
      case "enableCustomActions" -> value.isBoolean();
      default -> value.isString();
    };
  }

  private static String text(JsonNode object, String name) {
    return object.path(name).isString() ? object.path(name).asString() : "";
  }
}
