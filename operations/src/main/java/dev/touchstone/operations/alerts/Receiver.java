package dev.touchstone.operations.alerts;

import dev.touchstone.platform.http.Json;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.model.Subscription;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Who receives a topic, and what it does with a message. */
enum Receiver {
  /** Amazon Q Developer, which drops what it doesn't understand. */
  SLACK {
    @Override
    String receives(String topicArn, Notice notice) {
      return notice.message();
    }

    @Override
    Optional<String> refusal(Notice notice) {
      Optional<JsonNode> message = object(notice.message());
      if (message.isEmpty()) {
        return Optional.of("Amazon Q drops it: it is not a JSON object");
      }
      return (message.get().has("AlarmName")
              ? AlarmForm.fault(message.get())
              : ChatForm.fault(message.get()))
          .map(fault -> "Amazon Q drops it: " + fault);
    }

    @Override
    boolean has(Subscription subscription) {
      return host(subscription).matches("([a-z0-9-]+[.])*chatbot[.]amazonaws[.]com");
    }
  },

  /** Its integration for CloudWatch, which turns alarms into events and drops all else. */
  PAGERDUTY {
    @Override
    String receives(String topicArn, Notice notice) {
      Map<String, String> envelope = new LinkedHashMap<>();
      envelope.put("Type", "Notification");
      envelope.put("TopicArn", topicArn);
      envelope.put("Subject", notice.subject());
      envelope.put("Message", notice.message());
      return Json.MAPPER.writeValueAsString(envelope);
    }

    @Override
    Optional<String> refusal(Notice notice) {
      Optional<JsonNode> message = object(notice.message());
      if (message.isEmpty() || !message.get().has("AlarmName")) {
        return Optional.of("PagerDuty drops it: it is not a CloudWatch alarm");
      }
      String state = message.get().path("NewStateValue").asString("");
      if (!notice.subject().startsWith(state + ": ")) {
        return Optional.of(
            "PagerDuty drops it: the subject must begin with the alarm's state, '%s: '"
                .formatted(state));
      }
      return AlarmForm.fault(message.get()).map(fault -> "PagerDuty drops it: " + fault);
    }

    @Override
    boolean has(Subscription subscription) {
      return host(subscription).matches("([a-z0-9-]+[.])*pagerduty[.]com");
    }
  },

  /** People's mail addresses. */
  MAIL {
    @Override
    String receives(String topicArn, Notice notice) {
      return "Subject: " + notice.subject() + "\n\n" + notice.mail();
    }

    @Override
    Optional<String> refusal(Notice notice) {
      return object(notice.mail()).isPresent()
          ? Optional.of("people would get JSON instead of a sentence")
          : Optional.empty();
    }

    @Override
    boolean has(Subscription subscription) {
      return subscription.protocol().equals("email");
    }
  };

  /** The receivers that Terraform's list can name. */
  static List<Receiver> all() {
    return Arrays.asList(values());
  }

  /** Exactly what it would get. */
  abstract String receives(String topicArn, Notice notice);

  /** Why it would not show a message; empty if it would. */
  abstract Optional<String> refusal(Notice notice);

  /** Whether a subscription is one of its. */
  abstract boolean has(Subscription subscription);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Optional<JsonNode> object(String text) {
    try {
      return Optional.of(Json.MAPPER.readTree(text)).filter(JsonNode::isObject);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static String host(Subscription subscription) {
    try {
      String host = URI.create(subscription.endpoint()).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
