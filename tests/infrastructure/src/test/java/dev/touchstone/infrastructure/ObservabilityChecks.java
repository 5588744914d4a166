package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Alarms, metrics, dashboard and notifications. */
final class ObservabilityChecks implements RootChecks {
  private static final JsonMapper JSON = new JsonMapper();

  private static final JsonNode PLATFORM_METRICS =
      new YAMLMapper()
          .readTree(
              Sources.INFRASTRUCTURE.resolve("roots/observability/platform_metrics.yaml").toFile());

  @Override
  public String root() {
    return "observability";
  }

  @Override
  public Stream<DynamicTest> checks(Aws aws, JsonNode handover) {
    Deployed deployed =
        new Deployed(
            new CloudWatch(aws.endpoint()),
            aws.client(CloudWatchLogsClient.builder()),
            aws.client(EventBridgeClient.builder()),
            aws.client(SnsClient.builder()),
            handover);
    return Stream.of(
        dynamicTest("everything that the document monitors has an alarm", deployed::alarms),
        dynamicTest("each alarm on a log metric has its metric filter", deployed::filters),
        dynamicTest(
            "the filters of the platform's log are those of the file", deployed::platformFilters),
        dynamicTest(
            "topics are encrypted, and critical notifications go to the mail addresses",
            deployed::topics),
        dynamicTest("findings and failed backups raise notifications", deployed::events),
        dynamicTest(
            "every event reaches mail, chat and, by its alarm, PagerDuty", deployed::routes),
        dynamicTest(
            "the templates are those with which the tests of `alerts test` work",
            deployed::templates),
        dynamicTest("the dashboard shows users, nodes, database and cache", deployed::dashboard));
  }

