package dev.touchstone.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The values of a secret in a file, one on each line: the first is used, all are accepted. It is
 * read again at most once a second, when a value is asked for. A file that is missing, empty or has
 * a value that is too short changes nothing, for somebody may be writing it. Thread-safe.
 */
final class SecretFile implements Supplier<List<String>> {
  /** Begins a line that is for whoever rotates the secret, not for us. */
  static final String COMMENT = "# ";

  private static final Logger log = LoggerFactory.getLogger(SecretFile.class);
  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

  private final Path file;
  private final int shortest;
  private volatile Reading last;

  /** What was read at a time of the clock of {@link System#nanoTime}. */
  private record Reading(List<String> values, long at, boolean refused) {}

  /**
   * Reads the file for the first time.
   *
   * @param shortest values with fewer characters are not taken over later
   */
  SecretFile(Path file, int shortest) throws IOException {
    this.file = file;
    this.shortest = shortest;
    List<String> values = read();
    this.last = new Reading(values.isEmpty() ? List.of("") : values, System.nanoTime(), false);
  }

  @Override
  public List<String> get() {
    Reading known = last;
    long now = System.nanoTime();
    if (now - known.at() < INTERVAL) {
      return known.values();
    }
    List<String> values = readAgain();
    boolean refused =
        values.isEmpty() || values.stream().anyMatch(value -> value.length() < shortest);
    Reading fresh = new Reading(refused ? known.values() : values, now, refused);
    last = fresh;
    if (refused && !known.refused()) {
      log.warn("{} can't be read, or has a value that is too short; the last one is kept", file);
    } else if (!fresh.values().equals(known.values())) {
      log.info("{} has changed; values accepted now: {}", file, values.size());
    }
    return fresh.values();
  }

  private List<String> readAgain() {
    try {
      return read();
    } catch (IOException e) {
      log.debug("{} can't be read", file, e);
      return List.of();
    }
  }

  private List<String> read() throws IOException {
    return Files.readString(file)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
        .toList();
  }
}
