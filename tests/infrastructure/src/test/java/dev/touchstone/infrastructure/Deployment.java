package dev.touchstone.infrastructure;

import dev.touchstone.infrastructure.Tasks.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The platform on moto: applied from a copy of the sources, with its state in moto's S3.
 *
 * <p>The provider sleeps between its calls, however fast AWS is: a minute for a bucket, one and a
 * half for a database. So everything runs in parallel. A root is applied as soon as the roots that
 * it reads have published their values, before the last of their buckets is complete; dev and
 * staging are planned meanwhile.
 */
final class Deployment implements AutoCloseable {
  private static final String PROD = "prod";
  private static final List<String> OTHERS = List.of("dev", "staging");

  private static final long POLL_MS = 250;

  private final Moto moto = Moto.start();
  private final Workspace workspace = Workspace.create();
  private final Aws aws = new Aws(moto.address());
  private final Account account = new Account(aws);
  private final Tasks tasks = new Tasks();

  /** Limits the tasks that compute instead of waiting. */
  private final Semaphore turns = new Semaphore(2, true);

  /** Dev and staging have different tags, and so different configurations of the provider. */
  private final Object turnOfOthers = new Object();

  private final Providers providers = new Providers(moto.environment());
  private final Terraform bootstrap = providers.terraform(PROD, workspace.bootstrap());
  private final Task<Plan> bootstrapped = tasks.begin("bootstrap", this::bootstrap);
  private final Task<String> stateBucket =
      tasks.begin("bucket of the state", () -> await(account::stateBucket, bootstrapped));

  // By root, in order: a task waits only for tasks before it.
  private final Map<String, Task<Boolean>> opened = new ConcurrentHashMap<>();
  private final Map<String, Task<Boolean>> applied = new ConcurrentHashMap<>();
  private final Map<String, Task<JsonNode>> handovers = new ConcurrentHashMap<>();
  private final Map<String, Task<Plan>> plannedAgain = new ConcurrentHashMap<>();
  private final Map<String, Task<Boolean>> destroyed = new ConcurrentHashMap<>();

  /** By environment; each plan is of all roots. */
  private final Map<String, Task<Plan>> planned = new ConcurrentHashMap<>();

  private Deployment() {
    for (String root : Sources.ROOTS) {
      opened.put(root, tasks.begin("init " + root, () -> open(root)));
      applied.put(root, tasks.begin("apply " + root, () -> applyNow(root)));
      handovers.put(root, tasks.begin("values of " + root, () -> awaitHandover(root)));
    }
    for (String environment : OTHERS) {
      planned.put(environment, tasks.begin("plan " + environment, () -> planNow(environment)));
    }
    // The last root first: it is destroyed first.
    for (String root : Sources.ROOTS.reversed()) {
      plannedAgain.put(root, tasks.begin("plan " + root + " again", () -> planAgainNow(root)));
    }
  }

  /** Starts to apply everything. */
  static Deployment start() {
    return new Deployment();
  }

  Aws aws() {
    return aws;
  }

  /** Waits until the bucket for the state exists. */
  void awaitBootstrap() {
    bootstrapped.result();
  }

  /** Waits until a root is applied. */
  void awaitApply(String root) {
    task(applied, root).result();
  }

  /** The values that an applied root published for the roots after it. */
  JsonNode handover(String root) {
    task(applied, root).needed();
    return account.handover(root).orElseThrow();
  }

  /**
   * To be called after the checks of the whole: each root is destroyed as soon as every plan that
   * reads it is complete.
   */
  void beginToDestroy() {
    for (String root : Sources.ROOTS.reversed()) {
      destroyed.put(root, tasks.begin("destroy " + root, () -> destroyNow(root)));
    }
  }

  /** The second plan of a root, after all are applied; that of bootstrap is earlier. */
  Plan planAgain(String root) {
    return root.equals("bootstrap") ? bootstrapped.result() : task(plannedAgain, root).result();
  }

  /**
   * The plan of a root of another environment, with an empty state; the values of the roots before
   * it are those of prod.
   */
  Plan plan(String environment, String root) {
    return task(planned, environment).result().within(root);
  }

