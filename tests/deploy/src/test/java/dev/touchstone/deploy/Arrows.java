package dev.touchstone.deploy;

import static dev.touchstone.deploy.KubernetesObject.stream;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who may open a connection to whom, as the network policies of a release say. */
final class Arrows {
  private Arrows() {}

  /** As {@code gateway -> scores:5003}, by the callers' policies. */
  static Set<String> outward(Release release) {
    Set<String> arrows = new TreeSet<>();
    policies(release)
        .forEach(policy ->
            stream(policy.spec().path("egress"))
                .forEach(rule ->
                    stream(rule.path("to"))
                        .forEach(peer ->
                            stream(rule.path("ports"))
                                .map(port -> port.path("port").asInt())
                                .map(port ->
                                    subject(policy, release)
                                        + " -> "
                                        + name(peer, port)
                                        + ":"
                                        + port)
                                .forEach(arrows::add))));
    return arrows;
  }

  /** The same by the policies of those that are called. */
  static Set<String> inward(Release release) {
    Set<String> arrows = new TreeSet<>();
    policies(release)
        .forEach(policy ->
            stream(policy.spec().path("ingress"))
                .forEach(rule ->
                    stream(rule.path("from"))
                        .forEach(peer ->
                            stream(rule.path("ports"))
                                .map(port -> port.path("port").asInt())
                                .map(port ->
                                    name(peer, port)
                                        + " -> "
                                        + subject(policy, release)
                                        + ":"
                                        + port)
                                .forEach(arrows::add))));
    return arrows;
  }

  private static Stream<KubernetesObject> policies(Release release) {
    return release.ofKind("NetworkPolicy");
  }

  private static String subject(KubernetesObject policy, Release release) {
    String name = label(policy.spec());
    // The judges' policy is for all pods of their namespace.
    return name.isEmpty() && release.chart().equals("judge") ? "judge" : inCluster(name);
  }

  private static String label(JsonNode parent) {
    return parent
        .path("podSelector")
        .path("matchLabels")
        .path("app.kubernetes.io/name")
        .asString("");
  }

  /** The database and the cache in the cluster stand for those of AWS. */
  private static String inCluster(String name) {
    return switch (name) {
      case "postgres" -> "database";
      case "valkey" -> "cache";
      case "keda-operator" -> "keda";
      default -> name;
    };
  }

  private static String name(JsonNode peer, int port) {
    if (peer.has("podSelector")) {
      return port == 53 ? "dns" : inCluster(label(peer));
    }
    String cidr = peer.path("ipBlock").path("cidr").asString();
    return switch (cidr) {
      case "10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24" -> "load-balancer";
      case "10.0.11.0/24", "10.0.12.0/24", "10.0.13.0/24" -> port == 6379 ? "cache" : "database";
      case "0.0.0.0/0" -> port == 443 ? "aws" : "mail";
      case "169.254.170.23/32" -> "pod-identity";
      default -> cidr;
    };
  }
}
