package dev.touchstone.operations.alerts;

import dev.touchstone.platform.http.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Makes the messages of synthetic events, marked so that nobody takes them for real ones. */
final class TestMessages {
  private static final String MARK = "TEST ";
  private static final String REASON =
      "This is a test with 'operations alerts test'. Nothing is wrong.";
  private static final Pattern FIELD = Pattern.compile("<([A-Za-z0-9_-]+)>");

  /** What SNS allows of a subject, less what stands around the name of the alarm. */
  private static final int LONGEST_NAME = 60;

  private final String region;
  private final Instant now;

  TestMessages(String region, Instant now) {
    this.region = region;
    this.now = now;
  }

  /**
   * What EventBridge makes of a template.
   *
   * @param event an entry of Terraform's output, with {@code template} and {@code fields}
   */
  Notice ofEvent(JsonNode event) {
    JsonNode fields = event.path("fields");
    String filled =
        FIELD
            .matcher(event.path("template").asString(""))
            .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), fields)));
    return Notice.ofEvent(marked(filled));
  }

  private String value(String name, JsonNode fields) {
    return switch (fields.path(name).asString("")) {
      case "" -> "<" + name + ">"; // the template names what no path provides
      case "$.region" -> region;
      case "$.time" -> now.toString();
      default -> "example " + name;
    };
  }

  /** Left as it is where it can't be marked: its receiver reports what is wrong with it. */
  private static String marked(String message) {
    try {
      JsonNode json = Json.MAPPER.readTree(message);
      if (json instanceof StringNode sentence) {
        return Json.MAPPER.writeValueAsString(MARK + sentence.asString());
      }
      if (json.path("content") instanceof ObjectNode content) {
        content.put("title", MARK + content.path("title").asString(""));
        if (json.path("metadata") instanceof ObjectNode metadata && metadata.has("threadId")) {
          metadata.put("threadId", metadata.path("threadId").asString() + "-test");
        }
      }
      return Json.MAPPER.writeValueAsString(json);
    } catch (JacksonException _) {
      return message;
    }
  }

  /**
   * What CloudWatch sends when an alarm is raised, and when it is over, so that PagerDuty closes
   * what it opened.
   *
   * @param alarm an entry of Terraform's output
   */
  List<Notice> ofAlarm(JsonNode alarm) {
    return List.of(ofAlarm(alarm, "OK", "ALARM"), ofAlarm(alarm, "ALARM", "OK"));
  }

  private Notice ofAlarm(JsonNode alarm, String before, String after) {
    String name = MARK + alarm.path("name").asString("");
    String account = accountOf(alarm.path("topic_arn").asString(""));
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("AlarmName", name);
    message.put("AlarmDescription", alarm.path("description").asString(""));
    message.put("AWSAccountId", account);
    message.put("AlarmConfigurationUpdatedTimestamp", AlarmForm.time(now));
    message.put("NewStateValue", after);
    message.put("NewStateReason", REASON);
    message.put("StateChangeTime", AlarmForm.time(now));
    message.put("Region", regionName());
    message.put("AlarmArn", "arn:aws:cloudwatch:%s:%s:alarm:%s".formatted(region, account, name));
    message.put("OldStateValue", before);
    message.put("Trigger", alarm.path("trigger"));
    return new Notice(
        "%s: \"%s\" in %s".formatted(after, shortened(name), regionName()),
        Json.MAPPER.writeValueAsString(message),
        """
        The alarm "%s" in %s has gone from %s to %s.

        Why: %s
        What it watches: %s
        """
            .formatted(
                name, regionName(), before, after, REASON, alarm.path("description").asString("")));
  }

  private String regionName() {
    return Region.of(region).metadata() == null
        ? region
        : Region.of(region).metadata().description();
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 3) + "...";
  }

  private static String accountOf(String arn) {
    String[] parts = arn.split(":", -1);
    return parts.length > 5 ? parts[4] : "";
  }
}
