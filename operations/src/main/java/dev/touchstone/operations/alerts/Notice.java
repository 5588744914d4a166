package dev.touchstone.operations.alerts;

import dev.touchstone.platform.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message to a topic, marked as a test. Immutable.
 *
 * @param subject SNS's subject
 * @param message what programs receive
 * @param mail what people receive by mail
 */
record Notice(String subject, String message, String mail) {
  /** The subject of mail that was published without one. */
  private static final String NO_SUBJECT = "AWS Notification Message";

  /** SNS refuses longer ones, in characters. */
  private static final int LONGEST_SUBJECT = 100;

  /** SNS refuses larger ones, in bytes. */
  private static final int LARGEST_MESSAGE = 256 * 1024;

  private static final Pattern PLACEHOLDER = Pattern.compile("<[A-Za-z0-9_.-]+>");

  /** A message that EventBridge publishes: no subject, and the same for everybody. */
  static Notice ofEvent(String message) {
    return new Notice(NO_SUBJECT, message, message);
  }

  /** Whether mail differs from what programs receive. */
  boolean hasMail() {
    return !mail.equals(message);
  }

  /** The message as SNS takes it where mail differs. */
  String byProtocol() {
    return Json.MAPPER.writeValueAsString(Map.of("default", message, "email", mail));
  }

  /** Why EventBridge or SNS would not deliver it to anybody; empty if they would. */
  Optional<String> refusal() {
    Matcher left = PLACEHOLDER.matcher(message);
    if (left.find()) {
      return Optional.of("EventBridge has no field for %s of the template".formatted(left.group()));
    }
    if (subject.length() > LONGEST_SUBJECT || !subject.matches("[\\x20-\\x7e]+")) {
      return Optional.of(
          "SNS refuses the subject: it may have %d characters of ASCII".formatted(LONGEST_SUBJECT));
    }
    if (message.isBlank() || mail.isBlank()) {
      return Optional.of("SNS refuses an empty message");
    }
    if (byProtocol().getBytes(StandardCharsets.UTF_8).length > LARGEST_MESSAGE) {
      return Optional.of("SNS refuses more than 256 KiB");
    }
    return Optional.empty();
  }
}