  private record Deployed(
      CloudWatch cloudWatch,
      CloudWatchLogsClient logs,
      EventBridgeClient bridge,
      SnsClient sns,
      JsonNode handover) {
    private List<JsonNode> found() {
      return cloudWatch
          .alarms()
          .valueStream()
          .filter(alarm -> name(alarm).startsWith("touchstone-prod-"))
          .toList();
    }

    private static String name(JsonNode alarm) {
      return alarm.path("AlarmName").asString();
    }

    /** An alarm's own namespace, or those of the metrics that it is computed from. */
    private static Stream<String> namespaces(JsonNode alarm) {
      return Stream.concat(
              Stream.of(alarm.path("Namespace")),
              alarm
                  .path("Metrics")
                  .valueStream()
                  .map(query -> query.at("/MetricStat/Metric/Namespace")))
          .map(namespace -> namespace.asString(""))
          .filter(namespace -> !namespace.isEmpty());
    }

    void alarms() {
      assertThat(found().stream().flatMap(Deployed::namespaces).distinct())
          .containsExactlyInAnyOrder(
              "Touchstone/prod",
              "Touchstone/prod/Audit",
              "ContainerInsights",
              "AWS/EC2",
              "AWS/RDS",
              "AWS/ElastiCache",
              "AWS/ApplicationELB",
              "AWS/CloudFront",
              "AWS/Route53",
              "AWS/Events",
              "AWS/WAFV2");
      assertThat(handover.path("alarm_names").valueStream().map(JsonNode::asString))
          .containsExactlyInAnyOrderElementsOf(found().stream().map(Deployed::name).toList());
    }

    void filters() {
      List<String> filtered =
          logs.describeMetricFilters().metricFilters().stream()
              .map(MetricFilter::filterName)
              .toList();
      List<String> watched =
          found().stream()
              .filter(alarm -> alarm.path("Namespace").asString("").startsWith("Touchstone/"))
              .map(alarm -> alarm.path("MetricName").asString())
              .toList();
      assertThat(watched).isNotEmpty();
      assertThat(filtered).containsAll(watched);
    }

    /** So that a filter can't escape MetricFiltersTest, which reads that file. */
    void platformFilters() {
      Map<String, String> listed = new TreeMap<>();
      PLATFORM_METRICS
          .propertyStream()
          .forEach(
              metric -> listed.put(metric.getKey(), metric.getValue().path("pattern").asString()));
      assertThat(
              logs.describeMetricFilters().metricFilters().stream()
                  .filter(filter -> filter.logGroupName().endsWith("/application"))
                  .collect(Collectors.toMap(MetricFilter::filterName, MetricFilter::filterPattern)))
          .isNotEmpty()
          .isEqualTo(listed);
    }

    void topics() {
      for (String severity : List.of("critical", "warning")) {
        String arn = handover.path("topic_arns").path(severity).asString();
        assertThat(sns.getTopicAttributes(request -> request.topicArn(arn)).attributes())
            .hasEntrySatisfying(
                "KmsMasterKeyId", key -> assertThat(key).startsWith("arn:aws:kms:"));
      }
      String critical = handover.path("topic_arns").path("critical").asString();
      assertThat(
              sns.listSubscriptionsByTopic(request -> request.topicArn(critical)).subscriptions())
          .extracting(Subscription::protocol)
          .containsExactly("email");
    }

    void events() {
      assertThat(bridge.listRules(_ -> {}).rules())
          .extracting(rule -> rule.name())
          .contains(
              "touchstone-prod-guardduty",
              "touchstone-prod-access-analyzer",
              "touchstone-prod-backup-failed",
              "touchstone-prod-database");
      assertThat(
              bridge
                  .listTargetsByRule(request -> request.rule("touchstone-prod-guardduty"))
                  .targets())
          .extracting(target -> target.arn().replaceFirst(".*:", ""))
          .containsExactlyInAnyOrder("touchstone-prod-critical-events", "touchstone-prod-chat");
    }

    /** The messages as EventBridge makes them of the templates. */
    void routes() {
      List<String> rules = bridge.listRules(_ -> {}).rules().stream().map(Rule::name).toList();
      assertThat(rules)
          .hasSizeGreaterThan(5)
          .allSatisfy(rule -> {
            Map<String, String> messages =
                bridge.listTargetsByRule(request -> request.rule(rule)).targets().stream()
                    .collect(
                        Collectors.toMap(
                            target -> target.arn().replaceFirst(".*-", ""), Deployed::message));
            assertThat(messages).containsOnlyKeys("events", "chat");
            assertThat(JSON.readTree(messages.get("events")).asString())
                .startsWith("touchstone-prod: ")
                .contains("some value");
            JsonNode chat = JSON.readTree(messages.get("chat"));
            assertThat(chat.path("version").asString()).isEqualTo("1.0");
            assertThat(chat.path("source").asString()).isEqualTo("custom");
            assertThat(chat.path("content").path("textType").asString())
                .isEqualTo("client-markdown");
            assertThat(chat.path("content").path("title").asString()).contains("touchstone-prod: ");
            assertThat(chat.path("content").path("description").asString()).contains("some value");
            assertThat(found())
                .anySatisfy(alarm -> {
                  assertThat(alarm.path("MetricName").asString("")).isEqualTo("TriggeredRules");
                  assertThat(alarm.path("Dimensions").toString()).contains("\"" + rule + "\"");
                });
          });
    }

    /** The other way round, what the command reads is the output of the same resources. */
    void templates() {
      JsonNode example =
          JSON.readTree(
              Sources.read(
                  Sources.REPOSITORY.resolve(
                      "operations/src/test/resources/alerts/observability.json")));
      Map<String, String> expected =
          example
              .at("/alert_routes/value/events")
              .propertyStream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, event -> event.getValue().path("template").asString()));
      assertThat(
              bridge.listRules(_ -> {}).rules().stream()
                  .flatMap(rule ->
                      bridge
                          .listTargetsByRule(request -> request.rule(rule.name()))
                          .targets()
                          .stream())
                  .collect(
                      Collectors.toMap(
                          Target::id, target -> target.inputTransformer().inputTemplate())))
          .isEqualTo(expected);
    }

    private static String message(Target target) {
      String message = target.inputTransformer().inputTemplate();
      for (String field : target.inputTransformer().inputPathsMap().keySet()) {
        message = message.replace("<" + field + ">", "some value");
      }
      return message;
    }

    void dashboard() {
      String name = handover.path("dashboard_name").asString();
      JsonNode body = cloudWatch.dashboard(name);
      assertThat(
              body.path("widgets")
                  .valueStream()
                  .map(widget -> widget.path("properties").path("title").asString()))
          .contains(
              "Alarms",
              "Users",
              "Faults",
              "Nodes (%)",
              "Load balancer: requests",
              "Database: processor (%) and connections",
              "Cache: memory (%)",
              "Latest errors");
    }
  }
}
