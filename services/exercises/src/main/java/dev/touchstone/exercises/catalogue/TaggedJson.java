package dev.touchstone.exercises.catalogue;

import dev.touchstone.platformdata.object.Digest;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/** Answers with JSON and its entity tag, or with 304 to a caller that has it already. */
public final class TaggedJson {
  private TaggedJson() {}

  /**
   * Sends a response.
   *
   * @param personal whether only this caller may keep it
   */
  public static void send(
      ServerRequest request, ServerResponse response, String json, boolean personal) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    if (!EntityTag.answers(request, response, Digest.of(body), personal)) {
      response.header(HeaderNames.CONTENT_TYPE, "application/json").send(body);
    }
  }
}
