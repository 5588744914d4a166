package dev.touchstone.testing.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A message of Protocol Buffers, by the numbers of its fields: as much of the format as the spans
 * of OTLP need.
 */
final class Message {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED_32 = 5;

  private static final int TYPE_BITS = 3;
  private static final int TYPE = 0x7;

  private final Map<Integer, List<byte[]>> texts = new HashMap<>();
  private final Map<Integer, Long> numbers = new HashMap<>();

  private Message() {}

  static Message read(byte[] encoded) {
    Message message = new Message();
    ByteBuffer in = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      long key = varint(in);
      int field = (int) (key >>> TYPE_BITS);
      switch ((int) (key & TYPE)) {
        case VARINT -> message.numbers.put(field, varint(in));
        case FIXED_64 -> message.numbers.put(field, in.getLong());
        case FIXED_32 -> message.numbers.put(field, (long) in.getInt());
        case BYTES -> {
          byte[] bytes = new byte[(int) varint(in)];
          in.get(bytes);
          message.texts.computeIfAbsent(field, _ -> new ArrayList<>()).add(bytes);
        }
        default -> throw new IllegalArgumentException("type of field " + field);
      }
    }
    return message;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  List<Message> messages(int field) {
    return texts.getOrDefault(field, List.of()).stream().map(Message::read).toList();
  }

  Message message(int field) {
    return messages(field).stream().findFirst().orElseGet(Message::new);
  }

  boolean has(int field) {
    return texts.containsKey(field) || numbers.containsKey(field);
  }

  String text(int field) {
    return new String(bytes(field), StandardCharsets.UTF_8);
  }

  String hex(int field) {
    return HexFormat.of().formatHex(bytes(field));
  }

  long number(int field) {
    return numbers.getOrDefault(field, 0L);
  }

  private byte[] bytes(int field) {
    List<byte[]> all = texts.getOrDefault(field, List.of());
    return all.isEmpty() ? new byte[0] : all.getLast();
  }
}
