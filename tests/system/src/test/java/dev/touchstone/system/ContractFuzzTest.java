package dev.touchstone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.ContractCheck;
import dev.touchstone.testing.HttpProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.StringNode;

/**
 * Sends requests made from the contracts to every operation, right ones and wrong ones, as
 * everybody: no response is a fault of the server, shows its insides, or stays away. With {@code
 * -Dtouchstone.fuzz.requests=N} it sends N wrong requests per operation instead of a few, with
 * {@code -Dtouchstone.fuzz.seed=N} others.
 */
class ContractFuzzTest {
  private static final long SEED = Long.getLong("touchstone.fuzz.seed", 1);
  private static final int REQUESTS = Integer.getInteger("touchstone.fuzz.requests", 24);
  private static final int THREADS = 4;
  private static final int AGAIN = 5;

  /** The limits of rates would answer instead of the services. */
  private static final Map<String, String> NO_LIMITS =
      Map.of(
          "TOUCHSTONE_RATE_ADDRESS", "0",
          "TOUCHSTONE_RATE_LOGIN", "0",
          "TOUCHSTONE_RATE_REGISTER", "0",
          "TOUCHSTONE_RATE_USER", "0",
          "TOUCHSTONE_RATE_SUBMIT", "0",
          "TOUCHSTONE_RATE_RUN", "0",
          "TOUCHSTONE_STREAMS_PER_USER", "0");

  private static final Pattern INSIDES =
      Pattern.compile("Exception|\tat |dev\\.touchstone|org\\.postgresql|java\\.(lang|util|io)\\.");

  private static final Pattern LISTENS =
      Pattern.compile("([a-z-]+) listens on [0-9.]+:(\\d+), metrics");

  private static final List<String> CODES_OF_THE_DOOR = List.of("not_found", "method_not_allowed");

  @TempDir private Path folder;

  private final Collection<String> faults = new ConcurrentLinkedQueue<>();
  private final FuzzIds ids = new FuzzIds();
  private final Map<String, FuzzPerson> people = new HashMap<>();

