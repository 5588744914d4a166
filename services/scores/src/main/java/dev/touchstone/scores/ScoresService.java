package dev.touchstone.scores;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.InternalAuthentication;
import dev.touchstone.platform.security.RevocationFeed;
import dev.touchstone.platform.security.TokenVerifier;
import dev.touchstone.platform.tasks.PeriodicTasks;
import dev.touchstone.platform.telemetry.Logging;
import dev.touchstone.platform.telemetry.Metrics;
import dev.touchstone.platform.tracing.Tracing;
import dev.touchstone.platformdata.account.DeletedAccounts;
import dev.touchstone.platformdata.audit.AuditOutbox;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.scores.access.Access;
import dev.touchstone.scores.check.CheckEndpoints;
import dev.touchstone.scores.check.CheckService;
import dev.touchstone.scores.comment.CommentEndpoints;
import dev.touchstone.scores.comment.CommentService;
import dev.touchstone.scores.draft.DraftEndpoints;
import dev.touchstone.scores.draft.DraftService;
import dev.touchstone.scores.exercise.ExerciseMembers;
import dev.touchstone.scores.exercise.Exercises;
import dev.touchstone.scores.follow.EventStream;
import dev.touchstone.scores.guidance.GuidanceEndpoints;
import dev.touchstone.scores.guidance.GuidanceService;
import dev.touchstone.scores.judging.Judges;
import dev.touchstone.scores.judging.QueueLimit;
import dev.touchstone.scores.leaderboard.LeaderboardEndpoints;
import dev.touchstone.scores.leaderboard.LeaderboardService;
import dev.touchstone.scores.personaldata.PersonalDataEndpoints;
import dev.touchstone.scores.personaldata.PersonalDataService;
import dev.touchstone.scores.progress.ActiveLearners;
import dev.touchstone.scores.progress.Completions;
import dev.touchstone.scores.progress.ProgressEndpoints;
import dev.touchstone.scores.progress.ProgressService;
import dev.touchstone.scores.queue.LeaseEndpoints;
import dev.touchstone.scores.queue.LeaseService;
import dev.touchstone.scores.queue.QueueMetrics;
import dev.touchstone.scores.queue.ReportLimit;
import dev.touchstone.scores.rejudging.RejudgingEndpoints;
import dev.touchstone.scores.rejudging.RejudgingService;
import dev.touchstone.scores.results.ResultsEndpoints;
import dev.touchstone.scores.results.ResultsService;
import dev.touchstone.scores.run.RunEndpoints;
import dev.touchstone.scores.run.RunService;
import dev.touchstone.scores.statistics.StatisticsEndpoints;
import dev.touchstone.scores.statistics.StatisticsService;
import dev.touchstone.scores.submission.SubmissionEndpoints;
import dev.touchstone.scores.submission.SubmissionService;
import dev.touchstone.scores.supervision.SupervisionEndpoints;
import dev.touchstone.scores.supervision.SupervisionService;
import dev.touchstone.scores.wakeup.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;

/** Scores: submissions, the judging queue, results, progress, leaderboard and statistics. */
public final class ScoresService implements AutoCloseable {
  private static final String NAME = "scores";

  /** Leases that ended are noticed that late at most. */
  private static final Duration TASKS_PAUSE = Duration.ofSeconds(1);

  private static final Duration DELETIONS_PAUSE = Duration.ofMinutes(1);
  private static final Duration AUDIT_PAUSE = Duration.ofSeconds(5);

  /** A learner waits for the response. */
  private static final Duration EXERCISES_TIMEOUT = Duration.ofSeconds(5);

  private final Database database;
  private final RevocationFeed revocations;
  private final Wakeups wakeups;
  private final PeriodicTasks tasks;
  private final PeriodicTasks deletions;
  private final PeriodicTasks auditing;
  private final AuditOutbox audit;
  private final DeletedAccounts deletedAccounts;
  private final LeaseService leases;
  private final ServiceServer server;

