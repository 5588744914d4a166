package dev.touchstone.gateway.edge;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/** The headers that every answer carries. */
public final class EdgeHeaders {
  /** The header with the request id. */
  public static final String REQUEST_ID = "X-Request-Id";

  /**
   * Scripts, fonts and connections only from here. Styles may stand inline: CodeMirror writes its
   * theme into style elements, and KaTeX positions glyphs by style attributes. Nothing may frame
   * us.
   */
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "worker-src 'self'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  private static final HttpField[] ALWAYS = {
    new PreEncodedHttpField("Content-Security-Policy", CONTENT_SECURITY_POLICY),
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
  public static void add(@Nullable Visit visit, HttpFields.Mutable headers) {
    for (HttpField field : ALWAYS) {
      headers.put(field);
    }
    if (visit != null) {
      headers.put(REQUEST_ID, visit.requestId());
      if (visit.secure()) {
        headers.put(STRICT_TRANSPORT);
      }
    }
  }

  /** Whether a header of a service's answer is ours to set. */
  public static boolean isOurs(HttpField field) {
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