  /** Waits until a root is destroyed. */
  void awaitDestroy(String root) {
    task(destroyed, root).result();
  }

  /** Destroys the bucket of the state, which an operator empties first, and checks the account. */
  void assertNothingRemains() {
    destroyed.values().forEach(Task::needed);
    account.empty(account.stateBucket().orElseThrow());
    bootstrap.destroy(Sources.variables(PROD, "bootstrap"));
    account.assertIsEmpty();
  }

  @Override
  public void close() {
    tasks.close();
    providers.close();
    moto.close();
  }

  private Plan bootstrap() throws InterruptedException {
    bootstrap.initWithLock();
    bootstrap.apply(Sources.variables(PROD, "bootstrap"));
    return plan(bootstrap, Sources.variables(PROD, "bootstrap"));
  }

  private boolean open(String root) {
    String bucket = stateBucket.needed();
    // One after the other, so as not to slow down the first, for which all wait.
    Sources.before(root).stream().limit(1).forEach(first -> task(handovers, first).needed());
    prod(root).init(List.of("bucket=" + bucket, "region=us-east-1"));
    return true;
  }

  private boolean applyNow(String root) {
    awaitWhatIsRead(root);
    if (root.equals("edge")) {
      account.makeLoadBalancer(
          task(handovers, "network").needed(), task(handovers, "cluster").needed());
    }
    prod(root).apply(Sources.variables(PROD, root));
    return true;
  }

  /** All roots with one command, which reads the provider's schemas only once. */
  private Plan planNow(String environment) throws InterruptedException {
    for (String root : Sources.ROOTS) {
      for (String before : Sources.before(root)) {
        task(handovers, before).needed();
        account.lendHandover(before, environment);
      }
    }
    synchronized (turnOfOthers) {
      Terraform terraform = providers.terraform("others", workspace.environment(environment));
      terraform.get();
      return plan(terraform, List.of());
    }
  }

  private Plan planAgainNow(String root) throws InterruptedException {
    applied.values().forEach(Task::needed);
    return plan(prod(root), Sources.variables(PROD, root));
  }

  private Plan plan(Terraform terraform, List<Path> variables) throws InterruptedException {
    turns.acquire();
    try {
      return new Plan(terraform.show(terraform.plan(variables)));
    } finally {
      turns.release();
    }
  }

  private boolean destroyNow(String root) {
    task(applied, root).needed();
    for (String reader : Sources.ROOTS) {
      if (reader.equals(root) || Sources.before(reader).contains(root)) {
        task(plannedAgain, reader).awaitEnd();
      }
    }
    planned.values().forEach(Task::awaitEnd);
    switch (root) {
      case "network" -> {
        // AWS deletes no network with resources in it.
        Stream.of("cluster", "data", "access")
            .map(other -> task(destroyed, other))
            .forEach(Task::needed);
        account.deleteLoadBalancers();
      }
      case "data" ->
          account.unprotectDatabase(
              account.handover("data").orElseThrow().path("database_identifier").asString());
      default -> {}
    }
    prod(root).destroy(Sources.variables(PROD, root));
    return true;
  }

  private void awaitWhatIsRead(String root) {
    task(opened, root).needed();
    Sources.before(root).forEach(before -> task(handovers, before).needed());
  }

  private JsonNode awaitHandover(String root) throws InterruptedException {
    awaitWhatIsRead(root);
    return await(() -> account.handover(root), task(applied, root));
  }

  /** Waits for something that a task creates before it ends, or for the task's failure. */
  private static <T> T await(Supplier<Optional<T>> created, Task<?> maker)
      throws InterruptedException {
    while (true) {
      boolean last = maker.isDone();
      Optional<T> found = created.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (last) {
        maker.needed();
        throw new AssertionError(maker.name() + " ended without what it should create");
      }
      Thread.sleep(POLL_MS);
    }
  }

  private static <T> Task<T> task(Map<String, Task<T>> tasks, String name) {
    return Objects.requireNonNull(tasks.get(name), name);
  }

  private Terraform prod(String root) {
    return providers.terraform(PROD, workspace.root(root));
  }
}
