package dev.touchstone.operations.handover;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.http.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The secret by which Argo CD knows its own cluster. Terraform's values are its annotations, which
 * the ApplicationSets of {@code deploy/argocd} read. It contains no credentials: Argo CD uses its
 * service account.
 */
final class ClusterSecret {
  private static final String DOMAIN = "touchstone.dev/";
  private static final String INGRESS = "/alb.ingress.kubernetes.io~1";

  private final String environment;
  private final Map<String, String> values;

  private ClusterSecret(String environment, Map<String, String> values) {
    this.environment = environment;
    this.values = values;
  }

  /**
   * Reads what the roots left.
   *
   * @param environment the environment that the outputs must belong to
   * @param folder with the files {@code network.json}, {@code cluster.json}, {@code data.json} and
   *     {@code edge.json}
   * @throws ConfigurationException if a value is missing or of another environment
   */
  static ClusterSecret of(String environment, Path folder) {
    TerraformOutputs network = TerraformOutputs.read(folder, "network");
    TerraformOutputs cluster = TerraformOutputs.read(folder, "cluster");
    TerraformOutputs data = TerraformOutputs.read(folder, "data");
    TerraformOutputs edge = TerraformOutputs.read(folder, "edge");

    String registry = registry(cluster);
    String prefix = registry.substring(registry.lastIndexOf('/') + 1);
    if (!prefix.endsWith("-" + environment)) {
      throw new ConfigurationException(
          "The outputs in %s are those of %s, not of the environment %s."
              .formatted(folder, prefix, environment));
    }
    if (!cluster.isTrue("/pod_identity")) {
      throw new ConfigurationException(
          "The add-ons get their AWS roles by Pod Identity. Set pod_identity = true in cluster.tfvars and apply the root cluster.");
    }
    String vpc = network.handover("/vpc_id");
    if (!vpc.equals(cluster.handover("/load_balancer_controller/vpcId"))) {
      throw new ConfigurationException(
          "The roots network and cluster name different VPCs. Apply the root cluster again.");
    }

    Map<String, String> values = new TreeMap<>();
    values.put("vpc-id", vpc);
    values.put("cluster-name", cluster.handover("/load_balancer_controller/clusterName"));
    values.put("region", cluster.handover("/load_balancer_controller/region"));
    values.put("registry", registry);
    values.put("prefix", prefix);
    values.put("host", edge.handover("/domain_name"));
    values.put("database-host", data.handover("/database_address"));
    values.put("database-url", data.handover("/migration_settings/DATABASE_URL"));
    values.put("database-secret", data.handover("/migration_settings/DATABASE_SECRET"));
    values.put("cache-host", data.handover("/cache_address"));
    values.put("uploads-bucket", data.handover("/buckets/uploads/name"));
    values.put("load-balancer-scheme", ingress(edge, "scheme"));
    values.put("load-balancer-group", ingress(edge, "security-groups"));
    values.put("load-balancer-certificate", ingress(edge, "certificate-arn"));
    values.put("load-balancer-web-acl", ingress(edge, "wafv2-acl-arn"));
    values.put("load-balancer-attributes", ingress(edge, "load-balancer-attributes"));
    return new ClusterSecret(environment, values);
  }

  /** The registry with the prefix of the images, without the name of an image. */
  private static String registry(TerraformOutputs cluster) {
    String gateway = cluster.handover("/repository_urls/gateway");
    if (!gateway.endsWith("/gateway")) {
      throw new ConfigurationException(
          "The repository of the image gateway is %s, which does not end in /gateway."
              .formatted(gateway));
    }
    return gateway.substring(0, gateway.length() - "/gateway".length());
  }

  private static String ingress(TerraformOutputs edge, String annotation) {
    return edge.text("ingress_annotations", INGRESS + annotation);
  }

  /** The values by their names, sorted. */
  Map<String, String> values() {
    return Map.copyOf(values);
  }

  /** The manifest. A JSON text is a YAML text, too, so every value is quoted as JSON. */
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        """
        # Written by `operations handover`: Terraform's values for the ApplicationSets. It contains no credentials.
        apiVersion: v1
        kind: Secret
        metadata:
          name: in-cluster
          namespace: argocd
          labels:
            argocd.argoproj.io/secret-type: cluster
            touchstone.dev/environment: %s
          annotations:
            argocd.argoproj.io/sync-wave: "-1"
        """
            .formatted(environment));
    values.forEach((name, value) ->
        yaml.append(
            "    %s%s: %s%n".formatted(DOMAIN, name, Json.MAPPER.writeValueAsString(value))));
    yaml.append(
        """
        type: Opaque
        stringData:
          name: in-cluster
          server: https://kubernetes.default.svc
          config: '{"tlsClientConfig":{"insecure":false}}'
        """);
    return yaml.toString();
  }
}
