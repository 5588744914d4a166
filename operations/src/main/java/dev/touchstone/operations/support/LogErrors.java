package dev.touchstone.operations.support;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Finds the latest errors and warnings of a log file, in either of our formats. */
final class LogErrors {
  /** Only the end of a file is read, in bytes. */
  private static final int READ = 10 * 1024 * 1024;

  private static final int MOST = 200;

  /** Of one error with its stack trace, in characters. */
  private static final int LONGEST = 8 * 1024;

  /** Neither a person ({@code user_id}, {@code client}) nor a field that we don't know. */
  private static final List<String> FIELDS =
      List.of(
          "@timestamp",
          "level",
          "service",
          "message",
          "logger_name",
          "thread_name",
          "stack_trace",
          "event",
          "request_id",
          "trace_id",
          "job",
          "kind",
          "method",
          "path",
          "status",
          "duration_ms");

  private static final Set<String> LEVELS = Set.of("ERROR", "WARN");

  /** {@code 19:10:16.338 ERROR logger message}. */
  private static final Pattern ENTRY =
      Pattern.compile("^\\S*\\d\\d:\\d\\d:\\d\\d\\S*\\s+[A-Z]+\\s.*");

  private static final Pattern ERROR =
      Pattern.compile("^\\S*\\d\\d:\\d\\d:\\d\\d\\S*\\s+(?:ERROR|WARN)\\s.*");

  /**
   * What was found.
   *
   * @param entries the latest errors, the oldest of them first, without secrets
   * @param recognised lines with which an entry of one of our formats begins
   */
  record Found(List<String> entries, int recognised, int lines) {}

  private LogErrors() {}

  /** Reads the end of a file. */
  static Found of(Path file, Redaction redaction) {
    List<String> lines = end(file).lines().toList();
    int recognised = 0;
    List<String> found = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    for (String line : lines) {
      Optional<JsonNode> json = json(line);
      if (json.isPresent()) {
        recognised++;
        flush(entry, found);
        if (LEVELS.contains(json.get().path("level").asString(""))) {
          found.add(line);
        }
      } else if (ENTRY.matcher(line).matches()) {
        recognised++;
        flush(entry, found);
        if (ERROR.matcher(line).matches()) {
          entry.append(line);
        }
      } else if (!entry.isEmpty() && entry.length() < LONGEST) {
        entry.append('\n').append(line);
      }
    }
    flush(entry, found);
    List<String> latest = found.subList(Math.max(0, found.size() - MOST), found.size());
    return new Found(
        latest.stream().map(error -> shortened(clean(error, redaction))).toList(),
        recognised,
        lines.size());
  }

  private static void flush(StringBuilder entry, List<String> found) {
    if (!entry.isEmpty()) {
      found.add(entry.toString().stripTrailing());
      entry.setLength(0);
    }
  }

  private static Optional<JsonNode> json(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.TOLERANT.readTree(line)).filter(JsonNode::isObject);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /** Only what is kept is cleaned, and before it is shortened: half a secret is not recognised. */
  private static String clean(String error, Redaction redaction) {
    return json(error).map(line -> fields(line, redaction)).orElseGet(() -> redaction.clean(error));
  }

  private static String fields(JsonNode line, Redaction redaction) {
    Map<String, String> fields = new LinkedHashMap<>();
    FIELDS.stream()
        .filter(line::has)
        .forEach(name -> fields.put(name, redaction.clean(line.path(name).asString(""))));
    return Json.MAPPER.writeValueAsString(fields);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String end(Path file) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long size = channel.size();
      int length = (int) Math.min(size, READ);
      channel.position(size - length);
      ByteBuffer bytes = ByteBuffer.allocate(length);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // until the end, which may come earlier if the file was replaced
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ConfigurationException("The log %s cannot be read.".formatted(file));
    }
  }
}
