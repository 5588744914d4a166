package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.platform.http.Json;
import dev.touchstone.scores.FakeJudge.Lease;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.ContractCheck;
import dev.touchstone.testing.HttpProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** This service between judges of every version whose messages are frozen. */
class FrozenReportsTest {
  private static final Path FROZEN =
      ContractCheck.repository().resolve("judge-protocol/src/test/resources/frozen");

  static List<String> versions() throws IOException {
    try (Stream<Path> folders = Files.list(FROZEN)) {
      return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
    }
  }

  /** One judge of that version. */
  private record OldJudge(RunningService service, Path messages) {
    JsonNode message(String name) {
      return Json.MAPPER.readTree(messages.resolve(name + ".json").toFile());
    }

    HttpProbe.Answer post(String path, String contractPath, JsonNode body) {
      return service.postAsJudge(path, contractPath, body);
    }

    Lease take() {
      String path = "/internal/v1/leases";
      HttpProbe.Answer answer = post(path, path, message("lease-request"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      return new Lease(answer.json());
    }

    void report(Lease lease, String what, String name) {
      ObjectNode body = (ObjectNode) message(name);
      body.put("fencing_token", lease.token());
      String path = "/internal/v1/leases/";
      HttpProbe.Answer answer =
          post(path + lease.id() + "/" + what, path + "{lease}/" + what, body);
      assertThat(answer.status()).as(name + ": " + answer.text()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aJudgeOfThatVersionJudgesASubmission(String version) {
    try (RunningService service = RunningService.start()) {
      OldJudge judge = new OldJudge(service, FROZEN.resolve(version).resolve("from-judge"));
      Person learner = service.learner();
      long id = service.submit(learner, service.exercise());
      judge.report(judge.take(), "release", "release");
      Lease lease = judge.take();
      judge.report(lease, "heartbeat", "heartbeat");
      judge.report(lease, "events", "events-compiled");
      judge.report(lease, "events", "events-total");
      judge.report(lease, "events", "events-test");
      judge.report(lease, "result", "result");
      JsonNode judged = service.submission(learner, id);
      assertThat(judged.path("verdict").asString()).isEqualTo("RTE");
      assertThat(judged.path("points").asDouble()).isEqualTo(25);
      assertThat(judged.path("tests")).isEqualTo(judge.message("result").path("tests"));
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aJudgeOfThatVersionRunsAnInput(String version) {
    try (RunningService service = RunningService.start()) {
      OldJudge judge = new OldJudge(service, FROZEN.resolve(version).resolve("from-judge"));
      Person learner = service.learner();
      Map<String, Object> body = new HashMap<>(RunningService.body(service.exercise()));
      body.put("input", "1 2\n");
      long id =
          service.post(learner, "/api/v1/runs", "/api/v1/runs", body).json().path("id").asLong();
      Lease lease = judge.take();
      judge.report(lease, "result", "result-run");
      JsonNode run = service.get(learner, "/api/v1/runs/" + id, "/api/v1/runs/{id}").json();
      assertThat(run.path("output")).isEqualTo(judge.message("result-run").path("output"));
    }
  }

  @Test
  void thereAreVersions() throws IOException {
    assertThat(versions()).contains("1");
  }
}
