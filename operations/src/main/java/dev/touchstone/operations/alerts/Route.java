package dev.touchstone.operations.alerts;

import dev.touchstone.operations.handover.TerraformOutputs;
import dev.touchstone.platform.config.ConfigurationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One way of alerts: messages of one kind to a topic. Immutable.
 *
 * @param receivers those that are meant to receive the topic
 */
record Route(String name, String topicArn, List<Notice> notices, List<Receiver> receivers) {
  private static final String OUTPUT = "alert_routes";

  /** Every route of an environment, as the root observability has set it up. */
  static List<Route> of(TerraformOutputs outputs, Instant now) {
    TestMessages messages = new TestMessages(outputs.text(OUTPUT, "/region"), now);
    JsonNode receivers = outputs.value(OUTPUT, "/receivers");
    List<Route> routes = new ArrayList<>();
    Set<String> topics = new HashSet<>();
    for (JsonNode alarm : outputs.value(OUTPUT, "/alarms")) {
      String topic = alarm.path("topic_arn").asString("");
      if (topics.add(topic)) { // all alarms of a topic have the same form
        String severity = topic.substring(topic.lastIndexOf('-') + 1);
        routes.add(
            new Route(
                "alarm-" + severity,
                topic,
                messages.ofAlarm(alarm),
                receiversOf(receivers, topic)));
      }
    }
    for (Map.Entry<String, JsonNode> event : outputs.value(OUTPUT, "/events").properties()) {
      String topic = event.getValue().path("topic_arn").asString("");
      routes.add(
          new Route(
              event.getKey(),
              topic,
              List.of(messages.ofEvent(event.getValue())),
              receiversOf(receivers, topic)));
    }
    if (routes.isEmpty()) {
      throw new ConfigurationException(
          "The root observability has neither alarms nor events. Apply it with this version of its sources, then write the file again.");
    }
    return List.copyOf(routes);
  }

  private static List<Receiver> receiversOf(JsonNode receivers, String topic) {
    return Receiver.all().stream()
        .filter(receiver ->
            receivers
                .path(receiver.toString())
                .valueStream()
                .anyMatch(arn -> arn.asString("").equals(topic)))
        .toList();
  }

  /** The name of the topic. */
  String topic() {
    return topicArn.substring(topicArn.lastIndexOf(':') + 1);
  }

  /** Whether something would be lost on the way. */
  List<String> faults() {
    if (receivers.isEmpty()) {
      return List.of("nobody receives this topic");
    }
    return notices.stream()
        .flatMap(notice ->
            Stream.concat(
                notice.refusal().stream(),
                receivers.stream()
                    .map(receiver -> receiver.refusal(notice).map(fault -> receiver + ": " + fault))
                    .flatMap(Optional::stream)))
        .distinct()
        .toList();
  }
}
