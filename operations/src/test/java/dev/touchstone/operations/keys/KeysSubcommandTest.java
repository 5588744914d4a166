package dev.touchstone.operations.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.keys.Installation.Ran;
import dev.touchstone.platform.http.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The states of a rotation, in order and after crashes, with everything outside in memory. */
class KeysSubcommandTest {
  @TempDir Path folder;

  @Test
  void aQuarterlyRotationKeepsBothKeysForAWeek() {
    Installation installation = new Installation(folder);
    Ran begun = installation.run("rotate", "--environment", "prod");
    assertThat(begun.status()).as(begun.out()).isZero();
    assertThat(begun.out()).contains("waits for the end of the time in which both keys are valid");
    assertThat(accepted(installation)).hasSize(2).contains(Installation.OLD);
    installation.pass(Duration.ofDays(6));
    assertThat(installation.run("resume", "--environment", "prod").out()).contains("waits for");
    assertThat(accepted(installation)).hasSize(2);
    installation.pass(Duration.ofDays(1));
    Ran ended = installation.run("resume", "--environment", "prod");
    assertThat(ended.out()).contains("is complete");
    assertThat(accepted(installation))
        .hasSize(1)
        .doesNotContain(Installation.OLD)
        .isEqualTo(installation.terraform);
    assertThat(states(installation))
        .containsExactly(
            "KeyGeneration",
            "Testing",
            "GitHubUpdate",
            "Deployment",
            "Verification",
            "KeyRotationComplete");
    assertThat(folder.resolve("prod-20261129-140500.md")).content().contains("KeyRotationComplete");
  }

  @Test
  void inAnEmergencyTheOldKeyGoesFirst() {
    Installation installation = new Installation(folder);
    Ran run = installation.run("rotate", "--environment", "prod", "--emergency");
    assertThat(run.status()).as(run.out()).isZero();
    assertThat(installation.events.stream().filter(event -> !event.equals("journal")))
        .containsExactly(
            "authorized",
            "terraform",
            "sessions ended",
            "generated",
            "tried",
            "terraform",
            "authorized new",
            "terraform",
            "signed in");
    assertThat(accepted(installation)).hasSize(1).doesNotContain(Installation.OLD);
    assertThat(states(installation))
        .containsExactly(
            "KeyGeneration", "EmergencyGeneration", "EmergencyDeployment", "EmergencyVerification");
    assertThat(folder.resolve("prod-20261129-140500.md"))
        .content()
        .contains("# Incident", "203.0.113.7: 3 sign-ins", Installation.OLD.fingerprint());
  }

