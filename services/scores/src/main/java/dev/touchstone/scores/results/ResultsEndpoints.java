package dev.touchstone.scores.results;

import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.scores.access.Access;
import dev.touchstone.scores.http.Download;
import dev.touchstone.scores.http.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The results of all learners, for teachers, in the exercises that they are members of. */
public final class ResultsEndpoints implements HttpService {
  private static final int MOST_EXERCISES = 200;
  private static final int MOST_LEARNERS = 1000;
  private static final int LONGEST_NAME = 100;

  /** Without it, Excel reads UTF-8 as the code page of the computer. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final ResultsService results;
  private final Access access;
  private final Authentication authentication;

  public ResultsEndpoints(ResultsService results, Access access, Authentication authentication) {
    this.results = results;
    this.access = access;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/results", this::page).get("/api/v1/results/export", this::export);
  }

  private void page(ServerRequest request, ServerResponse response) {
    ResultsQuery query = query(request, authentication.atLeast(request, Role.AUTHOR));
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(
        response,
        results.page(query, Parameters.text(request, "cursor"), Parameters.limit(request)));
  }

  private void export(ServerRequest request, ServerResponse response) {
    Principal by = authentication.atLeast(request, Role.AUTHOR);
    ResultsQuery query = query(request, by);
    boolean mark = Parameters.flag(request, "bom");
    String format = Parameters.text(request, "format").orElse("csv");
    if (!format.equals("csv") && !format.equals("json")) {
      throw Parameters.invalid("format", "invalid", "Use csv or json.");
    }
    results.auditExport(by, query, format);
    if (format.equals("json")) {
      Download.send(
          response, "application/json", "results.json", out -> results.writeJson(query, out));
    } else {
      Download.send(
          response,
          "text/csv; charset=utf-8; header=present",
          "results.csv",
          out -> {
            out.write(mark ? Character.toString(BYTE_ORDER_MARK) : "");
            results.writeCsv(query, out);
          });
    }
  }

  private ResultsQuery query(ServerRequest request, Principal by) {
    List<Long> asked = Parameters.numbers(request, "exercise_ids", MOST_EXERCISES);
    asked.forEach(exercise -> access.require(by, exercise, MemberRole.VIEWER));
    return new ResultsQuery(
        asked.isEmpty() ? access.reach(by).limit() : Optional.of(asked),
        Parameters.numbers(request, "user_ids", MOST_LEARNERS),
        name(Parameters.text(request, "username")),
        ResultsOrder.of(Parameters.text(request, "sort").orElse("username"))
            .orElseThrow(
                () -> Parameters.invalid("sort", "invalid", "Use username, points or solved.")));
  }

  private static @Nullable String name(Optional<String> given) {
    String name = given.orElse("").strip().toLowerCase(Locale.ROOT);
    if (name.length() > LONGEST_NAME || !StorableText.isStorable(name)) {
      throw Parameters.invalid(
          "username", "invalid", "Use at most " + LONGEST_NAME + " valid characters.");
    }
    return name.isEmpty() ? null : name;
  }
}
