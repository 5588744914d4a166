package dev.touchstone.standalone.classbench;

import dev.touchstone.standalone.classbench.ClassLoad.Solution;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** Signs in and solves exercise after exercise, as a person with a browser does. */
final class SimulatedLearner {
  private static final int MOST_LISTED = 200;

  /** A stream that ends early is followed again so often, while parts of the platform are away. */
  private static final Duration AGAIN = Duration.ofMillis(250);

  private final int number;
  private final ClassLoad load;
  private final ClassLog log;
  private final Browser browser;
  private final Random random;
  private final Set<Long> submissions = new HashSet<>();

  SimulatedLearner(int number, ClassLoad load, ClassLog log, Browser browser) {
    this.number = number;
    this.load = load;
    this.log = log;
    this.browser = browser;
    this.random = new Random(number);
  }

  /** Works until the time is over and all verdicts are there. */
  void work(BooleanSupplier isOver) {
    try {
      // They do not all come at once.
      Thread.sleep(load.pause().multipliedBy(number).dividedBy(load.learners()));
      browser.signIn();
      int round = 0;
      do {
        solve(++round);
        Thread.sleep(
            Duration.ofMillis(
                random.nextLong(load.pause().toMillis()) + load.pause().toMillis() / 2));
      } while (!isOver.getAsBoolean());
      checkOwn();
    } catch (Browser.Failed e) {
      log.error("learner " + number + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("learner " + number + ": " + e);
    }
  }

  private void solve(int round) throws Browser.Failed, InterruptedException {
    Solution solution = load.programs().get(random.nextInt(load.programs().size()));
    browser.get("list", "/api/v1/exercises?limit=20");
    browser.get("progress", "/api/v1/progress");
    long exercise =
        browser.get("exercise", "/api/v1/exercises/" + solution.exercise()).path("id").asLong();
    String mark = number + "-" + round + "-" + Long.toHexString(System.nanoTime());
    Map<String, Object> program =
        Map.of(
            "exercise_id", exercise,
            "language", solution.language(),
            "source", solution.source(mark));
    long start = System.nanoTime();
    String run =
        browser.post("start a run", "/api/v1/runs", program, "run-" + mark).path("id").asString();
    Followed ran = follow("/api/v1/runs/" + run);
    if (!ran.verdict.equals("AC")) {
      log.error("The run " + run + " in " + solution.language() + " got " + ran.verdict);
    }
    log.ran(System.nanoTime() - start);
    start = System.nanoTime();
    long id = browser.post("submit", "/api/v1/submissions", program, mark).path("id").asLong();
    if (!submissions.add(id)) {
      log.error("The submission " + id + " was made twice");
    }
    log.submitted();
    Followed judged = follow("/api/v1/submissions/" + id);
    if (!judged.verdict.equals("AC")) {
      log.error(
          "The submission "
              + id
              + " to "
              + solution.exercise()
              + " in "
              + solution.language()
              + " got "
              + judged.verdict);
    }
    if (judged.began != 0) {
      log.took("waited", judged.began - start);
    }
    log.judged(number, System.nanoTime() - start);
  }

  /** What the events said. */
  private static final class Followed {
    private long began;
    private String status = "";
    private String verdict = "";

    private void see(JsonNode state) {
      if (state.has("status")) {
        status = state.path("status").asString();
        verdict = state.path("verdict").asString("");
        if (began == 0 && !status.equals("queued")) {
          began = System.nanoTime();
        }
      }
    }

    private boolean isOver() {
      return !status.isEmpty() && !status.equals("queued") && !status.equals("judging");
    }
  }

  private Followed follow(String path) throws Browser.Failed, InterruptedException {
    Followed followed = new Followed();
    while (true) {
      browser.follow(path, followed::see);
      if (followed.isOver()) {
        return followed;
      }
      if (!load.isPatient()) {
        throw new Browser.Failed("The events of " + path + " ended with " + followed.status);
      }
      log.repeated();
      Thread.sleep(AGAIN);
    }
  }

  /** Each submission is there once, and judged. */
  private void checkOwn() throws Browser.Failed, InterruptedException {
    JsonNode items =
        browser.get("own submissions", "/api/v1/submissions?limit=" + MOST_LISTED).path("items");
    Set<Long> listed = new HashSet<>();
    Set<String> attempts = new HashSet<>();
    items.forEach(item -> {
      listed.add(item.path("id").asLong());
      attempts.add(item.path("exercise_id").asLong() + "#" + item.path("attempt_number").asInt());
      if (!item.path("status").asString().equals("judged")) {
        log.error("The submission " + item.path("id") + " is " + item.path("status"));
      }
    });
    if (!listed.equals(submissions)
        || items.size() != listed.size()
        || attempts.size() != listed.size()) {
      log.error("learner " + number + " submitted " + submissions + ", and there are " + items);
    }
  }
}
