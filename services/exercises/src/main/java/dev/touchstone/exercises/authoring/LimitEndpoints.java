package dev.touchstone.exercises.authoring;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Role;
import dev.touchstone.problempackage.LimitCaps;
import dev.touchstone.problempackage.LimitSettings;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** What a package may ask for, for authors. */
public final class LimitEndpoints implements HttpService {
  private final LimitSettings settings;
  private final Authentication authentication;

  public LimitEndpoints(LimitSettings settings, Authentication authentication) {
    this.settings = settings;
    this.authentication = authentication;
  }

  /** The settings on the wire; the contract calls it {@code PackageLimits}. */
  record View(int defaultMemoryMib, LimitCaps most) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/exercises/limits", this::limits);
  }

  private void limits(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.AUTHOR);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, new View(settings.defaultMemoryMib(), settings.caps()));
  }
}