  private ScoresService(
      Database database,
      RevocationFeed revocations,
      Wakeups wakeups,
      PeriodicTasks tasks,
      PeriodicTasks deletions,
      PeriodicTasks auditing,
      AuditOutbox audit,
      DeletedAccounts deletedAccounts,
      LeaseService leases,
      ServiceServer server) {
    this.database = database;
    this.revocations = revocations;
    this.wakeups = wakeups;
    this.tasks = tasks;
    this.deletions = deletions;
    this.auditing = auditing;
    this.audit = audit;
    this.deletedAccounts = deletedAccounts;
    this.leases = leases;
    this.server = server;
  }

  /** Starts the service in its own process. */
  public static void main(String[] arguments) {
    Logging.start(NAME);
    try {
      Environment environment = Environment.system();
      ScoresConfiguration configuration = ScoresConfiguration.from(environment);
      environment.finish();
      ScoresService service = start(configuration);
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
    } catch (ConfigurationException e) {
      e.faults().forEach(System.err::println);
      System.exit(2);
    }
  }

  /**
   * Starts the service.
   *
   * @throws ConfigurationException if it can't start as it is configured
   */
  public static ScoresService start(ScoresConfiguration configuration) {
    return start(configuration, Clock.systemUTC());
  }

  static ScoresService start(ScoresConfiguration configuration, Clock clock) {
    return start(configuration, clock, SqlLogger.NOP_SQL_LOGGER);
  }

  /** Starts with a witness of all statements that the service runs. */
  static ScoresService start(ScoresConfiguration configuration, Clock clock, SqlLogger statements) {
    return start(configuration, clock, statements, System.getenv());
  }

  /** The same with the variables that say whether and where traces are sent. */
  static ScoresService start(
      ScoresConfiguration configuration,
      Clock clock,
      SqlLogger statements,
      Map<String, String> environment) {
    Database database = Database.open(configuration.database(), "db/scores");
    database.jdbi().setSqlLogger(statements);
    RevocationFeed revocations =
        RevocationFeed.start(
            new ServiceClient(configuration.userManagement(), configuration.internalToken()));
    Wakeups wakeups = Wakeups.start(database);
    try {
      return start(configuration, database, revocations, wakeups, clock, environment);
    } catch (RuntimeException e) {
      wakeups.close();
      revocations.close();
      database.close();
      throw e;
    }
  }

