package dev.touchstone.scores;

import dev.touchstone.platform.http.Json;
import dev.touchstone.testing.HttpProbe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads server-sent events as a browser does, and checks their data against the contract. */
final class EventReader implements AutoCloseable {
  /** The schema of each event's data. */
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "submission",
          "SubmissionState",
          "run",
          "RunState",
          "check",
          "CheckState",
          "test",
          "Test");

  private final HttpResponse<InputStream> response;
  private final BufferedReader lines;
  private int comments;

  private EventReader(HttpResponse<InputStream> response) {
    this.response = response;
    this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  /** Opens a stream, to go on after an event; 0 for all. */
  static EventReader open(HttpProbe probe, String path, long lastEventId) {
    HttpRequest.Builder request = probe.request(path).header("Accept", "text/event-stream").GET();
    if (lastEventId > 0) {
      request.header("Last-Event-ID", Long.toString(lastEventId));
    }
    return new EventReader(probe.open(request));
  }

  /** One event. */
  record Event(long id, String name, JsonNode data) {
    /** The state and verdict of a state, or the place and verdict of a test. */
    String brief() {
      return name.equals("test")
          ? "test " + data.path("index").asInt() + " " + data.path("verdict").asString()
          : (data.path("status").asString() + " " + data.path("verdict").asString("")).strip();
    }
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** How many comments came so far. */
  int comments() {
    return comments;
  }

  /** The next event; empty at the end of the stream. */
  Optional<Event> next() {
    long id = 0;
    String name = "";
    String data = "";
    for (Optional<String> line = line(); line.isPresent(); line = line()) {
      String text = line.get();
      if (text.isEmpty() && !name.isEmpty()) {
        JsonNode json = Json.TOLERANT.readTree(data);
        RunningService.CONTRACT.checkSchema(Objects.requireNonNull(SCHEMAS.get(name), name), json);
        return Optional.of(new Event(id, name, json));
      } else if (text.startsWith("id:")) {
        id = Long.parseLong(text.substring(3).strip());
      } else if (text.startsWith("event:")) {
        name = text.substring(6).strip();
      } else if (text.startsWith("data:")) {
        data = text.substring(5).strip();
      } else if (text.startsWith(":")) {
        comments++;
      }
    }
    return Optional.empty();
  }

  /** Reads lines until a comment has come. */
  void awaitComment() {
    int before = comments;
    while (comments == before) {
      String text = line().orElseThrow();
      comments += text.startsWith(":") ? 1 : 0;
    }
  }

  /** All events until the end. */
  List<Event> rest() {
    List<Event> events = new ArrayList<>();
    for (Optional<Event> event = next(); event.isPresent(); event = next()) {
      events.add(event.get());
    }
    return events;
  }

  private Optional<String> line() {
    try {
      return Optional.ofNullable(lines.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
