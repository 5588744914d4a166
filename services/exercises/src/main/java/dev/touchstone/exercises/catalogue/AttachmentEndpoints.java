package dev.touchstone.exercises.catalogue;

import dev.touchstone.exercises.exercise.Reader;
import dev.touchstone.platform.security.Authentication;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Pictures of statements and attachments; public. Files of authors are not trusted either. */
public final class AttachmentEndpoints implements HttpService {
  /** A picture that is opened on its own may style itself and do nothing else. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private final AttachmentService attachments;
  private final Authentication authentication;

  public AttachmentEndpoints(AttachmentService attachments, Authentication authentication) {
    this.attachments = attachments;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/exercises/{id}/attachments/{+path}", this::find);
  }

  private void find(ServerRequest request, ServerResponse response) throws IOException {
    Reader reader = Reader.of(authentication.optional(request));
    var parameters = request.path().pathParameters();
    AttachmentService.Attachment attachment =
        attachments.find(parameters.get("id"), parameters.get("path"), reader);
    if (EntityTag.answers(request, response, attachment.file().sha256(), reader.isAuthor())) {
      return;
    }
    try (InputStream contents = attachments.open(attachment)) {
      response
          .header(HeaderNames.CONTENT_TYPE, attachment.type().mediaType())
          .header(HeaderNames.create("Content-Security-Policy"), CONTENT_SECURITY_POLICY)
          .contentLength(attachment.file().size());
      if (!attachment.type().isOpened()) {
        response.header(HeaderNames.CONTENT_DISPOSITION, "attachment");
      }
      try (OutputStream out = response.outputStream()) {
        contents.transferTo(out);
      }
    }
  }
}
