package dev.touchstone.judge.function;

import dev.touchstone.problempackage.function.Signature;
import dev.touchstone.problempackage.function.ValueType;
import dev.touchstone.problempackage.function.ValueType.ListOf;
import dev.touchstone.problempackage.function.ValueType.MapOf;
import dev.touchstone.problempackage.function.ValueType.Plain;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Writes arguments in a form that every language reads with a few lines and without a library. A
 * value is a line of a letter and a number: {@code i} whole, {@code f} floating, {@code b} 0 or 1,
 * {@code s} the length of a text that follows in UTF-8 with a line feed, {@code l} the length of a
 * list and {@code m} of a map, whose items or whose keys and items follow; {@code n} alone is
 * nothing.
 */
final class WireWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private WireWriter() {}

  /** Writes the number of cases, then the arguments of each. */
  static byte[] write(Signature signature, List<JsonNode> cases) {
    WireWriter writer = new WireWriter();
    writer.line(Integer.toString(cases.size()));
    for (JsonNode arguments : cases) {
      for (int i = 0; i < signature.parameters().size(); i++) {
        writer.write(signature.parameters().get(i).type(), arguments.get(i));
      }
    }
    return writer.out.toByteArray();
  }

  private void write(ValueType type, JsonNode value) {
    switch (type) {
      case Plain plain -> write(plain, value);
      case ListOf(ValueType item) -> {
        line("l" + value.size());
        value.forEach(element -> write(item, element));
      }
      case MapOf(ValueType item) -> {
        line("m" + value.size());
        value
            .properties()
            .forEach(entry -> {
              text(entry.getKey());
              write(item, entry.getValue());
            });
      }
    }
  }

  private void write(Plain type, JsonNode value) {
    switch (type) {
      case INT -> line("i" + value.longValue());
      case FLOAT -> line("f" + value.doubleValue());
      case BOOL -> line(value.booleanValue() ? "b1" : "b0");
      case STRING -> text(value.stringValue());
    }
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    line("s" + bytes.length);
    out.writeBytes(bytes);
    out.write('\n');
  }

  private void line(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    out.write('\n');
  }
}
