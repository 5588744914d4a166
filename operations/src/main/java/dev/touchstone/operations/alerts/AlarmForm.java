package dev.touchstone.operations.alerts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The message that CloudWatch publishes when an alarm changes its state. */
final class AlarmForm {
  /** As CloudWatch writes times: {@code 2026-11-29T14:05:00.000+0000}. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

  private static final Set<String> STATES = Set.of("ALARM", "OK", "INSUFFICIENT_DATA");

  private static final List<String> REQUIRED =
      List.of(
          "AlarmName",
          "AlarmDescription",
          "AWSAccountId",
          "NewStateReason",
          "Region",
          "AlarmArn",
          "OldStateValue");

  private AlarmForm() {}

  static String time(Instant time) {
    return TIME.format(time);
  }

  /** The first fault of a message; empty if it has the form. */
  static Optional<String> fault(JsonNode message) {
    for (String name : REQUIRED) {
      if (!message.path(name).isString() || message.path(name).asString().isBlank()) {
        return Optional.of(name + " is missing");
      }
    }
    if (!STATES.contains(message.path("NewStateValue").asString(""))) {
      return Optional.of("NewStateValue is not one of ALARM, OK, INSUFFICIENT_DATA");
    }
    try {
      Object _ = TIME.parse(message.path("StateChangeTime").asString(""));
    } catch (DateTimeException _) {
      return Optional.of("StateChangeTime is not a time of CloudWatch");
    }
    return message.path("Trigger").isObject()
        ? Optional.empty()
        : Optional.of("Trigger is missing");
  }
}
