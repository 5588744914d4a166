package dev.touchstone.exercises.draft;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.security.Principal;
import dev.touchstone.problempackage.reading.PackageReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets judges verify drafts, through the queue of the scores service, and says whether one may be
 * published. Thread-safe.
 */
public final class DraftJudging {
  private static final String CHECKS = "/internal/v1/checks";

  /** The code of the problem that passes by itself. */
  static final String RUNNING = "check_running";

  private final Optional<ServiceClient> scores;
  private final DraftStore drafts;

  /**
   * Creates the service.
   *
   * @param scores empty where there are no judges
   */
  public DraftJudging(Optional<ServiceClient> scores, DraftStore drafts) {
    this.scores = scores;
    this.drafts = drafts;
  }

  /**
   * A check that was queued.
   *
   * @param id what {@code /api/v1/checks} follows it by
   */
  record Started(long id, int draftVersion) {}

  private record CheckRequest(long userId, long draftId, int draftVersion) {}

  /**
   * Queues a check of a draft that has no faults.
   *
   * @throws ProblemException 409 {@code no_judge}, 429 {@code too_many_queued}
   * @throws ServiceClient.Unavailable if the scores service does not respond
   */
  Started start(Principal by, Draft draft) {
    CheckReport report = queue(new CheckRequest(by.userId(), draft.id(), draft.version()));
    drafts.checked(draft.id(), report.id(), draft.version());
    return new Started(report.id(), draft.version());
  }

  private CheckReport queue(CheckRequest request) {
    try {
      return scores
          .orElseThrow(DraftJudging::noJudge)
          // At worst the draft is checked twice.
          .ask(CHECKS, request, CheckReport.class)
          .orElseThrow();
    } catch (ServiceClient.Refused e) {
      throw switch (e.code()) {
        case "no_judge" -> noJudge();
        case "too_many_queued" -> tooManyQueued();
        default -> e;
      };
    }
  }

  /**
   * A check that was passed.
   *
   * @param timeLimitMs the computed time limit in milliseconds, empty if the package sets one
   */
  record Passed(Optional<Long> timeLimitMs) {}

  /**
   * Requires that a check of this version of the draft has passed.
   *
   * @throws ProblemException 409 {@code check_required}, {@code check_running} or {@code
   *     check_failed}, 422 {@code solutions_differ}
   */
  Passed require(Draft draft) {
    CheckReport report =
        Optional.ofNullable(draft.checkId())
            .filter(_ -> Objects.equals(draft.checkVersion(), draft.version()))
            .flatMap(this::find)
            .filter(found -> found.draftVersion() == draft.version())
            .orElseThrow(() ->
                ProblemException.conflict(
                    "check_required",
                    "Let a judge check this version of the draft before it is published."));
    return switch (report.status()) {
      case "queued", "judging" ->
          throw ProblemException.conflict(
              RUNNING, "The draft is still being checked. Try again when that has ended.");
      case "judged" -> passed(report);
      default ->
          throw ProblemException.conflict(
              "check_failed",
              "The judges could not check the draft: "
                  + Objects.requireNonNullElse(report.message(), "no reason was given"));
    };
  }

  private Optional<CheckReport> find(long id) {
    return scores.flatMap(client -> client.find(CHECKS + "/" + id, CheckReport.class));
  }

  private static Passed passed(CheckReport report) {
    if (!"AC".equals(report.verdict())) {
      throw ProblemException.unprocessable(
          "solutions_differ",
          "Not every solution got its expected verdict; see errors.",
          differing(report));
    }
    return new Passed(
        report.wholes().stream()
            .filter(row -> row.name().equals(PackageReader.TIME_LIMIT_FILE))
            .findFirst()
            .map(CheckReport.Row::timeMs));
  }

  private static List<FieldError> differing(CheckReport report) {
    return report.wholes().stream()
        .filter(row -> !row.name().equals(PackageReader.TIME_LIMIT_FILE))
        .filter(row -> row.points() == null || row.points() < 1)
        .map(row ->
            new FieldError(
                "submissions/" + row.name(),
                row.feedback() == null || row.feedback().message() == null
                    ? "got " + row.verdict()
                    : row.feedback().message(),
                row.verdict().equals("JE") ? "solution_skipped" : "solution_differs"))
        .toList();
  }

  private static ProblemException tooManyQueued() {
    return ProblemException.of(
            429,
            "too_many_queued",
            "Too many of your checks are queued. Wait until some have ended.")
        .withHeader("Retry-After", "5");
  }

  private static ProblemException noJudge() {
    return ProblemException.conflict(
        "no_judge", "No judge is running. Ask an administrator, and try again when there is one.");
  }
}