  @Test
  void everyOperationAnswersWhateverItIsSent() throws Exception {
    try (StandalonePlatform platform =
            StandalonePlatform.startPrepared(folder.resolve("data"), NO_LIMITS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      HttpProbe administrator = platform.probe().withToken(platform.administratorToken());
      ids.spare(administrator.get("/api/v1/users/me").json().path("id"));
      Path key = platform.data().resolve("secrets/development-mail-key");
      ids.know("key", StringNode.valueOf(Files.readString(key).strip()));
      Map<String, HttpProbe> services = services(platform.data());
      List<String> unreached = new ArrayList<>();
      for (FuzzOperation operation : FuzzOperation.all()) {
        renew(administrator, platform.probe());
        HttpProbe target =
            operation.isInternal()
                ? Objects.requireNonNull(services.get(operation.service()))
                : platform.probe();
        if (!isReached(operation, target, platform.data(), threads)) {
          unreached.add(operation.toString());
        }
        if (operation.isInternal()) {
          String address = operation.path().replaceAll("\\{\\w+}", "1");
          int status = administrator.send(operation.method(), address, "{}").status();
          assertThat(status).as(operation + " through the gateway").isEqualTo(404);
        }
      }
      assertThat(faults).as("with the seed " + SEED).isEmpty();
      assertThat(unreached).as("operations of which no request reached the service").isEmpty();
      assertThat(Files.readAllLines(platform.data().resolve("logs/touchstone.log")))
          .noneMatch(line -> line.contains(" ERROR ") || line.startsWith("\tat "));
    }
  }

  /** Sends the requests of an operation. Returns whether one of them came as far as its service. */
  private boolean isReached(
      FuzzOperation operation, HttpProbe target, Path data, ExecutorService threads)
      throws Exception {
    List<FuzzPerson> senders = senders(operation, data);
    List<Future<Boolean>> sent = new ArrayList<>();
    for (FuzzPerson sender : senders) {
      Random random = random(operation, sender);
      FuzzRequests requests = new FuzzRequests(operation, sender, ids, random);
      List<FuzzRequest> all = new ArrayList<>(List.of(requests.valid()));
      all.addAll(requests.wrong(REQUESTS / senders.size()));
      all.forEach(
          request -> sent.add(threads.submit(() -> send(operation, sender, target, request))));
    }
    boolean reached = false;
    for (Future<Boolean> each : sent) {
      reached |= each.get();
    }
    return reached;
  }

  private boolean send(
      FuzzOperation operation, FuzzPerson sender, HttpProbe target, FuzzRequest request) {
    String what = "as '" + sender.role() + "': " + request;
    try {
      HttpProbe probe = sender.sender(target);
      HttpProbe.Answer answer = patiently(probe, request);
      check(operation, request, answer, what);
      return !CODES_OF_THE_DOOR.contains(answer.code());
    } catch (UncheckedIOException e) {
      faults.add(what + " got no response: " + e.getCause());
      return false;
    }
  }

  /** On a busy machine the platform may ask to try again; if it still does, that is a fault. */
  private static HttpProbe.Answer patiently(HttpProbe probe, FuzzRequest request) {
    HttpProbe.Answer answer = probe.begin(request.builder(probe));
    for (int i = 0; i < AGAIN && answer.status() == 503; i++) {
      answer = probe.begin(request.builder(probe));
    }
    return answer;
  }

  private void check(
      FuzzOperation operation, FuzzRequest request, HttpProbe.Answer answer, String what) {
    String text = answer.text();
    if (answer.status() >= 500) {
      faults.add(what + " → " + answer.status() + " " + text);
    } else if (answer.status() >= 400) {
      if (INSIDES.matcher(text).find() || answer.code().isEmpty()) {
        faults.add(what + " → " + answer.status() + " " + text);
      }
    } else if (operation.isStream()) {
      assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
    } else if (!request.target().contains("%")) { // else it may be another operation's address
      try {
        ContractCheck.of(operation.contract())
            .checkAnswer(operation.method(), operation.path(), answer);
      } catch (AssertionError e) {
        faults.add(what + " → " + e.getMessage());
      }
      remember(operation, answer);
    }
  }

  private void remember(FuzzOperation operation, HttpProbe.Answer answer) {
    if (answer.header("Content-Type").startsWith("application/json")) {
      try {
        ids.remember(operation, answer.json());
      } catch (JacksonException e) {
        faults.add(operation + " → " + e.getMessage());
      }
    }
  }

  private List<FuzzPerson> senders(FuzzOperation operation, Path data) throws IOException {
    List<FuzzPerson> senders = new ArrayList<>();
    senders.add(FuzzPerson.ANONYMOUS);
    if (operation.isInternal()) {
      for (String name : List.of("internal-token", "judge-token")) {
        senders.add(
            FuzzPerson.part(Files.readString(data.resolve("secrets").resolve(name)).strip()));
      }
    } else {
      FuzzPerson.ROLES.forEach(role -> senders.add(Objects.requireNonNull(people.get(role))));
    }
    return senders;
  }

  /** Replaces those whose accounts the last operation closed or signed out. */
  private void renew(HttpProbe administrator, HttpProbe platform) {
    for (String role : FuzzPerson.ROLES) {
      FuzzPerson person = people.get(role);
      if (person == null || !person.isSignedIn(platform)) {
        people.put(role, FuzzPerson.make(administrator, platform, role, ids));
      }
    }
  }

  /** The same requests at each run, also when operations are added. */
  private static Random random(FuzzOperation operation, FuzzPerson sender) {
    return new Random(SEED * 31 + (operation + sender.role()).hashCode());
  }

  /** The services' own ports, which their log names. */
  private static Map<String, HttpProbe> services(Path data) throws IOException {
    return Files.readAllLines(data.resolve("logs/touchstone.log")).stream()
        .map(LISTENS::matcher)
        .filter(Matcher::find)
        .collect(
            Collectors.toMap(
                line -> line.group(1), line -> HttpProbe.on(Integer.parseInt(line.group(2)))));
  }
}
