package dev.touchstone.operations.support;

import dev.touchstone.operations.process.JsonAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a program answered to a question for its health. Only names and states are taken from the
 * answer.
 *
 * @param status of HTTP; null without an answer
 * @param milliseconds until the answer, or until there was none
 * @param fault why there is no answer that can be read; null if there is one
 */
record Health(
    String program,
    String path,
    @Nullable Integer status,
    long milliseconds,
    Map<String, String> checks,
    @Nullable String fault) {
  Health {
    checks = new TreeMap<>(checks);
  }

  /** Asks once. */
  static Health ask(HttpClient client, String program, URI address, String path)
      throws InterruptedException {
    long begun = System.nanoTime();
    try {
      JsonAnswer answer = JsonAnswer.get(client, URI.create(address + path));
      Map<String, String> checks = new TreeMap<>();
      answer.checks().forEach((name, up) -> checks.put(name, up ? "up" : "down"));
      return new Health(program, path, answer.status(), since(begun), checks, null);
    } catch (JacksonException e) {
      return new Health(program, path, null, since(begun), Map.of(), "the answer is not JSON");
    } catch (IOException e) {
      return new Health(program, path, null, since(begun), Map.of(), e.getClass().getSimpleName());
    }
  }

  private static long since(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
