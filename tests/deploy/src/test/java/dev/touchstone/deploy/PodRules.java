package dev.touchstone.deploy;

import static dev.touchstone.deploy.KubernetesObject.list;
import static dev.touchstone.deploy.KubernetesObject.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rules for what is within a pod: probes, ports, volumes, resources. */
final class PodRules {
  static final List<Rule> ALL =
      List.of(
          new Rule("one handler in a probe", PodRules::handlers),
          new Rule("probes ask a port", PodRules::probePorts),
          new Rule("three probes", PodRules::threeProbes),
          new Rule("mounts and volumes", PodRules::mounts),
          new Rule("unique variables and ports", PodRules::unique),
          new Rule("resources", PodRules::resources));

  private static final List<String> PROBES =
      List.of("startupProbe", "livenessProbe", "readinessProbe");

  private static final List<String> HANDLERS = List.of("httpGet", "exec", "tcpSocket", "grpc");

  private PodRules() {}

  private static Stream<String> handlers(Release release) {
    return probes(release)
        .filter(probe -> HANDLERS.stream().filter(probe.json()::has).count() != 1)
        .map(probe -> probe.where() + " has not exactly one handler");
  }

  private static Stream<String> probePorts(Release release) {
    return probes(release)
        .flatMap(probe ->
            Stream.of("httpGet", "tcpSocket")
                .map(handler -> probe.json().path(handler).path("port"))
                .filter(port -> !port.isMissingNode() && !listens(probe.container(), port))
                .map(port ->
                    probe.where() + " asks the port " + port + ", which the container lacks"));
  }

  private static Stream<String> threeProbes(Release release) {
    return release.workloads().stream()
        .filter(workload -> !workload.kind().equals("Job"))
        .flatMap(workload ->
            workload.containers().stream()
                .flatMap(container ->
                    PROBES.stream()
                        .filter(probe -> !container.has(probe))
                        .map(probe -> workload.id() + " has no " + probe)));
  }

  private static Stream<String> mounts(Release release) {
    List<String> faults = new ArrayList<>();
    for (KubernetesObject workload : release.workloads()) {
      JsonNode pod = workload.pod().orElseThrow();
      Set<String> volumes =
          Stream.concat(
                  stream(pod.path("volumes")).map(volume -> volume.path("name")),
                  stream(workload.spec().path("volumeClaimTemplates"))
                      .map(claim -> claim.path("metadata").path("name")))
              .map(name -> name.asString(""))
              .collect(Collectors.toSet());
      Set<String> mounted = new HashSet<>();
      for (JsonNode container : workload.containers()) {
        Set<String> paths = new HashSet<>();
        for (JsonNode mount : list(container.path("volumeMounts"))) {
          String name = mount.path("name").asString("");
          mounted.add(name);
          if (!volumes.contains(name)) {
            faults.add(workload.id() + " mounts " + name + ", which is no volume");
          }
          if (!paths.add(mount.path("mountPath").asString(""))) {
            faults.add(workload.id() + " mounts two volumes at " + mount.path("mountPath"));
          }
        }
      }
      volumes.stream()
          .filter(volume -> !mounted.contains(volume))
          .forEach(volume -> faults.add(workload.id() + " does not mount its volume " + volume));
      stream(pod.path("volumes"))
          .filter(volume -> volume.size() != 2)
          .forEach(
              volume -> faults.add(workload.id() + " has a volume of no or two kinds: " + volume));
    }
    return faults.stream();
  }

  private static Stream<String> unique(Release release) {
    return release.workloads().stream()
        .flatMap(workload ->
            workload.containers().stream()
                .flatMap(container ->
                    Stream.of(
                            stream(container.path("env")).map(entry -> entry.path("name")),
                            stream(container.path("ports")).map(entry -> entry.path("name")),
                            stream(container.path("ports"))
                                .map(entry -> entry.path("containerPort")))
                        .flatMap(PodRules::repeated)
                        .map(name -> workload.id() + " has " + name + " twice")));
  }

  private static Stream<String> repeated(Stream<JsonNode> values) {
    Set<String> seen = new HashSet<>();
    return values.map(JsonNode::toString).filter(value -> !seen.add(value));
  }

  /** Memory is requested as it is limited; what a request exceeds a limit by can't be had. */
  private static Stream<String> resources(Release release) {
    return release.workloads().stream()
        .flatMap(workload ->
            workload.containers().stream()
                .filter(container -> {
                  JsonNode requests = container.path("resources").path("requests");
                  JsonNode limits = container.path("resources").path("limits");
                  return !requests.has("cpu")
                      || !requests.has("memory")
                      || !requests.path("memory").equals(limits.path("memory"));
                })
                .map(container ->
                    workload.id()
                        + " has no equal request and limit of memory, or no request of cpu"));
  }

  /** Does a container listen on a port, by name or number? */
  static boolean listens(JsonNode container, JsonNode port) {
    return stream(container.path("ports"))
        .anyMatch(
            entry -> entry.path("name").equals(port) || entry.path("containerPort").equals(port));
  }

  /** A probe with its container. */
  private record Probe(String where, JsonNode container, JsonNode json) {}

  private static Stream<Probe> probes(Release release) {
    return release.workloads().stream()
        .flatMap(workload ->
            workload.containers().stream()
                .flatMap(container ->
                    PROBES.stream()
                        .filter(container::has)
                        .map(name ->
                            new Probe(
                                workload.id() + " " + name, container, container.path(name)))));
  }
}
