package dev.touchstone.usermanagement.settings;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.Violations;
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
import tools.jackson.databind.JsonNode;

/** The settings, for administrators. */
public final class SettingsEndpoints implements HttpService {
  private final Settings settings;
  private final Authentication authentication;

  public SettingsEndpoints(Settings settings, Authentication authentication) {
    this.settings = settings;
    this.authentication = authentication;
  }

  /** All settings. */
  record All(List<Settings.View> items) {}

  /** The body of a change. */
  record NewValue(@Nullable JsonNode value) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/settings", this::list).put("/api/v1/settings/{name}", this::change);
  }

  private void list(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, new All(settings.all()));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.ADMIN);
    Setting setting =
        Setting.of(request.path().pathParameters().get("name"))
            .orElseThrow(
                () -> ProblemException.notFound("setting_not_found", "There is no such setting."));
    JsonNode value = Json.read(request, NewValue.class).value();
    if (value == null || value.isNull()) {
      new Violations().check(false, "value", "required", "Send the value.").finish();
      return;
    }
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, settings.change(principal, setting, value));
  }
}