  /** Whatever call to the outside is the last of a process, the next process ends the rotation. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCrashAtAnyStepLosesNothing(boolean emergency) {
    int calls = 17;
    for (int call = 1; call <= calls; call++) {
      for (boolean after : List.of(false, true)) {
        crash(emergency, call, after);
      }
    }
    Installation whole = new Installation(folder);
    rotate(whole, emergency);
    whole.pass(Duration.ofDays(8));
    whole.run("resume", "--environment", "prod");
    assertThat(whole.calls()).as("every call has been the last of a process").isEqualTo(calls);
  }

  private void crash(boolean emergency, int call, boolean after) {
    Installation installation = new Installation(folder);
    installation.crashAt(call, after);
    rotate(installation, emergency);
    if (!installation.crashed()) {
      installation.pass(Duration.ofDays(8));
      installation.run("resume", "--environment", "prod");
    }
    assertThat(installation.crashed()).as("crash at call %d", call).isTrue();
    installation.pass(Worker.TIME.plusSeconds(1));
    if (installation.site.entries().isEmpty()) {
      rotate(installation, emergency);
    }
    installation.run("resume", "--environment", "prod");
    installation.pass(Duration.ofDays(8));
    Ran last = installation.run("resume", "--environment", "prod");
    String what = "after a crash at call %d (%s): %s".formatted(call, after, installation.events);
    assertThat(last.status()).as(what + last.out()).isZero();
    assertThat(installation.run("report", "--environment", "prod").out())
        .as(what)
        .contains(", finished");
    assertThat(accepted(installation))
        .as(what)
        .hasSize(1)
        .doesNotContain(Installation.OLD)
        .isEqualTo(installation.terraform);
    List<String> events = installation.events;
    if (emergency) {
      assertThat(events).as(what).contains("sessions ended").doesNotContain("authorized old new");
    } else {
      assertThat(events.indexOf("signed in"))
          .as(what)
          .isBetween(0, events.indexOf("authorized new"));
    }
  }

  @Test
  void aCiGoesAsFarAsItCanWithoutAPrivateKey() {
    Installation installation = new Installation(folder);
    installation.keys.person = false;
    assertThat(installation.run("rotate", "--environment", "prod").out())
        .contains("waits for a person who makes the new key");
    assertThat(states(installation)).containsExactly("KeyGeneration");
    installation.keys.person = true;
    assertThat(installation.run("resume", "--environment", "prod").out()).contains("both keys");
    installation.keys.person = false;
    installation.pass(Duration.ofDays(7));
    assertThat(installation.run("resume", "--environment", "prod").out()).contains("is complete");
  }

  @Test
  void aCiTakesTheKeyAwayInAnEmergency() {
    Installation installation = new Installation(folder);
    installation.keys.person = false;
    Ran run = installation.run("rotate", "--environment", "prod", "--emergency");
    assertThat(run.out()).contains("waits for a person");
    assertThat(accepted(installation)).isEmpty();
    assertThat(installation.terraform).isEmpty();
    assertThat(installation.events).contains("sessions ended");
    installation.keys.person = true;
    assertThat(installation.run("resume", "--environment", "prod").out()).contains("is complete");
    assertThat(accepted(installation)).hasSize(1);
  }

  @Test
  void onlyOneRotationGoesOnAtATime() {
    Installation installation = new Installation(folder);
    installation.run("rotate", "--environment", "prod");
    Ran second = installation.run("rotate", "--environment", "prod");
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.out()).contains("in the state Verification", "keys resume");
  }

  @Test
  void aRotationAtWorkIsLeftToItsProcess() {
    Installation installation = new Installation(folder);
    installation.crashAt(3, false);
    installation.run("rotate", "--environment", "prod");
    assertThat(installation.crashed()).isTrue();
    Ran second = installation.run("resume", "--environment", "prod");
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.out()).contains("is at work on this rotation");
  }

  @Test
  void anEmergencyOvertakesAQuarterlyRotation() {
    Installation installation = new Installation(folder);
    installation.run("rotate", "--environment", "prod");
    PublicKey quarterly = accepted(installation).getLast();
    installation.pass(Duration.ofHours(1));
    Ran run = installation.run("rotate", "--environment", "prod", "--emergency");
    assertThat(run.out()).contains("is complete");
    assertThat(accepted(installation)).hasSize(1).doesNotContain(quarterly, Installation.OLD);
    assertThat(report(installation).path("rotations").path(0).path("reason").asString())
        .isEqualTo("overtaken by an emergency");
  }

  @Test
  void aKeyThatAColleagueAddsMeanwhileStays() {
    Installation installation = new Installation(folder);
    PublicKey added = SimpleKeys.key("colleague");
    installation.run("rotate", "--environment", "prod");
    installation.site.authorize(installation.site.authorizedKeys() + "\n" + added.line());
    installation.pass(Duration.ofDays(7));
    installation.run("resume", "--environment", "prod");
    assertThat(accepted(installation)).hasSize(2).contains(added);
  }

  @Test
  void aDryRunChangesNothing() {
    Installation installation = new Installation(folder);
    Ran run = installation.run("rotate", "--environment", "prod", "--emergency", "--dry-run");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Would replace", Installation.OLD.fingerprint());
    assertThat(installation.events).isEmpty();
  }

  @Test
  void oneIsDueAQuarterAfterTheLast() {
    Installation installation = new Installation(folder);
    assertThat(report(installation).path("due").asBoolean()).isTrue();
    installation.run("rotate", "--environment", "prod", "--emergency");
    assertThat(report(installation).path("due").asBoolean()).isFalse();
    installation.pass(RotationReport.INTERVAL);
    assertThat(report(installation).path("due").asBoolean()).isTrue();
  }

  @Test
  void wrongArgumentsAreNamed() {
    Installation installation = new Installation(folder);
    assertThat(installation.run("rotate").out()).contains("--environment");
    assertThat(installation.run("rotate").status()).isEqualTo(2);
    assertThat(installation.run("rotate", "--environment", "../x").status()).isEqualTo(2);
    assertThat(installation.run().status()).isEqualTo(2);
    assertThat(Files.exists(folder.resolve("x"))).isFalse();
  }

  private static void rotate(Installation installation, boolean emergency) {
    if (emergency) {
      installation.run("rotate", "--environment", "prod", "--emergency");
    } else {
      installation.run("rotate", "--environment", "prod");
    }
  }

  private static List<PublicKey> accepted(Installation installation) {
    return PublicKey.parseAll(installation.site.authorizedKeys());
  }

  private static JsonNode report(Installation installation) {
    return Json.TOLERANT.readTree(
        installation.run("report", "--environment", "prod", "--json").out());
  }

  private static List<String> states(Installation installation) {
    JsonNode steps = report(installation).path("rotations").path(0).path("steps");
    return StreamSupport.stream(steps.spliterator(), false)
        .map(step -> step.path("state").asString())
        .toList();
  }
}
