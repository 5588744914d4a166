package dev.touchstone.scores.draft;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.PathParameters;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.scores.http.Parameters;
import dev.touchstone.scores.judging.Code;
import dev.touchstone.scores.judging.ProgramFile;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller's own drafts. */
public final class DraftEndpoints implements HttpService {
  private final DraftService drafts;
  private final Authentication authentication;

  public DraftEndpoints(DraftService drafts, Authentication authentication) {
    this.drafts = drafts;
    this.authentication = authentication;
  }

  /** The body of a draft: {@code source} or {@code files}. */
  record DraftContent(@Nullable String source, @Nullable List<ProgramFile> files) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/api/v1/drafts", this::list)
        .get("/api/v1/drafts/{id}/{language}", this::get)
        .put("/api/v1/drafts/{id}/{language}", this::save)
        .delete("/api/v1/drafts/{id}/{language}", this::delete);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.required(request);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(
        response,
        drafts.list(principal.userId(), Parameters.number(request, "exercise_id").orElse(null)));
  }

  private void get(ServerRequest request, ServerResponse response) {
    send(response, drafts.find(key(request)));
  }

  private void save(ServerRequest request, ServerResponse response) {
    DraftKey key = key(request);
    DraftVersion base =
        DraftVersion.of(
            request.headers().first(HeaderNames.IF_MATCH),
            request.headers().first(HeaderNames.IF_NONE_MATCH));
    DraftContent body = Json.read(request, DraftContent.class, Code.LARGEST_BODY);
    Code code = Code.draft(key.language(), body.source(), body.files());
    send(response, drafts.save(key.userId(), key.exerciseId(), code, base));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    drafts.delete(key(request));
    response.status(Status.NO_CONTENT_204).send();
  }

  private DraftKey key(ServerRequest request) {
    Principal principal = authentication.required(request);
    long exercise = PathParameters.id(request, DraftService::notFound);
    String language = request.path().pathParameters().get("language");
    if (!StorableText.isStorable(language)) { // no draft has it, and the database refuses it
      throw DraftService.notFound();
    }
    return new DraftKey(principal.userId(), exercise, language);
  }

  private static void send(ServerResponse response, Draft draft) {
    response
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .header(HeaderNames.ETAG, draft.version());
    Json.send(response, draft);
  }
}
