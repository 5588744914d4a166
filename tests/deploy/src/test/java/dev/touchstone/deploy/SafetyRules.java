package dev.touchstone.deploy;

import static dev.touchstone.deploy.KubernetesObject.stream;
import static dev.touchstone.deploy.KubernetesObject.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rules for what a pod may do: the standard {@code restricted}, and more. */
final class SafetyRules {
  static final List<Rule> ALL =
      List.of(
          new Rule("restricted pods", SafetyRules::restricted),
          new Rule("no token", SafetyRules::noToken),
          new Rule("pinned images", SafetyRules::pinnedImages),
          new Rule("a network policy for every pod", SafetyRules::networkPolicies),
          new Rule("secrets are files", SafetyRules::secretsAreFiles));

  private static final Set<String> VOLUMES = Set.of("emptyDir", "secret", "configMap");

  /** A digest or a version, not a name that moves such as latest. */
  private static final Pattern PINNED =
      Pattern.compile("[a-z0-9./_-]+(@sha256:[0-9a-f]{64}|:[A-Za-z0-9._-]+)");

  private SafetyRules() {}

  private static Stream<String> restricted(Release release) {
    List<String> faults = new ArrayList<>();
    for (KubernetesObject workload : release.workloads()) {
      JsonNode pod = workload.pod().orElseThrow();
      JsonNode context = pod.path("securityContext");
      boolean judge = release.chart().equals("judge");
      expect(faults, workload, "runs as root", context.path("runAsNonRoot").asBoolean(false));
      expect(faults, workload, "has no user", context.path("runAsUser").asInt(0) > 0);
      // The runtime's filter forbids boxes; the admission policy and user namespaces stand in.
      expect(
          faults,
          workload,
          "is not confined by seccomp",
          context.path("seccompProfile").path("type").asString("").equals("RuntimeDefault")
              || (judge && !pod.path("hostUsers").asBoolean(true)));
      expect(
          faults,
          workload,
          "uses a namespace of its node",
          Stream.of("hostNetwork", "hostPID", "hostIPC").noneMatch(pod::has));
      expect(
          faults,
          workload,
          "has a volume of another kind",
          stream(pod.path("volumes"))
              .allMatch(volume -> VOLUMES.stream().filter(volume::has).count() == 1));
      for (JsonNode container : workload.containers()) {
        JsonNode own = container.path("securityContext");
        expect(
            faults,
            workload,
            "may gain rights",
            !own.path("allowPrivilegeEscalation").asBoolean(true));
        expect(
            faults,
            workload,
            "can write to its root",
            own.path("readOnlyRootFilesystem").asBoolean(false));
        expect(
            faults,
            workload,
            "has capabilities",
            own.path("capabilities").path("drop").path(0).asString("").equals("ALL")
                && !own.path("capabilities").has("add"));
        expect(faults, workload, "is privileged", !own.path("privileged").asBoolean(false));
        expect(
            faults,
            workload,
            "sees all of /proc",
            !own.has("procMount") || (judge && !pod.path("hostUsers").asBoolean(true)));
      }
    }
    return faults.stream();
  }

  private static void expect(
      List<String> faults, KubernetesObject workload, String fault, boolean good) {
    if (!good) {
      faults.add(workload.id() + " " + fault);
    }
  }

  private static Stream<String> noToken(Release release) {
    return Stream.concat(
        release.workloads().stream()
            .filter(workload -> {
              JsonNode pod = workload.pod().orElseThrow();
              return pod.path("automountServiceAccountToken").asBoolean(true)
                  || pod.path("enableServiceLinks").asBoolean(true);
            })
            .map(workload -> workload.id() + " gets a token or the addresses of all Services"),
        release
            .ofKind("ServiceAccount")
            .filter(account -> account.json().path("automountServiceAccountToken").asBoolean(true))
            .map(account -> account.id() + " hands out its token"));
  }

  private static Stream<String> pinnedImages(Release release) {
    return release.workloads().stream()
        .flatMap(workload ->
            workload.containers().stream()
                .map(container -> container.path("image").asString(""))
                .filter(image -> !PINNED.matcher(image).matches() || image.endsWith(":latest"))
                .map(image -> workload.id() + " runs an image that moves: " + image));
  }

  private static Stream<String> networkPolicies(Release release) {
    List<Map<String, String>> selectors =
        release
            .ofKind("NetworkPolicy")
            .filter(policy -> policy.spec().path("policyTypes").size() == 2)
            .map(policy -> texts(policy.spec().path("podSelector").path("matchLabels")))
            // The one that denies everything is not enough, but in the judges' namespace.
            .filter(labels -> !labels.isEmpty() || release.chart().equals("judge"))
            .toList();
    return release.workloads().stream()
        .filter(workload ->
            selectors.stream()
                .noneMatch(
                    labels -> workload.podLabels().entrySet().containsAll(labels.entrySet())))
        .map(workload -> workload.id() + " has no network policy");
  }

  /** A variable shows up in the pod's description, a file does not. */
  private static Stream<String> secretsAreFiles(Release release) {
    return release.workloads().stream()
        // PostgreSQL's own image reads the role passwords from variables only.
        .filter(workload -> !workload.id().equals("StatefulSet/postgres"))
        .flatMap(workload ->
            workload.containers().stream()
                .flatMap(container -> stream(container.path("env")))
                .filter(entry ->
                    entry.has("valueFrom")
                        || entry.path("name").asString("").matches(".*(TOKEN|SECRET|PASSWORD)"))
                .filter(entry -> !entry.path("name").asString("").equals("DATABASE_SECRET"))
                .map(
                    entry -> workload.id() + " has a secret in a variable: " + entry.path("name")));
  }
}
