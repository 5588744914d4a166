package dev.touchstone.operations.status;

import dev.touchstone.operations.process.JsonAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * What the gateway's {@code /ready} reported once. Immutable.
 *
 * @param states of each component that it named; without an answer, of none
 */
record Check(Instant at, Map<String, State> states) {
  /** A page has room for so many; the gateway has six. */
  static final int MOST_COMPONENTS = 20;

  /** Everything is ready, or something is not; any other status is not the gateway's own. */
  private static final List<Integer> ANSWERS = List.of(200, 503);

  Check {
    states = Map.copyOf(states);
  }

  /**
   * Asks once. No answer, or one that is not the gateway's, is a result, too.
   *
   * @param gateway its address, without a path
   */
  static Check ask(HttpClient client, URI gateway, Instant now) throws InterruptedException {
    try {
      JsonAnswer answer = JsonAnswer.get(client, URI.create(gateway + "/ready"));
      return new Check(now, ANSWERS.contains(answer.status()) ? states(answer) : Map.of());
    } catch (IOException | JacksonException _) {
      return new Check(now, Map.of());
    }
  }

  private static Map<String, State> states(JsonAnswer answer) {
    Map<String, State> states = new TreeMap<>();
    if (!answer.body().path("status").isString() || !answer.body().path("checks").isObject()) {
      return states;
    }
    states.put(Component.GATEWAY, State.up);
    answer.checks().entrySet().stream()
        .limit(MOST_COMPONENTS)
        .forEach(check -> states.put(check.getKey(), check.getValue() ? State.up : State.down));
    return states;
  }
}
