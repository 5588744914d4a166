package dev.touchstone.platform.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends a request with a problem document. The detail is shown to the caller: it must say what to do
 * and hold no internal text. Immutable.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String code;
  private final String detail;
  private final transient List<FieldError> errors;
  private final transient Map<String, String> headers;
  private final transient Map<String, Object> members;

  private ProblemException(
      int status,
      String code,
      String detail,
      List<FieldError> errors,
      Map<String, String> headers,
      Map<String, Object> members) {
    // No stack trace: this is a response, not a failure of the program.
    super(status + " " + code, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.headers = Map.copyOf(headers);
    this.members = Map.copyOf(members);
  }

  /** Any status with a code of the caller's choice. */
  public static ProblemException of(int status, String code, String detail) {
    return new ProblemException(status, code, detail, List.of(), Map.of(), Map.of());
  }

  /** 400 with code {@code invalid_request} and the faulty fields. */
  public static ProblemException invalidRequest(List<FieldError> errors) {
    return badRequest("invalid_request", "Some fields are invalid; see errors.").withErrors(errors);
  }

  /** 400. */
  public static ProblemException badRequest(String code, String detail) {
    return of(400, code, detail);
  }

  /** 401 with code {@code unauthenticated}. */
  public static ProblemException unauthenticated() {
    return unauthenticated("unauthenticated", "Sign in first, and send the access token.");
  }

  /** 401 with the challenge that RFC 9110 asks for. */
  public static ProblemException unauthenticated(String code, String detail) {
    return of(401, code, detail).withHeader("WWW-Authenticate", "Bearer");
  }

  /** 403 with code {@code forbidden}. */
  public static ProblemException forbidden() {
    return of(403, "forbidden", "Your role does not allow this.");
  }

  /** 404. */
  public static ProblemException notFound(String code, String detail) {
    return of(404, code, detail);
  }

  /** 409. */
  public static ProblemException conflict(String code, String detail) {
    return of(409, code, detail);
  }

  /** 412 with code {@code precondition_failed}. */
  public static ProblemException preconditionFailed() {
    return of(
        412,
        "precondition_failed",
        "Someone has changed this since you loaded it. Reload it and try again.");
  }

  /** 413. */
  public static ProblemException tooLarge(String code, String detail) {
    return of(413, code, detail);
  }

  /** 422: understood, but the content is faulty. */
  public static ProblemException unprocessable(
      String code, String detail, List<FieldError> errors) {
    return of(422, code, detail).withErrors(errors);
  }

  /** 429 with code {@code rate_limited}. */
  public static ProblemException rateLimited(long retryAfterSeconds) {
    return of(429, "rate_limited", "Too many requests. Wait " + retryAfterSeconds + " s.")
        .withHeader("Retry-After", Long.toString(retryAfterSeconds));
  }

  /** 503 with code {@code unavailable}: worth trying again soon. */
  public static ProblemException unavailable(String detail) {
    return of(503, "unavailable", detail).withHeader("Retry-After", "2");
  }

  /** Returns the same problem with the faulty fields. */
  public ProblemException withErrors(List<FieldError> fieldErrors) {
    return new ProblemException(status, code, detail, fieldErrors, headers, members);
  }

  /** Returns the same problem with one more response header. */
  public ProblemException withHeader(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new ProblemException(status, code, detail, errors, more, members);
  }

  /** Returns the same problem with one more member in its document (RFC 9457, section 3.2). */
  public ProblemException withMember(String name, Object value) {
    Map<String, Object> more = new HashMap<>(members);
    more.put(name, value);
    return new ProblemException(status, code, detail, errors, headers, more);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** What to do, for a person. */
  public String detail() {
    return detail;
  }

  /** The faulty fields. */
  public List<FieldError> errors() {
    return errors;
  }

  /** Response headers that belong to the problem, such as {@code Retry-After}. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Further members of the document. */
  public Map<String, Object> members() {
    return members;
  }
}
