package dev.touchstone.exercises.authoring;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visibility of exercises, for authors. */
public final class AuthoringEndpoints implements HttpService {
  private final AuthoringService authoring;
  private final Authentication authentication;

  public AuthoringEndpoints(AuthoringService authoring, Authentication authentication) {
    this.authoring = authoring;
    this.authentication = authentication;
  }

  /** The body of a change. */
  record ExerciseChange(@Nullable Boolean isActive) {}

  @Override
  public void routing(HttpRules rules) {
    rules.patch("/api/v1/exercises/{id}", this::change);
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal author = authentication.atLeast(request, Role.AUTHOR);
    Boolean isActive = Json.read(request, ExerciseChange.class).isActive();
    if (isActive == null) {
      throw ProblemException.invalidRequest(
          List.of(new FieldError("is_active", "Use true or false.", "missing")));
    }
    PublishedView changed =
        authoring.setActive(author, request.path().pathParameters().get("id"), isActive);
    response
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .header(HeaderNames.ETAG, changed.entityTag());
    Json.send(response, changed);
  }
}
