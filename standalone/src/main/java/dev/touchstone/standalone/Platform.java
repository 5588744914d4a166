package dev.touchstone.standalone;

import dev.touchstone.exercises.ExercisesService;
import dev.touchstone.gateway.GatewayService;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.Readiness;
import dev.touchstone.platform.http.ServiceClient;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.scores.ScoresService;
import dev.touchstone.usermanagement.UserManagementService;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All parts: the services in this process, the judge in its own. They start at the same time, the
 * services once the database runs. Calls to parts that are not ready yet are retried.
 */
final class Platform implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Platform.class);

  private static final Executor THREADS =
      task -> Thread.ofPlatform().name("start").daemon().start(task);

  private final CompletableFuture<Wiring.Configurations> configurations;
  private final CompletableFuture<KeptDatabase> database;
  private final CompletableFuture<UserManagementService> userManagement;
  private final CompletableFuture<ExercisesService> exercises;
  private final CompletableFuture<ScoresService> scores;
  private final CompletableFuture<GatewayService> gateway;
  private final CompletableFuture<KeptJudge> judge;

  private Platform(
      EmbeddedDatabase.Settings settings,
      JudgeProcess judgeProcess,
      Supplier<Wiring.Configurations> wiring,
      Consumer<String> progress,
      Lost lost) {
    boolean isNew = settings.isNew();
    configurations = start(wiring);
    Supplier<KeptDatabase> server = () -> KeptDatabase.start(settings, progress, lost.database());
    // Settings that are wrong leave no new database, but one that exists need not wait for them.
    database =
        isNew
            ? wired(_ -> {
              progress.accept("Creating the database (the first time only) …");
              return server.get();
            })
            : start(server);
    userManagement = afterDatabase(all -> UserManagementService.start(all.userManagement()));
    exercises =
        afterDatabase(all -> {
          if (isNew) {
            progress.accept("Loading the starter exercises (the first time only) …");
          }
          return ExercisesService.start(all.exercises());
        });
    scores = afterDatabase(all -> ScoresService.start(all.scores()));
    gateway = wired(all -> GatewayService.start(all.gateway(), checks(all)));
    judge = wired(all -> KeptJudge.start(judgeProcess, all.judge(), lost.judge()));
  }

  /**
   * What is called when a part ended that can't be started again.
   *
   * @param database called if the database could not be restarted
   * @param judge called if nobody is left who may start the judge
   */
  record Lost(Runnable database, Runnable judge) {}

  /**
   * Starts all parts in the background; {@link #close()} stops those that have started.
   *
   * @param judgeProcess already started, without its settings
   * @param wiring finds the configurations, for which it looks around on this machine
   */
  static Platform start(
      EmbeddedDatabase.Settings settings,
      JudgeProcess judgeProcess,
      Supplier<Wiring.Configurations> wiring,
      Consumer<String> progress,
      Lost lost) {
    return new Platform(settings, judgeProcess, wiring, progress, lost);
  }

  /**
   * Waits until all parts have started.
   *
   * @throws ConfigurationException if one of them cannot start
   */
  void awaitStart() {
    try {
      CompletableFuture.allOf(database, userManagement, exercises, scores, gateway, judge).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ConfigurationException fault) {
        throw fault;
      }
      throw e;
    }
  }

  /** What the parts were started with; to be called after {@link #awaitStart()}. */
  Wiring.Configurations configurations() {
    return configurations.join();
  }

  /** The public port in use. */
  int port() {
    return gateway.join().port();
  }

  /**
   * Stops all parts, callers first. The judge returns unfinished work to the queue. A part that is
   * still starting is awaited.
   */
  @Override
  public void close() {
    CompletableFuture<Void> door = CompletableFuture.runAsync(() -> stop(gateway), THREADS);
    stop(judge);
    door.join();
    stop(scores);
    stop(exercises);
    stop(userManagement);
    stop(database);
  }

  /** The readiness of all parts but the gateway, which reports it. */
  private List<Readiness> checks(Wiring.Configurations configurations) {
    Secret token = configurations.gateway().internalToken();
    return List.of(
        new Readiness("database", () -> database.get().readiness().check().run()),
        check("user-management", configurations.userManagement().address(), token),
        check("exercises", configurations.exercises().address(), token),
        check("scores", configurations.scores().address(), token),
        check("judge", configurations.judge().address(), token));
  }

  private static Readiness check(String name, ServiceServer.Address address, Secret token) {
    URI uri = URI.create("http://%s:%d".formatted(address.host(), address.port()));
    ServiceClient client = new ServiceClient(uri, token);
    return new Readiness(
        name,
        () -> {
          var _ = client.find("/ready", Object.class).orElseThrow();
        });
  }

  private static <T> CompletableFuture<T> start(Supplier<T> start) {
    return CompletableFuture.supplyAsync(start, THREADS);
  }

  private <T> CompletableFuture<T> wired(Function<Wiring.Configurations, T> start) {
    return configurations.thenApplyAsync(start, THREADS);
  }

  private <T> CompletableFuture<T> afterDatabase(Function<Wiring.Configurations, T> start) {
    return configurations.thenCombineAsync(database, (all, _) -> start.apply(all), THREADS);
  }

  private static void stop(CompletableFuture<? extends AutoCloseable> part) {
    part.handle((started, failure) -> started)
        .thenAccept(started -> {
          if (started == null) {
            return; // it never ran
          }
          try {
            started.close();
          } catch (Exception e) { // the others are stopped all the same
            log.warn("A part did not stop cleanly", e);
          }
        })
        .join();
  }
}
