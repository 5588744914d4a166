package dev.touchstone.exercises.catalogue;

import dev.touchstone.exercises.object.Digest;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Answers with JSON and its entity tag, or with 304 to a caller that has it already. */
final class TaggedJson {
  private static final int TAG_LENGTH = 24;

  private TaggedJson() {}

  /**
   * Sends an answer.
   *
   * @param personal whether only this caller may keep it
   */
  static void send(ServerRequest request, ServerResponse response, String json, boolean personal) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String tag = "\"" + Digest.of(body).substring(0, TAG_LENGTH) + "\"";
    response
        .header(HeaderNames.ETAG, tag)
        .header(HeaderNames.VARY, "Authorization")
        // Kept, but asked about each time: an edit is to be seen at once.
        .header(HeaderNames.CACHE_CONTROL, personal ? "private, no-cache" : "no-cache");
    if (matches(request, tag)) {
      response.status(Status.NOT_MODIFIED_304).send();
    } else {
      response.header(HeaderNames.CONTENT_TYPE, "application/json").send(body);
    }
  }

  /** Compared weakly, as RFC 9110 asks: a proxy that compressed the answer weakened the tag. */
  private static boolean matches(ServerRequest request, String tag) {
    return request
        .headers()
        .first(HeaderNames.IF_NONE_MATCH)
        .map(tags ->
            Arrays.stream(tags.split(","))
                .map(String::strip)
                .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag)))
        .orElse(false);
  }
}
