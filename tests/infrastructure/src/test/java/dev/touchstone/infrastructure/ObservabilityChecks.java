package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tells how the platform is, and who hears of it. */
final class ObservabilityChecks implements RootChecks {
  @Override
  public String root() {
    return "observability";
  }

  @Override
  public Stream<DynamicTest> checks(Aws aws, JsonNode handover) {
    Made made =
        new Made(
            aws.client(CloudWatchClient.builder()),
            aws.client(CloudWatchLogsClient.builder()),
            aws.client(EventBridgeClient.builder()),
            aws.client(SnsClient.builder()),
            handover);
    return Stream.of(
        dynamicTest("everything that the document watches has an alarm", made::alarms),
        dynamicTest("each alarm of a log's figure has the filter that makes it", made::filters),
        dynamicTest("topics are encrypted; mail goes to those on call", made::topics),
        dynamicTest("findings and failed backups are told", made::events),
        dynamicTest(
            "the dashboard shows what people do, nodes, database and cache", made::dashboard));
  }

  private record Made(
      CloudWatchClient cloudWatch,
      CloudWatchLogsClient logs,
      EventBridgeClient bridge,
      SnsClient sns,
      JsonNode handover) {
    private List<MetricAlarm> found() {
      return cloudWatch.describeAlarmsPaginator().metricAlarms().stream()
          .filter(alarm -> alarm.alarmName().startsWith("touchstone-prod-"))
          .toList();
    }

    /** An alarm's own namespace, or that of the figures that it is computed of. */
    private static Stream<String> namespaces(MetricAlarm alarm) {
      return alarm.namespace() != null
          ? Stream.of(alarm.namespace())
          : alarm.metrics().stream()
              .map(query -> query.metricStat())
              .filter(Objects::nonNull)
              .map(stat -> stat.metric().namespace());
    }

    void alarms() {
      assertThat(found().stream().flatMap(Made::namespaces).distinct())
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
              "AWS/WAFV2");
      assertThat(handover.path("alarm_names").valueStream().map(JsonNode::asString))
          .containsExactlyInAnyOrderElementsOf(
              found().stream().map(MetricAlarm::alarmName).toList());
    }

    void filters() {
      List<String> made =
          logs.describeMetricFilters().metricFilters().stream()
              .map(MetricFilter::filterName)
              .toList();
      List<String> watched =
          found().stream()
              .filter(alarm -> String.valueOf(alarm.namespace()).startsWith("Touchstone/"))
              .map(MetricAlarm::metricName)
              .toList();
      assertThat(watched).isNotEmpty();
      assertThat(made).containsAll(watched).contains("Requests", "ServerErrors", "Registrations");
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
          .singleElement()
          .satisfies(target ->
              assertThat(target.arn())
                  .isEqualTo(handover.path("topic_arns").path("critical").asString()));
    }

    void dashboard() {
      String name = handover.path("dashboard_name").asString();
      JsonNode body =
          new JsonMapper()
              .readTree(
                  cloudWatch.getDashboard(request -> request.dashboardName(name)).dashboardBody());
      assertThat(
              body.path("widgets")
                  .valueStream()
                  .map(widget -> widget.path("properties").path("title").asString()))
          .contains(
              "Alarms",
              "What people do",
              "Nodes (%)",
              "Load balancer: requests",
              "Database: processor (%) and connections",
              "Cache: memory (%)",
              "Latest errors");
    }
  }
}
