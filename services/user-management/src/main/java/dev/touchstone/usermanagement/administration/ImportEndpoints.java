package dev.touchstone.usermanagement.administration;

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

/** Many accounts at once, for administrators. */
public final class ImportEndpoints implements HttpService {
  private static final int LARGEST_TABLE = 1024 * 1024;

  private final UserImport userImport;
  private final AdministrationService administration;
  private final Authentication authentication;

  public ImportEndpoints(
      UserImport userImport, AdministrationService administration, Authentication authentication) {
    this.userImport = userImport;
    this.administration = administration;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/api/v1/users/import", this::run).get("/api/v1/users/export", this::export);
  }

  private void run(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.ADMIN);
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("text/csv")) {
      throw ProblemException.of(415, "unsupported_media_type", "Send Content-Type: text/csv.");
    }
    boolean dryRun = !request.query().first("dry_run").orElse("true").equals("false");
    boolean invite = request.query().first("invite").orElse("false").equals("true");
    byte[] table = Json.body(request, LARGEST_TABLE);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, userImport.run(principal, table, dryRun, invite));
  }

  private void export(ServerRequest request, ServerResponse response) {
    Principal principal = authentication.atLeast(request, Role.ADMIN);
    byte[] table = administration.export(principal, UserEndpoints.filter(request));
    response
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8")
        .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"users.csv\"")
        .send(table);
  }
}
