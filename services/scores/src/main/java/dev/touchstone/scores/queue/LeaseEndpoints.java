package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.Heartbeat;
import dev.touchstone.judgeprotocol.Lease;
import dev.touchstone.judgeprotocol.LeaseRequest;
import dev.touchstone.judgeprotocol.ProgressReport;
import dev.touchstone.judgeprotocol.ReleaseReport;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.InternalAuthentication;
import dev.touchstone.platform.telemetry.AccessLog;
import dev.touchstone.scores.judging.Job;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/** The queue, for judges. */
public final class LeaseEndpoints implements HttpService {
  /** Feedback of many tests, in bytes. */
  private static final int LARGEST_REPORT = 32 * 1024 * 1024;

  private final LeaseService leases;
  private final InternalAuthentication authentication;

  /** Serves callers that the authentication admits. */
  public LeaseEndpoints(LeaseService leases, InternalAuthentication authentication) {
    this.leases = leases;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/internal/v1/leases", this::acquire)
        .post("/internal/v1/leases/{lease}/heartbeat", this::heartbeat)
        .post("/internal/v1/leases/{lease}/events", this::events)
        .post("/internal/v1/leases/{lease}/result", this::result)
        .post("/internal/v1/leases/{lease}/release", this::release);
  }

  private void acquire(ServerRequest request, ServerResponse response) {
    authentication.require(request);
    request.context().register(AccessLog.Kind.LONG_POLL);
    LeaseRequest wanted = Json.read(request, LeaseRequest.class);
    Optional<Lease> lease = leases.acquire(WorkRequest.of(wanted));
    lease.ifPresentOrElse(given -> Json.send(response, given), () -> noContent(response));
  }

  private void heartbeat(ServerRequest request, ServerResponse response) {
    authentication.require(request);
    leases.heartbeat(job(request), Json.read(request, Heartbeat.class));
    noContent(response);
  }

  private void events(ServerRequest request, ServerResponse response) {
    authentication.require(request);
    ProgressReport report = Json.read(request, ProgressReport.class, LARGEST_REPORT);
    leases.report(job(request), ReportCheck.check(report));
    noContent(response);
  }

  private void result(ServerRequest request, ServerResponse response) {
    authentication.require(request);
    ResultReport report = Json.read(request, ResultReport.class, LARGEST_REPORT);
    leases.finish(job(request), ReportCheck.check(report));
    noContent(response);
  }

  private void release(ServerRequest request, ServerResponse response) {
    authentication.require(request);
    leases.release(job(request), Json.read(request, ReleaseReport.class));
    noContent(response);
  }

  private static Job job(ServerRequest request) {
    return Job.of(request.path().pathParameters().get("lease"))
        .orElseThrow(
            () -> ProblemException.notFound("lease_not_found", "This lease does not exist."));
  }

  private static void noContent(ServerResponse response) {
    response.status(Status.NO_CONTENT_204).send();
  }
}
