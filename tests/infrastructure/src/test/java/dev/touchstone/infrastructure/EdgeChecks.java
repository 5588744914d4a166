package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import tools.jackson.databind.JsonNode;

/** Names, certificate, CloudFront and WAF in front of the cluster. */
final class EdgeChecks implements RootChecks {
  @Override
  public String root() {
    return "edge";
  }

  @Override
  public Stream<DynamicTest> checks(Aws aws, JsonNode handover) {
    Deployed deployed =
        new Deployed(
            aws.client(AcmClient.builder()),
            aws.client(CloudFrontClient.builder()),
            aws.client(Route53Client.builder()),
            handover);
    return Stream.of(
        dynamicTest(
            "the certificate is issued for the platform and its origin", deployed::certificate),
        dynamicTest("CloudFront accepts TLS only and uses the web ACL", deployed::distribution),
        dynamicTest(
            "the bucket accepts only requests signed by CloudFront", deployed::originAccess),
        dynamicTest(
            "everything but static files goes to the load balancer over TLS", deployed::platform),
        dynamicTest("the name resolves to CloudFront over IPv4 and IPv6", deployed::records),
        dynamicTest("DNS fails over from an unhealthy load balancer", deployed::failover));
  }

  private record Deployed(
      AcmClient acm, CloudFrontClient cloudFront, Route53Client route53, JsonNode handover) {
    void certificate() {
      String arn = handover.path("certificate_arn").asString();
      assertThat(acm.describeCertificate(request -> request.certificateArn(arn)).certificate())
          .satisfies(certificate -> {
            assertThat(certificate.statusAsString()).isEqualTo("ISSUED");
            assertThat(certificate.subjectAlternativeNames())
                .containsExactlyInAnyOrder("touchstone.example", "origin.touchstone.example");
          });
    }

    private DistributionConfig config() {
      String id = handover.path("distribution_id").asString();
      return cloudFront.getDistributionConfig(request -> request.id(id)).distributionConfig();
    }

    void distribution() {
      assertThat(config().defaultCacheBehavior().viewerProtocolPolicyAsString())
          .isEqualTo("redirect-to-https");
      assertThat(config().webACLId()).contains("global/webacl/touchstone-prod-cloudfront");
      assertThat(config().aliases().items()).containsExactly("touchstone.example");
    }

    void originAccess() {
      assertThat(cloudFront.listOriginAccessControls(_ -> {}).originAccessControlList().items())
          .singleElement()
          .satisfies(control -> {
            assertThat(control.signingBehaviorAsString()).isEqualTo("always");
            assertThat(control.originAccessControlOriginTypeAsString()).isEqualTo("s3");
          });
    }

    void platform() {
      assertThat(config().defaultCacheBehavior().targetOriginId()).isEqualTo("platform");
      assertThat(config().cacheBehaviors().items())
          .singleElement()
          .satisfies(behavior -> {
            assertThat(behavior.pathPattern()).isEqualTo("/assets/*");
            assertThat(behavior.targetOriginId()).isEqualTo("assets");
          });
      assertThat(config().origins().items())
          .filteredOn(origin -> origin.id().equals("platform"))
          .singleElement()
          .extracting(Origin::customOriginConfig)
          .satisfies(
              origin -> assertThat(origin.originProtocolPolicyAsString()).isEqualTo("https-only"));
    }

    private List<ResourceRecordSet> recordSets(String name) {
      String zone = handover.path("zone_id").asString();
      return route53
          .listResourceRecordSets(request -> request.hostedZoneId(zone))
          .resourceRecordSets()
          .stream()
          .filter(set -> set.name().equals(name + "."))
          .toList();
    }

    void records() {
      assertThat(recordSets("touchstone.example"))
          .filteredOn(set -> set.aliasTarget() != null)
          .extracting(ResourceRecordSet::typeAsString)
          .containsExactlyInAnyOrder("A", "AAAA");
    }

    void failover() {
      assertThat(recordSets("origin.touchstone.example"))
          .singleElement()
          .satisfies(set -> {
            assertThat(set.failoverAsString()).isEqualTo("PRIMARY");
            assertThat(set.healthCheckId())
                .isEqualTo(handover.path("health_check_ids").path("primary").asString());
          });
      assertThat(route53.listHealthChecks().healthChecks())
          .hasSize(2)
          .allMatch(check -> check.healthCheckConfig().typeAsString().equals("HTTPS"))
          .allMatch(check -> check.healthCheckConfig().resourcePath().equals("/ready"));
    }
  }
}
