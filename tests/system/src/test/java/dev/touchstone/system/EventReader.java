package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a stream of server-sent events to its end. */
final class EventReader {
  private EventReader() {}

  /** One event. */
  record Event(String name, JsonNode data) {}

  static List<Event> follow(Learner learner, long submission) {
    var request =
        learner
            .probe()
            .request("/api/v1/submissions/" + submission + "/events")
            .header("Accept", "text/event-stream")
            .GET();
    var response = learner.probe().open(request);
    assertThat(response.statusCode()).isEqualTo(200);
    List<Event> events = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String name = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
          String data = line.substring("data:".length()).strip();
          events.add(new Event(name, Json.TOLERANT.readTree(data)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }
}
