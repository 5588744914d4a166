package dev.touchstone.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rules for single values: enumerations, quantities, ports, names. */
final class ValueRules {
  static final List<Rule> ALL =
      List.of(
          new Rule("enumerations", ValueRules::enumerations),
          new Rule("quantities", ValueRules::quantities),
          new Rule("ports", ValueRules::ports),
          new Rule("names", ValueRules::names),
          new Rule("unique objects", ValueRules::uniqueObjects));

  /** Allowed values by field, or by parent and field where the field alone says too little. */
  private static final Map<String, Set<String>> ENUMERATIONS =
      Map.ofEntries(
          Map.entry("imagePullPolicy", Set.of("Always", "IfNotPresent", "Never")),
          Map.entry("protocol", Set.of("TCP", "UDP", "SCTP")),
          Map.entry("restartPolicy", Set.of("Always", "OnFailure", "Never")),
          Map.entry("whenUnsatisfiable", Set.of("DoNotSchedule", "ScheduleAnyway")),
          Map.entry("pathType", Set.of("Exact", "Prefix", "ImplementationSpecific")),
          Map.entry("policyTypes", Set.of("Ingress", "Egress")),
          Map.entry("volumeBindingMode", Set.of("Immediate", "WaitForFirstConsumer")),
          Map.entry("reclaimPolicy", Set.of("Delete", "Retain")),
          Map.entry(
              "accessModes",
              Set.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod")),
          Map.entry("unhealthyPodEvictionPolicy", Set.of("AlwaysAllow", "IfHealthyBudget")),
          Map.entry("procMount", Set.of("Default", "Unmasked")),
          Map.entry("fsGroupChangePolicy", Set.of("OnRootMismatch", "Always")),
          Map.entry("failurePolicy", Set.of("Fail", "Ignore")),
          Map.entry("validationActions", Set.of("Deny", "Warn", "Audit")),
          Map.entry("operations", Set.of("CREATE", "UPDATE", "DELETE", "CONNECT", "*")),
          Map.entry("seccompProfile/type", Set.of("RuntimeDefault", "Unconfined", "Localhost")),
          Map.entry("strategy/type", Set.of("RollingUpdate", "Recreate")),
          Map.entry("tolerations/effect", Set.of("NoSchedule", "PreferNoSchedule", "NoExecute")),
          Map.entry("tolerations/operator", Set.of("Equal", "Exists")),
          Map.entry("target/type", Set.of("Utilization", "Value", "AverageValue")),
          Map.entry("metrics/type", Set.of("Resource", "Pods", "Object", "External")),
          Map.entry("policies/type", Set.of("Pods", "Percent")),
          Map.entry("triggers/metricType", Set.of("Utilization", "Value", "AverageValue")),
          Map.entry("Service/spec/type", Set.of("ClusterIP")));

  private static final Pattern QUANTITY =
      Pattern.compile("[0-9]+(\\.[0-9]+)?([EPTGMk]i?|Ki|m)?|[0-9]+");

  /** A name of most objects (RFC 1123). */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  /** A name of a Service, a container or a volume. */
  private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern PORT_NAME = Pattern.compile("[a-z]([a-z0-9-]{0,13}[a-z0-9])?");
  private static final Pattern LABEL_VALUE =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");

  private static final Set<String> PORT_FIELDS =
      Set.of("port", "containerPort", "targetPort", "number");

  private ValueRules() {}

  private static Stream<String> enumerations(Release release) {
    List<String> faults = new ArrayList<>();
    walk(
        release,
        (path, value) -> {
          Set<String> allowed = allowed(path);
          if (allowed != null) {
            Stream<JsonNode> values =
                value.isArray() ? KubernetesObject.stream(value) : Stream.of(value);
            values
                .filter(each -> !allowed.contains(each.asString("")))
                .forEach(each -> faults.add(path + " is " + each + ", not one of " + allowed));
          }
        });
    return faults.stream();
  }

  private static @org.jspecify.annotations.Nullable Set<String> allowed(String path) {
    List<String> parts =
        Stream.of(path.split("/")).filter(part -> !part.matches("[0-9]+")).toList();
    String last = parts.getLast();
    String pair = parts.get(parts.size() - 2) + "/" + last;
    if (ENUMERATIONS.containsKey(pair)) {
      return ENUMERATIONS.get(pair);
    }
    // A path begins with kind and name.
    String whole = parts.getFirst() + "/" + String.join("/", parts.subList(2, parts.size()));
    return ENUMERATIONS.containsKey(whole) ? ENUMERATIONS.get(whole) : ENUMERATIONS.get(last);
  }

  private static Stream<String> quantities(Release release) {
    List<String> faults = new ArrayList<>();
    walk(
        release,
        (path, value) -> {
          if (path.matches(".*/resources/(requests|limits)/[^/]+|.*/sizeLimit")
              && !QUANTITY.matcher(value.asString("")).matches()) {
            faults.add(path + " is no quantity: " + value);
          }
        });
    return faults.stream();
  }

  private static Stream<String> ports(Release release) {
    List<String> faults = new ArrayList<>();
    walk(
        release,
        (path, value) -> {
          String field = path.substring(path.lastIndexOf('/') + 1);
          if (PORT_FIELDS.contains(field) && value.isValueNode()) {
            boolean good =
                value.isInt()
                    ? value.asInt() >= 1 && value.asInt() <= 65_535
                    : PORT_NAME.matcher(value.asString("")).matches();
            if (!good) {
              faults.add(path + " is no port: " + value);
            }
          }
        });
    return faults.stream();
  }

  private static Stream<String> names(Release release) {
    List<String> faults = new ArrayList<>();
    for (KubernetesObject object : release.objects()) {
      Pattern form = object.kind().equals("Service") ? LABEL : NAME;
      if (!form.matcher(object.name()).matches()) {
        faults.add(object.id() + " has an invalid name");
      }
      String namespace = object.json().path("metadata").path("namespace").asString("");
      if (!namespace.isEmpty() && !namespace.equals(release.namespace())) {
        faults.add(object.id() + " is in the namespace " + namespace);
      }
    }
    walk(
        release,
        (path, value) -> {
          if (path.matches(".*/(containers|volumes|volumeMounts)/[0-9]+/name")
              && !LABEL.matcher(value.asString("")).matches()) {
            faults.add(path + " is an invalid name: " + value);
          }
          if (path.matches(".*/(labels|matchLabels)/.*")
              && !(value.isString() && LABEL_VALUE.matcher(value.asString()).matches())) {
            faults.add(path + " is an invalid label: " + value);
          }
        });
    return faults.stream();
  }

  private static Stream<String> uniqueObjects(Release release) {
    return release.objects().stream()
        .map(KubernetesObject::id)
        .filter(id -> release.objects().stream().filter(other -> other.id().equals(id)).count() > 1)
        .map(id -> id + " is there twice");
  }

  /** Visits every value with its path, which begins with the object's kind and name. */
  private static void walk(Release release, BiConsumer<String, JsonNode> visitor) {
    release.objects().forEach(object -> walk(object.id(), object.json(), visitor));
  }

  private static void walk(String path, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(path, node);
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> walk(path + "/" + entry.getKey(), entry.getValue(), visitor));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(path + "/" + i, node.path(i), visitor);
      }
    }
  }
}
