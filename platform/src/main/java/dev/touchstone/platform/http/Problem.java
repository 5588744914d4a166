package dev.touchstone.platform.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) with a stable {@code code}; the media type is {@link #MEDIA_TYPE}.
 *
 * @param type always {@code about:blank}: the code identifies the problem
 * @param title the name of the HTTP status
 * @param status the HTTP status
 * @param detail what went wrong and what to do, for a person; never internal text
 * @param code what went wrong, for a program
 * @param requestId what to quote to an operator, who finds it in the logs
 * @param errors the faulty fields, empty where the whole request is at fault
 * @param members what else the document contains, each under its name
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> members) {
  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A document without further members. */
  public Problem(
      String type,
      String title,
      int status,
      String detail,
      String code,
      @Nullable String requestId,
      List<FieldError> errors) {
    this(type, title, status, detail, code, requestId, errors, Map.of());
  }

  /** Treats absent errors, as another service may send, as none. */
  @SuppressWarnings("NullAway") // a deserializer may pass null where the field is absent
  public Problem {
    errors = errors == null ? List.of() : List.copyOf(errors);
    members = members == null ? Map.of() : Map.copyOf(members);
  }
}
