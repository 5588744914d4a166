package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule finds what breaks it. */
class RuleTest {
  private static final String POD = "/spec/template/spec";
  private static final String CONTAINER = POD + "/containers/0";

  /**
   * One way to break a rule.
   *
   * @param value JSON in place of what is there; empty to remove it
   * @param fault part of what the rule says
   */
  record Case(
      String rule, String release, String object, String pointer, String value, String fault) {
    @Override
    public String toString() {
      return rule + ": " + fault;
    }
  }

  private static Case gateway(String rule, String pointer, String value, String fault) {
    return new Case(rule, "platform/prod", "Deployment/gateway", pointer, value, fault);
  }

  private static Case prod(String rule, String object, String pointer, String value, String fault) {
    return new Case(rule, "platform/prod", object, pointer, value, fault);
  }

  static List<Case> cases() {
    return List.of(
        gateway("enumerations", CONTAINER + "/imagePullPolicy", "'Sometimes'", "imagePullPolicy"),
        gateway("enumerations", POD + "/securityContext/seccompProfile/type", "'Default'", "type"),
        prod("enumerations", "NetworkPolicy/gateway", "/spec/policyTypes/0", "'In'", "policyTypes"),
        prod("enumerations", "Service/scores-service", "/spec/type", "'NodePort'", "type"),
        gateway("quantities", CONTAINER + "/resources/limits/memory", "'352MB'", "no quantity"),
        gateway("quantities", POD + "/volumes/0/emptyDir/sizeLimit", "'64M b'", "no quantity"),
        gateway("ports", CONTAINER + "/ports/0/containerPort", "70000", "no port"),
        prod("ports", "Service/scores-service", "/spec/ports/0/targetPort", "'Http'", "no port"),
        gateway("names", "/metadata/name", "'Gateway'", "invalid name"),
        gateway("names", "/metadata/namespace", "'dev'", "is in the namespace dev"),
        gateway("names", CONTAINER + "/name", "'the gateway'", "invalid name"),
        gateway("names", "/metadata/labels/app.kubernetes.io~1name", "true", "invalid label"),
        prod(
            "unique objects",
            "Service/scores-service",
            "/metadata/name",
            "'exercises-service'",
            "is there twice"),
        gateway(
            "one handler in a probe",
            CONTAINER + "/livenessProbe/tcpSocket",
            "{'port':'http'}",
            "livenessProbe has not exactly one handler"),
        gateway(
            "one handler in a probe",
            CONTAINER + "/startupProbe/httpGet",
            "",
            "startupProbe has not exactly one handler"),
        gateway("probes ask a port", CONTAINER + "/livenessProbe/httpGet/port", "'https'", "https"),
        gateway("probes ask a port", CONTAINER + "/livenessProbe/httpGet/port", "8081", "8081"),
        gateway("three probes", CONTAINER + "/readinessProbe", "", "has no readinessProbe"),
        gateway("mounts and volumes", CONTAINER + "/volumeMounts/0/name", "'temp'", "is no volume"),
        gateway(
            "mounts and volumes",
            CONTAINER + "/volumeMounts/0/mountPath",
            "'/run/secrets/touchstone'",
            "mounts two volumes at"),
        gateway(
            "mounts and volumes",
            POD + "/volumes/9",
            "{'name':'more','emptyDir':{}}",
            "does not mount its volume more"),
        gateway(
            "mounts and volumes",
            POD + "/volumes/0/secret",
            "{'secretName':'gateway'}",
            "of no or two kinds"),
        gateway(
            "unique variables and ports",
            CONTAINER + "/env/0/name",
            "'TOUCHSTONE_SCORES_URL'",
            "twice"),
        gateway(
            "unique variables and ports", CONTAINER + "/ports/1/containerPort", "8080", "twice"),
        gateway("resources", CONTAINER + "/resources/requests/memory", "'1Gi'", "memory"),
        gateway("resources", CONTAINER + "/resources/requests/cpu", "", "cpu"),
        gateway(
            "a workload selects its pods",
            "/spec/template/metadata/labels/app.kubernetes.io~1name",
            "'door'",
            "not exactly"),
        gateway(
            "a workload selects its pods",
            "/spec/selector/matchLabels",
            "{'app.kubernetes.io/part-of':'touchstone'}",
            "not exactly"),
        prod(
            "selectors match pods",
            "Service/scores-service",
            "/spec/selector/app.kubernetes.io~1name",
            "'score'",
            "selects no pods"),
        prod(
            "selectors match pods",
            "PodDisruptionBudget/scores",
            "/spec/selector/matchLabels/app.kubernetes.io~1name",
            "'score'",
            "selects no pods"),
        prod(
            "selectors match pods",
            "NetworkPolicy/scores",
            "/spec/ingress/0/from/0/podSelector/matchLabels/app.kubernetes.io~1name",
            "'door'",
            "selects no pods"),
        gateway(
            "selectors match pods",
            POD + "/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1name",
            "'door'",
            "selects no pods"),
        prod(
            "ports have a listener",
            "Service/scores-service",
            "/spec/ports/0/targetPort",
            "5004",
            "no listener"),
        prod(
            "ports have a listener",
            "NetworkPolicy/scores",
            "/spec/ingress/0/ports/0/port",
            "5001",
            "without a listener"),
        prod(
            "an Ingress leads to a Service",
            "Ingress/touchstone",
            "/spec/rules/0/http/paths/0/backend/service/name",
            "'frontend'",
            "leads to no Service"),
        prod(
            "an Ingress leads to a Service",
            "Ingress/touchstone",
            "/spec/rules/0/http/paths/0/backend/service/port/name",
            "'https'",
            "leads to no Service"),
        prod(
            "references exist",
            "HorizontalPodAutoscaler/scores",
            "/spec/scaleTargetRef/name",
            "'score'",
            "needs Deployment/score"),
        gateway(
            "references exist", POD + "/serviceAccountName", "'door'", "needs ServiceAccount/door"),
        gateway(
            "references exist",
            POD + "/volumes/1/secret/secretName",
            "'door'",
            "needs ExternalSecret/door"),
        new Case(
            "references exist",
            "judge/prod",
            "ValidatingAdmissionPolicyBinding/prod-judges-judge",
            "/spec/policyName",
            "'judge'",
            "needs ValidatingAdmissionPolicy/judge"),
        prod(
            "secrets have their keys",
            "ExternalSecret/gateway",
            "/spec/target/template/data/TOUCHSTONE_INTERNAL_TOKEN",
            "",
            "which its Secret lacks"),
        gateway("restricted pods", POD + "/securityContext/runAsNonRoot", "false", "runs as root"),
        gateway("restricted pods", POD + "/securityContext/runAsUser", "0", "has no user"),
        gateway(
            "restricted pods",
            POD + "/securityContext/seccompProfile/type",
            "'Unconfined'",
            "not confined"),
        new Case(
            "restricted pods",
            "judge/prod",
            "Deployment/judge",
            POD + "/hostUsers",
            "true",
            "not confined"),
        new Case(
            "restricted pods",
            "judge/prod",
            "Deployment/judge",
            POD + "/hostUsers",
            "",
            "sees all of /proc"),
        gateway("restricted pods", POD + "/hostPID", "true", "namespace of its node"),
        gateway(
            "restricted pods",
            POD + "/volumes/0",
            "{'name':'temporary','hostPath':{'path':'/'}}",
            "volume of another kind"),
        gateway(
            "restricted pods",
            CONTAINER + "/securityContext/allowPrivilegeEscalation",
            "",
            "may gain rights"),
        gateway(
            "restricted pods",
            CONTAINER + "/securityContext/readOnlyRootFilesystem",
            "false",
            "can write to its root"),
        gateway(
            "restricted pods",
            CONTAINER + "/securityContext/capabilities/add",
            "['NET_RAW']",
            "has capabilities"),
        gateway(
            "restricted pods", CONTAINER + "/securityContext/privileged", "true", "is privileged"),
        gateway("no token", POD + "/automountServiceAccountToken", "true", "gets a token"),
        gateway("no token", POD + "/enableServiceLinks", "", "gets a token"),
        prod(
            "no token",
            "ServiceAccount/gateway",
            "/automountServiceAccountToken",
            "",
            "hands out its token"),
        gateway(
            "pinned images", CONTAINER + "/image", "'registry.example/gateway:latest'", "moves"),
        gateway("pinned images", CONTAINER + "/image", "'registry.example/gateway'", "moves"),
        prod(
            "a network policy for every pod",
            "NetworkPolicy/gateway",
            "/spec/podSelector/matchLabels",
            "{}",
            "has no network policy"),
        prod(
            "a network policy for every pod",
            "NetworkPolicy/gateway",
            "/spec/policyTypes",
            "['Ingress']",
            "has no network policy"),
        gateway(
            "secrets are files",
            CONTAINER + "/env/0",
            "{'name':'DATABASE_PASSWORD','value':'x'}",
            "secret in a variable"),
        gateway(
            "secrets are files",
            CONTAINER + "/env/0",
            "{'name':'KEY','valueFrom':{'secretKeyRef':{'name':'a','key':'b'}}}",
            "secret in a variable"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRuleFindsWhatBreaksIt(Case broken) {
    Release release =
        Broken.release(
            broken.release(), broken.object(), broken.pointer(), broken.value().replace('\'', '"'));
    assertThat(Rules.named(broken.rule()).faults().in(release))
        .isNotEmpty()
        .anyMatch(fault -> fault.contains(broken.fault()));
  }

  @Test
  void everyRuleHasACase() {
    assertThat(cases().stream().map(Case::rule).distinct())
        .containsExactlyInAnyOrderElementsOf(Rules.ALL.stream().map(Rule::name).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Deployment/gateway              | /spec/replica                  | 2
          Deployment/gateway              | /spec/template/spec/containers | ~~
          Deployment/gateway              | /spec/template/spec/nodeName   | ["a"]
          Deployment/gateway              | /spec/revisionHistoryLimit     | "five"
          NetworkPolicy/gateway           | /spec/podSelector/matchLabel   | {}
          HorizontalPodAutoscaler/gateway | /spec/maxReplicas              | ~~
          """)
  void theTypesOfTheApiFindUnknownAndMissingFields(String object, String pointer, String value) {
    Release release = Broken.release("platform/prod", object, pointer, value);
    assertThat(release.objects().stream().filter(ApiTypes::knows).flatMap(ApiTypes::faults))
        .hasSize(1);
  }

  @Test
  void theCompilerFindsUnknownAndMissingFields() {
    KubernetesObject scaled =
        Charts.release("judge/prod").find("ScaledObject", "judge").orElseThrow();
    KubernetesObject secret =
        Charts.release("judge/prod").find("ExternalSecret", "judge").orElseThrow();
    Stream<KubernetesObject> broken =
        Stream.of(
            Broken.changed(scaled, "/spec/maxReplicas", "3"),
            Broken.changed(scaled, "/spec/fallback/failureThreshold", ""),
            Broken.changed(scaled, "/spec/fallback/behavior", "\"stop\""),
            Broken.changed(secret, "/spec/data/0/remoteRef/name", "\"x\""));
    assertThat(
            CustomResources.faults(broken.toList())
                .lines()
                .filter(line -> line.contains("error TS")))
        .hasSize(4);
  }
}
