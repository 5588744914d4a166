package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the judges' namespace admits: their own pods, and nothing that is less confined. */
class AdmissionPolicyTest {
  private static final String CONTAINER = "/spec/containers/0";

  static Stream<Release> judges() {
    return Charts.releases().stream().filter(release -> release.chart().equals("judge"));
  }

  /** One way in which a pod differs from a judge, and the message that denies it. */
  record Case(String pointer, String value, String message) {}

  static List<Case> cases() {
    String user = "A judge does not run as root.";
    String privileges = "A judge has no privileges, no capabilities and a read-only root.";
    String volumes = "A judge has no volumes but empty folders, Secrets and config maps.";
    String node = "A judge uses no namespace of its node.";
    String image = "Only the judge's image runs here.";
    String limits = "A judge has limits for processors, memory and disk.";
    return List.of(
        new Case("/spec/hostUsers", "true", "A judge has a user namespace (hostUsers is false)."),
        new Case("/spec/hostUsers", "-", "A judge has a user namespace (hostUsers is false)."),
        new Case("/spec/hostNetwork", "true", node),
        new Case("/spec/hostPID", "true", node),
        new Case("/spec/hostIPC", "true", node),
        new Case(CONTAINER + "/securityContext", "-", privileges),
        new Case(CONTAINER + "/securityContext/privileged", "true", privileges),
        new Case(CONTAINER + "/securityContext/allowPrivilegeEscalation", "-", privileges),
        new Case(CONTAINER + "/securityContext/readOnlyRootFilesystem", "false", privileges),
        new Case(CONTAINER + "/securityContext/capabilities/drop/0", "'NET_RAW'", privileges),
        new Case(CONTAINER + "/securityContext/capabilities/add", "['SYS_ADMIN']", privileges),
        new Case("/spec/securityContext", "-", user),
        new Case("/spec/securityContext/runAsNonRoot", "false", user),
        new Case(CONTAINER + "/securityContext/runAsUser", "0", user),
        new Case(CONTAINER + "/securityContext/runAsNonRoot", "false", user),
        new Case(
            "/spec/automountServiceAccountToken",
            "-",
            "A judge has no token for the Kubernetes API."),
        new Case("/spec/volumes/0", "{'name':'a','hostPath':{'path':'/'}}", volumes),
        new Case("/spec/volumes/0", "{'name':'a','projected':{}}", volumes),
        new Case(CONTAINER + "/image", "'docker.io/miner:1'", image),
        new Case(CONTAINER + "/image", "'registry.example/touchstone-prod/judge-evil:1'", image),
        new Case(
            "/spec/initContainers",
            "[{'name':'a','image':'docker.io/miner:1','securityContext':{'allowPrivilegeEscalation':false,"
                + "'readOnlyRootFilesystem':true,'capabilities':{'drop':['ALL']}},"
                + "'resources':{'limits':{'cpu':1,'memory':'1Gi','ephemeral-storage':'1Gi'}}}]",
            image),
        new Case(CONTAINER + "/resources", "-", limits),
        new Case(CONTAINER + "/resources/limits/memory", "-", limits),
        new Case(CONTAINER + "/ports/0/hostPort", "5004", "A judge opens no port of its node."),
        new Case(
            "/spec/ephemeralContainers",
            "[{'name':'a'}]",
            "Nobody attaches containers to a judge."),
        new Case("/spec/nodeSelector", "-", "A judge runs on the nodes for judges only."),
        new Case(
            "/spec/nodeSelector/touchstone.dev~1pool",
            "'application'",
            "A judge runs on the nodes for judges only."));
  }

  @ParameterizedTest
  @MethodSource("judges")
  void aJudgeIsAdmitted(Release release) {
    assertThat(policy(release).denials(pod(release).json())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsLessConfinedIsDenied(Case other) {
    Release release = Charts.release("judge/prod");
    String value = other.value().equals("-") ? "" : other.value().replace('\'', '"');
    assertThat(policy(release).denials(Broken.changed(pod(release), other.pointer(), value).json()))
        .containsExactly(other.message());
  }

  @Test
  void withGvisorAPodWithoutItIsDenied() {
    Release release = Charts.release("judge/gvisor");
    assertThat(
            policy(release)
                .denials(Broken.changed(pod(release), "/spec/runtimeClassName", "\"runc\"").json()))
        .containsExactly("A judge runs in gVisor.");
  }

  @Test
  void everyValidationHasACase() {
    assertThat(new TreeSet<>(policy(Charts.release("judge/prod")).messages()))
        .isEqualTo(
            cases().stream().map(Case::message).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static AdmissionPolicy policy(Release release) {
    return new AdmissionPolicy(
        release.ofKind("ValidatingAdmissionPolicy").findFirst().orElseThrow());
  }

  /** The pod that the deployment makes. */
  private static KubernetesObject pod(Release release) {
    return new KubernetesObject(
        release.ofKind("Deployment").findFirst().orElseThrow().template().orElseThrow());
  }
}
