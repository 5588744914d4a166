package dev.touchstone.operations.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With Terraform's own templates: ObservabilityChecks compares the example with what is applied.
 */
class AlertsSubcommandTest {
  static final Path EXAMPLES = Path.of("src/test/resources/alerts");

  @TempDir private Path folder;

  private static Run test(Path outputs, String... more) {
    String[] words = new String[4 + more.length];
    System.arraycopy(
        new String[] {"alerts", "test", "--outputs", outputs.toString()}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return Run.of(Map.of(), words);
  }

  @Test
  void whatTerraformSendsReachesEverybody() {
    Run run = test(EXAMPLES);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).endsWith("18 routes, 0 faults\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void showsWhatSlackGets() {
    assertThat(test(EXAMPLES, "--route", "certificate-chat").out())
        .isEqualTo(
            """
            certificate-chat, topic touchstone-prod-chat, slack:
              {"content":{"description":"days example days, name example name","textType":"client-markdown","title":"TEST :rotating_light: touchstone-prod: A certificate is about to expire and was not renewed"},"metadata":{"eventType":"certificate","summary":"A certificate is about to expire and was not renewed","threadId":"touchstone-prod-certificate-test"},"source":"custom","version":"1.0"}
            1 routes, 0 faults
            """);
  }

  @Test
  void showsTheSentenceThatPeopleGet() {
    assertThat(test(EXAMPLES, "--route", "guardduty-sentence").out())
        .contains(
            "Subject: AWS Notification Message",
            "\"TEST touchstone-prod: GuardDuty reported a finding: finding example finding, region us-east-1, severity example severity\"");
  }

  /** What PagerDuty opens, it closes again. */
  @Test
  void showsTheAlarmThatPagerDutyGets() {
    String out = test(EXAMPLES, "--route", "alarm-critical").out();
    assertThat(out)
        .contains(
            "\"Subject\":\"ALARM: \\\"TEST touchstone-prod-event-guardduty\\\" in US East (N. Virginia)\"")
        .contains(
            "\"Subject\":\"OK: \\\"TEST touchstone-prod-event-guardduty\\\" in US East (N. Virginia)\"")
        .contains("First step: docs/alarms.md", "Nothing is wrong.");
    assertThat(out.lines().filter(line -> line.startsWith("alarm-critical, topic")))
        .containsExactly(
            "alarm-critical, topic touchstone-prod-critical, slack:",
            "alarm-critical, topic touchstone-prod-critical, pagerduty:",
            "alarm-critical, topic touchstone-prod-critical, mail:",
            "alarm-critical, topic touchstone-prod-critical, slack:",
            "alarm-critical, topic touchstone-prod-critical, pagerduty:",
            "alarm-critical, topic touchstone-prod-critical, mail:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\\\"version\\\":\\\"1.0\\\" | \\\"version\\\":1.0 | volume-chat: slack: Amazon Q drops it: version is not \"1.0\"",
        "\\\"source\\\":\\\"custom\\\" | \\\"source\\\":\\\"mine\\\" | volume-chat: slack: Amazon Q drops it: source is not \"custom\"",
        "client-markdown | markdown | volume-chat: slack: Amazon Q drops it: content.textType is not \"client-markdown\"",
        "\\\"description\\\": | \\\"text\\\": | volume-chat: slack: Amazon Q drops it: content.description is missing",
        "\\\"summary\\\": | \\\"short\\\": | volume-chat: slack: Amazon Q drops it: metadata.short is not part of the form",
        "\\\"eventType\\\":\\\"volume\\\" | \\\"eventType\\\":7 | volume-chat: slack: Amazon Q drops it: metadata.eventType has the wrong type",
        "\\\"source\\\":\\\"custom\\\", | \\\"source\\\":\\\"custom\\\" | volume-chat: slack: Amazon Q drops it: it is not a JSON object",
        "<cause>, | <reason>, | volume-chat: EventBridge has no field for <reason> of the template",
        "\"template\": \"\\\"touchstone-prod: A volume | \"template\": \"{}\", \"x\": \"\\\" | volume-sentence: mail: people would get JSON",
        "\"name\": \"touchstone-prod-error-logs\" | \"name\": \"fehlerhäufung\" | alarm-warning: SNS refuses the subject",
        "\"description\": \"A service logs errors. First step: docs/alarms.md\" | \"description\": \"\" | alarm-warning: slack: Amazon Q drops it: AlarmDescription is missing",
        "\"slack\": [ | \"nobody\": [ | volume-chat: nobody receives this topic",
        "\"pagerduty\": [ | \"pagerduty\": [\"arn:aws:sns:us-east-1:123456789012:touchstone-prod-chat\", | volume-chat: pagerduty: PagerDuty drops it: it is not a CloudWatch alarm",
      })
  void namesWhatWouldBeLost(String part, String other, String said) throws IOException {
    String sound = Files.readString(EXAMPLES.resolve("observability.json"));
    assertThat(sound).contains(part);
    Files.writeString(folder.resolve("observability.json"), sound.replace(part, other));

    Run run = test(folder);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("LOST " + said);
  }

  @Test
  void refusesUnknownReceiversAndRequirementsThatNothingTests() {
    Run unsent = test(EXAMPLES, "--require", "mail");
    assertThat(unsent.status()).isEqualTo(2);
    assertThat(unsent.err()).contains("--require needs --send");

    Run unknown = test(EXAMPLES, "--require", "pigeon");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("slack, pagerduty, mail").doesNotContain("Exception");
  }

  @Test
  void refusesAnUnknownRouteAndOutputsOfAnotherVersion() throws IOException {
    Run unknown = test(EXAMPLES, "--route", "pager");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("There is no route pager. The routes are: alarm-");

    assertThat(test(folder).err())
        .contains("terraform -chdir=infrastructure/roots/observability output -json");

    Files.writeString(folder.resolve("observability.json"), "{\"handover\": {\"value\": {}}}");
    Run old = test(folder);
    assertThat(old.status()).isEqualTo(2);
    assertThat(old.err()).contains("Apply the root observability with this version");
  }
}
