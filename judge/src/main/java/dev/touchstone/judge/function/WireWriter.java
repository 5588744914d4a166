package dev.touchstone.judge.function;

import dev.touchstone.problempackage.function.Signature;
import dev.touchstone.problempackage.function.ValueType;
import dev.touchstone.problempackage.function.ValueType.ListOf;
import dev.touchstone.problempackage.function.ValueType.MapOf;
import dev.touchstone.problempackage.function.ValueType.Plain;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes arguments in a form that every language reads with a few lines and without a library. A
 * value is a line of a letter and a number: {@code i} whole, {@code f} floating, {@code b} 0 or 1,
 * {@code s} the length of a text that follows in UTF-8 with a line feed, {@code l} the length of a
 * list and {@code m} of a map, whose items or whose keys and items follow; {@code n} alone is
 * nothing.
 */
final class WireWriter {
  private final OutputStream out;

  /** Writes how many cases follow. */
  WireWriter(OutputStream out, int cases) throws IOException {
    this.out = out;
    line(Integer.toString(cases));
  }

  /** Writes the arguments of the next case. */
  void write(Signature signature, JsonNode arguments) throws IOException {
    for (int i = 0; i < signature.parameters().size(); i++) {
      write(signature.parameters().get(i).type(), arguments.get(i));
    }
  }

  private void write(ValueType type, JsonNode value) throws IOException {
    switch (type) {
      case Plain plain -> write(plain, value);
      case ListOf(ValueType item) -> {
        line("l" + value.size());
        for (JsonNode element : value) {
          write(item, element);
        }
      }
      case MapOf(ValueType item) -> {
        line("m" + value.size());
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
          text(entry.getKey());
          write(item, entry.getValue());
        }
      }
    }
  }

  private void write(Plain type, JsonNode value) throws IOException {
    switch (type) {
      case INT -> line("i" + value.longValue());
      case FLOAT -> line("f" + value.doubleValue());
      case BOOL -> line(value.booleanValue() ? "b1" : "b0");
      case STRING -> text(value.stringValue());
    }
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    line("s" + bytes.length);
    out.write(bytes);
    out.write('\n');
  }

  private void line(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.write('\n');
  }
}
