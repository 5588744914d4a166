package dev.touchstone.exercises;

import dev.touchstone.exercises.archive.TemporaryFolder;
import dev.touchstone.exercises.authoring.AuthoringEndpoints;
import dev.touchstone.exercises.authoring.AuthoringService;
import dev.touchstone.exercises.authoring.LimitEndpoints;
import dev.touchstone.exercises.authoring.PackageEndpoints;
import dev.touchstone.exercises.authoring.PackageService;
import dev.touchstone.exercises.authoring.RevisionEndpoints;
import dev.touchstone.exercises.authoring.RevisionService;
import dev.touchstone.exercises.catalogue.AttachmentEndpoints;
import dev.touchstone.exercises.catalogue.AttachmentService;
import dev.touchstone.exercises.catalogue.AttachmentStore;
import dev.touchstone.exercises.catalogue.CatalogueEndpoints;
import dev.touchstone.exercises.catalogue.CatalogueService;
import dev.touchstone.exercises.catalogue.CatalogueStore;
import dev.touchstone.exercises.catalogue.ChangeEndpoints;
import dev.touchstone.exercises.catalogue.FollowedChanges;
import dev.touchstone.exercises.collection.CollectionEndpoints;
import dev.touchstone.exercises.collection.CollectionService;
import dev.touchstone.exercises.collection.CollectionStore;
import dev.touchstone.exercises.draft.DraftCheckEndpoints;
import dev.touchstone.exercises.draft.DraftEndpoints;
import dev.touchstone.exercises.draft.DraftFileEndpoints;
import dev.touchstone.exercises.draft.DraftFiles;
import dev.touchstone.exercises.draft.DraftJudging;
import dev.touchstone.exercises.draft.DraftReview;
import dev.touchstone.exercises.draft.DraftService;
import dev.touchstone.exercises.draft.DraftStore;
import dev.touchstone.exercises.draft.ImportEndpoints;
import dev.touchstone.exercises.draft.ImportService;
import dev.touchstone.exercises.draft.ImportSettlement;
import dev.touchstone.exercises.draft.ImportStore;
import dev.touchstone.exercises.draft.PackageIntake;
import dev.touchstone.exercises.exercise.ExerciseStore;
import dev.touchstone.exercises.exercise.MemberStore;
import dev.touchstone.exercises.exercise.PackageReading;
import dev.touchstone.exercises.exercise.PublishingService;
import dev.touchstone.exercises.exercise.RestoringService;
import dev.touchstone.exercises.exercise.RevisionStore;
import dev.touchstone.exercises.judging.ExerciseTermsStore;
import dev.touchstone.exercises.judging.GuidanceStore;
import dev.touchstone.exercises.judging.JudgingEndpoints;
import dev.touchstone.exercises.judging.JudgingService;
import dev.touchstone.exercises.member.Accounts;
import dev.touchstone.exercises.member.ExerciseAccess;
import dev.touchstone.exercises.member.MemberEndpoints;
import dev.touchstone.exercises.member.MemberService;
import dev.touchstone.exercises.object.KeptObjects;
import dev.touchstone.exercises.object.UnusedObjectStore;
import dev.touchstone.exercises.object.UnusedObjects;
import dev.touchstone.exercises.starter.StarterService;
import dev.touchstone.exercises.starter.StarterStore;
import dev.touchstone.exercises.topic.TopicEndpoints;
import dev.touchstone.exercises.topic.TopicService;
import dev.touchstone.exercises.topic.TopicStore;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.Readiness;
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
import dev.touchstone.platformdata.cache.TextCache;
import dev.touchstone.platformdata.database.Database;
import dev.touchstone.platformdata.object.FolderObjectStore;
import dev.touchstone.platformdata.object.ObjectStore;
import dev.touchstone.platformdata.object.S3ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exercises: what learners read, what authors write, and what judges need to judge. */
public final class ExercisesService implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ExercisesService.class);
  private static final String NAME = "exercises";

  /** How long an answer is kept; a change anywhere ends that earlier. */
  private static final Duration CACHED = Duration.ofSeconds(10);

  /** In characters. */
  private static final long LARGEST_CACHE = 16 * 1024 * 1024L;

  private static final Duration DELETIONS_PAUSE = Duration.ofMinutes(1);
  private static final Duration AUDIT_PAUSE = Duration.ofSeconds(5);

  /** How long this process may show an edit of another one late. */
  private static final Duration CHANGES_PAUSE = Duration.ofSeconds(1);

  private static final Duration COLLECTION_PAUSE = Duration.ofHours(1);

  /** Between two looks at whether checks of uploaded packages have ended. */
  private static final Duration IMPORTS_PAUSE = Duration.ofSeconds(1);

  private final ServiceServer server;
  private final DeletedAccounts deletedAccounts;
  private final AuditOutbox audit;
  private final ImportSettlement settlement;
  private final Deque<AutoCloseable> parts;

  private ExercisesService(
      ServiceServer server,
      DeletedAccounts deletedAccounts,
      AuditOutbox audit,
      ImportSettlement settlement,
      Deque<AutoCloseable> parts) {
    this.server = server;
    this.deletedAccounts = deletedAccounts;
    this.audit = audit;
    this.settlement = settlement;
    this.parts = parts;
  }

  /** Starts the service as a process. */
  public static void main(String[] arguments) {
    Logging.start(NAME);
    try {
      Environment environment = Environment.system();
      ExercisesConfiguration configuration = ExercisesConfiguration.from(environment);
      environment.finish();
      ExercisesService service = start(configuration);
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
    } catch (ConfigurationException e) {
      e.faults().forEach(System.err::println);
      System.exit(2);
    }
  }

  /**
   * Starts the service; returns when the starter exercises are loaded.
   *
   * @throws ConfigurationException if the configuration is wrong
   */
  public static ExercisesService start(ExercisesConfiguration configuration) {
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      return start(configuration, parts);
    } catch (RuntimeException e) {
      close(parts);
      throw e;
    }
  }

  private static ExercisesService start(
      ExercisesConfiguration configuration, Deque<AutoCloseable> parts) {
    Metrics metrics = Metrics.of(NAME);
    Tracing tracing = Tracing.start(NAME);
    Database database = opened(parts, Database.open(configuration.database(), "db/exercises"));
    database.bindTo(metrics.registry());
    Jdbi jdbi = database.jdbi();
    Path temporary = configuration.dataFolder().resolve("temporary");
    UnusedObjectStore unusedObjects = new UnusedObjectStore(jdbi);
    ObjectStore objects =
        new KeptObjects(opened(parts, objects(configuration, temporary)), unusedObjects);
    TextCache cache =
        opened(parts, configuration.cache().open(NAME, CACHED, LARGEST_CACHE, metrics.registry()));
    ExerciseStore exercises = new ExerciseStore(jdbi);
    RevisionStore revisions = new RevisionStore(jdbi);
    MemberStore members = new MemberStore(jdbi);
    TopicStore topics = new TopicStore(jdbi);
    ExerciseAccess access = new ExerciseAccess(exercises, members);
    PackageReading reading =
        opened(parts, new PackageReading(configuration.readers(), configuration.readingDeadline()));
    PublishingService publishing =
        new PublishingService(
            jdbi, objects, configuration.limits(), reading, cache::clear, Clock.systemUTC());
    configuration
        .starterExercises()
        .ifPresent(new StarterService(new StarterStore(database), publishing)::load);
    ServiceClient userManagement =
        new ServiceClient(configuration.userManagement(), configuration.internalToken());
    RevocationFeed revocations = opened(parts, RevocationFeed.start(userManagement));
    Authentication authentication =
        new Authentication(TokenVerifier.remote(configuration.userManagement(), revocations));
    CatalogueService catalogue =
        new CatalogueService(
            new CatalogueStore(database.reads()),
            exercises,
            members,
            topics,
            configuration.languages(),
            cache);
    var _ =
        opened(
            parts,
            PeriodicTasks.start(
                NAME + "-changes",
                CHANGES_PAUSE,
                new FollowedChanges(catalogue::version, cache::clear)::look));
    var _ =
        opened(
            parts,
            PeriodicTasks.start(
                NAME + "-objects",
                COLLECTION_PAUSE,
                new UnusedObjects(
                        unusedObjects, objects, configuration.unusedKept(), Clock.systemUTC())
                    ::collect));
    DraftFiles draftFiles = new DraftFiles(objects, configuration.largestFile(), temporary);
    DraftStore drafts = new DraftStore(jdbi);
    CollectionStore collections = new CollectionStore(jdbi);
    DraftService draftService =
        new DraftService(
            drafts, draftFiles, access, revisions, configuration.archives(), Clock.systemUTC());
    DraftJudging judging =
        new DraftJudging(
            configuration
                .scores()
                .map(scores -> new ServiceClient(scores, configuration.internalToken())),
            drafts);
    PackageIntake intake = new PackageIntake(configuration.archives(), reading, temporary);
    DraftReview review =
        new DraftReview(
            draftService,
            draftFiles,
            judging,
            publishing,
            catalogue,
            objects,
            intake,
            reading,
            temporary);
    ImportStore imports = new ImportStore(jdbi);
    ImportSettlement settlement =
        new ImportSettlement(imports, drafts, review, judging, access, Clock.systemUTC());
    DeletedAccounts deletedAccounts =
        new DeletedAccounts(
            userManagement,
            jdbi,
            user -> {
              members.forget(user, Clock.systemUTC().instant());
              drafts.release(user);
              collections.release(user);
              imports.forget(user);
            });
    AuditOutbox audit = new AuditOutbox(userManagement, jdbi);
    var _ =
        opened(
            parts,
            PeriodicTasks.start(
                NAME + "-deletions", DELETIONS_PAUSE, deletedAccounts::follow, settlement::sweep));
    var _ =
        opened(parts, PeriodicTasks.start(NAME + "-imports", IMPORTS_PAUSE, settlement::settleAll));
    var _ = opened(parts, PeriodicTasks.start(NAME + "-audit", AUDIT_PAUSE, audit::deliver));
    ServiceServer server =
        ServiceServer.start(
            NAME,
            configuration.address(),
            metrics,
            tracing,
            List.of(database.readiness(), new Readiness("objects", objects::check)),
            List.of(
                new LimitEndpoints(configuration.limits(), authentication), // before {id}
                new CatalogueEndpoints(catalogue, authentication),
                new ChangeEndpoints(
                    catalogue, new InternalAuthentication(configuration.internalToken())),
                new AttachmentEndpoints(
                    new AttachmentService(new AttachmentStore(jdbi), objects), authentication),
                new AuthoringEndpoints(new AuthoringService(access, publishing), authentication),
                new ImportEndpoints(
                    new ImportService(
                        intake,
                        draftService,
                        judging,
                        imports,
                        settlement,
                        access,
                        publishing,
                        Clock.systemUTC()),
                    authentication),
                new CollectionEndpoints(
                    new CollectionService(collections, catalogue, Clock.systemUTC()),
                    authentication),
                new TopicEndpoints(new TopicService(topics, cache::clear), authentication),
                new DraftEndpoints(draftService, review, authentication),
                new DraftCheckEndpoints(review, authentication),
                new DraftFileEndpoints(draftService, draftFiles, authentication),
                new RevisionEndpoints(
                    new RevisionService(
                        access,
                        revisions,
                        new RestoringService(revisions, publishing, reading, objects),
                        objects,
                        temporary),
                    authentication),
                new PackageEndpoints(
                    new PackageService(access, exercises, revisions, objects, temporary),
                    authentication),
                new MemberEndpoints(
                    new MemberService(
                        jdbi, members, access, new Accounts(userManagement), Clock.systemUTC()),
                    authentication,
                    new InternalAuthentication(configuration.internalToken())),
                new JudgingEndpoints(
                    new JudgingService(
                        new ExerciseTermsStore(jdbi, configuration.languages()),
                        new GuidanceStore(jdbi),
                        revisions,
                        drafts::files,
                        objects),
                    new InternalAuthentication(configuration.internalToken()),
                    new InternalAuthentication(
                        configuration.internalToken(), configuration.judgeToken()))),
            database.operatorEndpoints());
    return new ExercisesService(server, deletedAccounts, audit, settlement, parts);
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

  /** Lets go of what belonged to deleted accounts, without waiting for the task that does so. */
  void followDeletedAccounts() {
    deletedAccounts.follow();
  }

  /** Publishes what has been checked, without waiting for the task that does so. */
  void settleImports() {
    settlement.settleAll();
  }

  @Override
  public void close() {
    server.close();
    close(parts);
  }

  private static ObjectStore objects(ExercisesConfiguration configuration, Path temporary) {
    try {
      TemporaryFolder.sweep(temporary);
      if (configuration.bucket().isPresent()) {
        return new S3ObjectStore(configuration.bucket().get());
      }
      return new FolderObjectStore(configuration.dataFolder().resolve("objects"));
    } catch (IOException e) {
      throw new ConfigurationException(
          "The data folder " + configuration.dataFolder() + " can't be written.");
    }
  }

  /** Keeps a part to close it later, the last one first. */
  private static <T extends AutoCloseable> T opened(Deque<AutoCloseable> parts, T part) {
    parts.push(part);
    return part;
  }

  private static void close(Deque<AutoCloseable> parts) {
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) { // the others are to be closed all the same
        log.warn("A component did not close cleanly", e);
      }
    }
  }
}
