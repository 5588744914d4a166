package dev.touchstone.testing.trace;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A span as a collector receives it.
 *
 * @param parentId empty for the first of a trace
 * @param start in nanoseconds since 1970, as the end
 * @param attributes as text
 * @param links the traces that it names
 */
public record RecordedSpan(
    String service,
    String traceId,
    String spanId,
    String parentId,
    String name,
    long start,
    long end,
    Map<String, String> attributes,
    List<String> links,
    boolean failed) {
  private static final long ERROR = 2;

  /** Copies the collections. */
  public RecordedSpan {
    attributes = Map.copyOf(attributes);
    links = List.copyOf(links);
  }

  /** Whether it is below another one, or below one that is. */
  public boolean isBelow(RecordedSpan other, List<RecordedSpan> trace) {
    return parentId.equals(other.spanId)
        || trace.stream()
            .anyMatch(span -> span.spanId.equals(parentId) && span.isBelow(other, trace));
  }

  /** Reads the body of an export. */
  static List<RecordedSpan> read(byte[] body) {
    return Message.read(body).messages(1).stream()
        .flatMap(resource -> {
          String service =
              attributes(resource.message(1), 1).getOrDefault("service.name", "unknown");
          return resource.messages(2).stream()
              .flatMap(scope -> scope.messages(2).stream())
              .map(span -> of(service, span));
        })
        .toList();
  }

  private static RecordedSpan of(String service, Message span) {
    return new RecordedSpan(
        service,
        span.hex(1),
        span.hex(2),
        span.hex(4),
        span.text(5),
        span.number(7),
        span.number(8),
        attributes(span, 9),
        span.messages(13).stream().map(link -> link.hex(1)).toList(),
        span.message(15).number(3) == ERROR);
  }

  private static Map<String, String> attributes(Message message, int field) {
    return message.messages(field).stream()
        .collect(
            Collectors.toMap(
                attribute -> attribute.text(1), attribute -> value(attribute.message(2))));
  }

  private static String value(Message value) {
    if (value.has(1)) {
      return value.text(1);
    }
    return value.has(2) ? Boolean.toString(value.number(2) != 0) : Long.toString(value.number(3));
  }
}
