package dev.touchstone.judge.function;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * Reads what a program in the box returned, in the form of {@link WireWriter}, and writes it as
 * JSON. The bytes are as untrusted as the program: whatever is malformed ends the reading. Takes
 * the same memory however much there is.
 */
final class WireReader {
  private static final int DEEPEST = 100;

  /** Longer than a 64-bit number in any notation; parsing time is quadratic in the digits. */
  private static final int LONGEST_NUMBER = 100;

  /** Digits that always fit into 64 bits. */
  private static final int SHORT_NUMBER = 18;

  /** In bytes; longer texts are copied piece by piece. */
  private static final int SHORT_TEXT = 1 << 16;

  /** In bytes; JSON readers take no longer keys than a fraction of it. */
  private static final int LONGEST_KEY = 1 << 18;

  private final InputStream in;

  /**
   * Reads from a stream.
   *
   * @param in a buffered one, because it is read byte by byte
   */
  WireReader(InputStream in) {
    this.in = in;
  }

  /** The bytes are not a value. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Copies the next value.
   *
   * @throws MalformedException if no value follows; a part of it may have been written
   */
  void copyTo(JsonGenerator out) throws IOException, MalformedException {
    try {
      copy(out, 0);
    } catch (NumberFormatException e) {
      throw new MalformedException();
    }
  }

  private void copy(JsonGenerator out, int depth) throws IOException, MalformedException {
    String line = line();
    if (line.isEmpty() || depth > DEEPEST) {
      throw new MalformedException();
    }
    String rest = line.substring(1);
    switch (line.charAt(0)) {
      case 'n' -> out.writeNull();
      case 'b' -> out.writeBoolean(rest.equals("1"));
      case 'i' -> copyWhole(rest, out);
      case 'f' -> out.writeNumber(floating(rest));
      case 's' -> copyText(Integer.parseInt(rest), out);
      case 'l' -> copyList(Integer.parseInt(rest), out, depth);
      case 'm' -> copyMap(Integer.parseInt(rest), out, depth);
      default -> throw new MalformedException();
    }
  }

  private static void copyWhole(String digits, JsonGenerator out) {
    if (digits.length() <= SHORT_NUMBER) {
      out.writeNumber(Long.parseLong(digits));
    } else {
      out.writeNumber(new BigInteger(digits));
    }
  }

  /** Each language has its own name for a value that is not finite, and JSON has none. */
  private static double floating(String text) {
    String name = text.toLowerCase(Locale.ROOT).replace("infinity", "inf");
    return switch (name) {
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "-nan" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }

  private void copyList(int count, JsonGenerator out, int depth)
      throws IOException, MalformedException {
    out.writeStartArray();
    for (int i = 0; i < count; i++) {
      copy(out, depth + 1);
    }
    out.writeEndArray();
  }

  private void copyMap(int count, JsonGenerator out, int depth)
      throws IOException, MalformedException {
    out.writeStartObject();
    for (int i = 0; i < count; i++) {
      String line = line();
      if (!line.startsWith("s")) {
        throw new MalformedException();
      }
      out.writeName(text(Integer.parseInt(line.substring(1)), LONGEST_KEY));
      copy(out, depth + 1);
    }
    out.writeEndObject();
  }

  private void copyText(int length, JsonGenerator out) throws IOException, MalformedException {
    if (length <= SHORT_TEXT) {
      out.writeString(text(length, SHORT_TEXT));
      return;
    }
    Part part = new Part(in, length);
    out.writeString(new InputStreamReader(part, StandardCharsets.UTF_8), -1);
    if (part.left > 0) {
      throw new MalformedException();
    }
    endOfText();
  }

  private String text(int length, int most) throws IOException, MalformedException {
    if (length < 0 || length > most) {
      throw new MalformedException();
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new MalformedException();
    }
    endOfText();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void endOfText() throws IOException, MalformedException {
    if (in.read() < 0) {
      throw new MalformedException();
    }
  }

  private String line() throws IOException, MalformedException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() == LONGEST_NUMBER) {
        throw new MalformedException();
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  /** The next bytes of a stream, as a stream that ends behind them. */
  private static final class Part extends FilterInputStream {
    private int left;

    Part(InputStream in, int length) {
      super(in);
      left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(bytes, offset, Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
  }
}