  private static ScoresService start(
      ScoresConfiguration configuration,
      Database database,
      RevocationFeed revocations,
      Wakeups wakeups,
      Clock clock,
      Map<String, String> environment) {
    Jdbi jdbi = database.jdbi();
    // A verdict that only a newer version knows is read as that version's judges are: as JE.
    jdbi.registerColumnMapper(
        Verdict.class,
        (row, column, context) -> {
          String code = row.getString(column);
          return code == null ? null : Verdict.of(code);
        });
    Metrics metrics = Metrics.of(NAME);
    Tracing tracing = Tracing.start(NAME, environment);
    database.bindTo(metrics.registry());
    Authentication authentication =
        new Authentication(TokenVerifier.remote(configuration.userManagement(), revocations));
    ServiceClient exercisesService =
        new ServiceClient(
            configuration.exercises(), configuration.internalToken(), EXERCISES_TIMEOUT);
    Exercises exercises = new Exercises(exercisesService);
    Access access = new Access(new ExerciseMembers(exercisesService));
    PersonalDataService personalData = new PersonalDataService(jdbi);
    Judges judges = new Judges(jdbi, clock);
    EventStream events = new EventStream(wakeups, configuration.streamHeartbeat());
    QueueLimit limit = new QueueLimit(configuration.longestQueue());
    QueueMetrics queueMetrics = new QueueMetrics(metrics.registry(), jdbi, limit, clock);
    ActiveLearners activeLearners = new ActiveLearners(metrics.registry(), jdbi, clock);
    LeaseService leases =
        new LeaseService(
            jdbi,
            configuration.leases(),
            judges,
            wakeups,
            new ReportLimit(configuration.database().poolSize()),
            queueMetrics,
            new Completions(metrics.registry()),
            tracing,
            clock);
    SubmissionService submissions =
        new SubmissionService(
            jdbi, exercises, access, judges, configuration.cap(), limit, wakeups, clock);
    RunService runs =
        new RunService(
            jdbi,
            exercises,
            judges,
            configuration.cap(),
            limit,
            wakeups,
            configuration.runLifetime(),
            clock);
    CheckService checks = new CheckService(jdbi, configuration.cap(), wakeups, clock);
    ServiceServer server =
        ServiceServer.start(
            NAME,
            configuration.address(),
            metrics,
            tracing,
            List.of(database.readiness()),
            List.of(
                // Before submissions, whose ids would match its paths.
                new RejudgingEndpoints(
                    new RejudgingService(jdbi, exercises, access, wakeups, clock), authentication),
                new SubmissionEndpoints(submissions, events, authentication),
                new RunEndpoints(runs, events, authentication),
                new CheckEndpoints(
                    checks,
                    events,
                    authentication,
                    new InternalAuthentication(configuration.internalToken())),
                new ProgressEndpoints(
                    new ProgressService(database.reads()), access, authentication),
                new CommentEndpoints(new CommentService(jdbi, access, clock), authentication),
                new DraftEndpoints(new DraftService(jdbi, exercises, clock), authentication),
                new ResultsEndpoints(
                    new ResultsService(database, exercises, clock), access, authentication),
                new LeaderboardEndpoints(
                    new LeaderboardService(database.reads(), configuration.leaderboard(), clock),
                    authentication),
                new StatisticsEndpoints(
                    new StatisticsService(database.reads(), clock), access, authentication),
                new GuidanceEndpoints(
                    new GuidanceService(jdbi, exercises, access, clock), authentication),
                new PersonalDataEndpoints(personalData, authentication),
                new SupervisionEndpoints(
                    new SupervisionService(
                        jdbi,
                        exercises,
                        queueMetrics,
                        configuration.leases().duration(),
                        wakeups,
                        clock),
                    authentication),
                new LeaseEndpoints(leases, new InternalAuthentication(configuration.judgeToken()))),
            database.operatorEndpoints());
    PeriodicTasks tasks =
        PeriodicTasks.start(
            NAME,
            TASKS_PAUSE,
            leases::sweep,
            queueMetrics::look,
            activeLearners::look,
            runs::deleteOld,
            checks::deleteOld,
            judges::storeCounts,
            judges::forgetOld);
    ServiceClient userManagement =
        new ServiceClient(configuration.userManagement(), configuration.internalToken());
    DeletedAccounts deletedAccounts =
        new DeletedAccounts(userManagement, jdbi, personalData::delete);
    PeriodicTasks deletions =
        PeriodicTasks.start(NAME + "-deletions", DELETIONS_PAUSE, deletedAccounts::follow);
    AuditOutbox audit = new AuditOutbox(userManagement, jdbi);
    PeriodicTasks auditing = PeriodicTasks.start(NAME + "-audit", AUDIT_PAUSE, audit::deliver);
    return new ScoresService(
        database,
        revocations,
        wakeups,
        tasks,
        deletions,
        auditing,
        audit,
        deletedAccounts,
        leases,
        server);
  }

  /** The main port in use. */
  public int port() {
    return server.port();
  }

  /** The admin port in use. */
  public int adminPort() {
    return server.adminPort();
  }

  /** Delivers events to the audit log, without waiting for the task that does so. */
  void deliverAudit() {
    audit.deliver();
  }

  /** Deletes what belongs to deleted accounts, without waiting for the task that does so. */
  void followDeletedAccounts() {
    deletedAccounts.follow();
  }

  @Override
  public void close() {
    wakeups.endWaits(); // first: long polls and event streams, which the server would wait for
    server.close();
    leases.close();
    tasks.close();
    deletions.close();
    auditing.close();
    revocations.close();
    wakeups.close();
    database.close();
  }
}
