package dev.touchstone.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * An opaque position in a listing: the sort keys of the last row seen, as base64url of a JSON
 * array. It is a position, not a permission: every page is authorised again.
 */
public final class Cursor {
  private Cursor() {}

  /** Writes the sort keys of the last row of a page. */
  public static String of(String... keys) {
    byte[] json = Json.MAPPER.writeValueAsBytes(keys);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  /**
   * Reads a cursor that must contain the given number of keys.
   *
   * @throws ProblemException 400 {@code invalid_request} if it is malformed
   */
  public static List<String> parse(String cursor, int keys) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.UTF_8));
      List<String> values = List.of(Json.MAPPER.readValue(json, String[].class));
      if (values.size() == keys) {
        return values;
      }
    } catch (IllegalArgumentException | JacksonException | NullPointerException e) {
      // Falls through to the one response for all malformed cursors.
    }
    throw invalid();
  }

  /** The response to a malformed cursor, and to one with keys of the wrong type. */
  public static ProblemException invalid() {
    return ProblemException.invalidRequest(
        List.of(
            new FieldError(
                "cursor", "Use the next_cursor of the previous page.", "cursor_invalid")));
  }
}
