package dev.touchstone.system;

import dev.touchstone.testing.HttpProbe;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request of an operation.
 *
 * @param fault what is wrong with it; empty if it is as the contract says
 * @param target path and query, encoded
 */
record FuzzRequest(
    String fault, String method, String target, Map<String, String> headers, byte[] body) {
  boolean isValid() {
    return fault.isEmpty();
  }

  FuzzRequest withTarget(String wrong, String other) {
    return new FuzzRequest(wrong, method, other, headers, body);
  }

  FuzzRequest withBody(String wrong, byte[] other) {
    return new FuzzRequest(wrong, method, target, headers, other);
  }

  FuzzRequest withHeader(String name, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(name, value);
    String start = value.substring(0, Math.min(value.length(), 40));
    return new FuzzRequest(name + ": " + start, method, target, all, body);
  }

  FuzzRequest withoutHeader(String name) {
    Map<String, String> all = new HashMap<>(headers);
    all.remove(name);
    return new FuzzRequest("without " + name, method, target, all, body);
  }

  HttpRequest.Builder builder(HttpProbe sender) {
    HttpRequest.Builder builder =
        sender
            .request(target)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(builder::header);
    return builder;
  }

  @Override
  public String toString() {
    String text = new String(body, StandardCharsets.UTF_8);
    return String.join(
        " ", List.of(method, cut(target), headers.toString(), cut(text), "(" + fault + ")"));
  }

  private static String cut(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
