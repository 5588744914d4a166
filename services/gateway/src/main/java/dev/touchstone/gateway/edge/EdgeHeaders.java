package dev.touchstone.gateway.edge;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/** The headers that every answer carries. */
public final class EdgeHeaders {
  /** The header with the request id. */
  public static final String REQUEST_ID = "X-Request-Id";

  private static final String CONTENT_SECURITY = "Content-Security-Policy";

  /**
   * Scripts, styles, fonts and connections only from here. Statements in PDF are frames that the
   * page makes of what it has read. Style attributes may be written: browsers themselves write some
   * when one types over a selection in the editor. Nothing may frame us.
   */
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "style-src-attr 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "worker-src 'self'",
          "frame-src blob:",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  private static final HttpField[] ALWAYS = {
    new PreEncodedHttpField(CONTENT_SECURITY, CONTENT_SECURITY_POLICY),
    new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
    new PreEncodedHttpField("X-Frame-Options", "DENY"),
    new PreEncodedHttpField("Referrer-Policy", "same-origin"),
    new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
    new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
    new PreEncodedHttpField(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
  };

  /** Two years, as browsers' preload lists ask for; only where the client came by https. */
  private static final HttpField STRICT_TRANSPORT =
      new PreEncodedHttpField("Strict-Transport-Security", "max-age=63072000");

  private EdgeHeaders() {}

  /** Adds the headers to an answer that has none yet. */
  public static void add(@Nullable RequestContext context, HttpFields.Mutable headers) {
    for (HttpField field : ALWAYS) {
      headers.put(field);
    }
    if (context != null) {
      headers.put(REQUEST_ID, context.requestId());
      if (context.secure()) {
        headers.put(STRICT_TRANSPORT);
      }
    }
  }

  /**
   * A header of a service's answer as it goes out; null where it is ours to set. A content security
   * policy stands beside ours: browsers obey both, so that a service can only forbid more.
   */
  public static @Nullable HttpField passed(HttpField field) {
    if (field.is(CONTENT_SECURITY)) {
      return new HttpField(CONTENT_SECURITY, CONTENT_SECURITY_POLICY + ", " + field.getValue());
    }
    return isOurs(field) ? null : field;
  }

  private static boolean isOurs(HttpField field) {
    if (field.is(REQUEST_ID) || field.is("Strict-Transport-Security")) {
      return true;
    }
    for (HttpField ours : ALWAYS) {
      if (field.is(ours.getName())) {
        return true;
      }
    }
    return false;
  }
}
