package dev.touchstone.scores.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Answers with a file that is written piece by piece. */
public final class Download {
  /** The file's text. */
  @FunctionalInterface
  public interface Text {
    /** Writes the text. */
    void writeTo(Writer out) throws IOException;
  }

  private Download() {}

  /**
   * Sends a file. If writing fails midway, the connection closes before the end of the response, so
   * that nobody takes a part for the whole.
   *
   * @param name the name under which browsers save it
   */
  public static void send(ServerResponse response, String mediaType, String name, Text text) {
    response
        .header(HeaderNames.CONTENT_TYPE, mediaType)
        .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HeaderNames.CACHE_CONTROL, "no-store");
    try {
      Writer out =
          new BufferedWriter(
              new OutputStreamWriter(response.outputStream(), StandardCharsets.UTF_8));
      text.writeTo(out);
      out.close();
    } catch (IOException | RuntimeException e) {
      throw new CloseConnectionException("The file " + name + " could not be sent", e);
    }
  }
}
