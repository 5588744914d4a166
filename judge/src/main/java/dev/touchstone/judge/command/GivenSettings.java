package dev.touchstone.judge.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settings that the starter of a judge hands it: {@code NAME=value} with a zero byte after each,
 * then an empty one.
 *
 * <p>The starter may have fewer rights than the judge. It may not name files for the judge to read.
 */
final class GivenSettings {
  private static final int MOST_BYTES = 1 << 16;
  private static final String SECRET_IN_A_FILE = "_FILE";

  private GivenSettings() {}

  /**
   * Reads them, and nothing after them.
   *
   * @return nothing if the input ends before
   * @throws IOException also if there are more than 64 KiB
   */
  static Optional<Map<String, String>> read(InputStream input) throws IOException {
    Map<String, String> settings = new HashMap<>();
    ByteArrayOutputStream setting = new ByteArrayOutputStream();
    for (int count = 0; count < MOST_BYTES; count++) {
      int next = input.read();
      if (next < 0) {
        return Optional.empty();
      }
      if (next > 0) {
        setting.write(next);
      } else if (setting.size() > 0) {
        put(settings, setting.toString(StandardCharsets.UTF_8));
        setting.reset();
      } else {
        return Optional.of(settings);
      }
    }
    throw new IOException("The settings on standard input are longer than 64 KiB.");
  }

  private static void put(Map<String, String> settings, String setting) {
    String name = setting.substring(0, Math.max(0, setting.indexOf('=')));
    if (!name.endsWith(SECRET_IN_A_FILE)) {
      settings.put(name, setting.substring(setting.indexOf('=') + 1));
    }
  }
}
