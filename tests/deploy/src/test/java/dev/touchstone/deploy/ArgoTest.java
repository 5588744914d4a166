package dev.touchstone.deploy;

import static dev.touchstone.deploy.KubernetesObject.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.deploy.ArgoRules.ArgoRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Argo CD installs, from its own objects to those of the platform in each environment. */
class ArgoTest {
  private static final Map<String, List<KubernetesObject>> CLUSTERS = new TreeMap<>();
  private static final Map<String, List<Release>> RELEASES = new TreeMap<>();

  static {
    for (String environment : ArgoCd.ENVIRONMENTS) {
      List<KubernetesObject> applications =
          ArgoCd.objects().stream()
              .filter(object -> object.kind().equals("ApplicationSet"))
              .map(set -> ArgoCd.application(set, environment))
              .toList();
      RELEASES.put(
          environment,
          applications.stream()
              .filter(application -> application.spec().path("sources").isArray())
              .map(ArgoCd::release)
              .toList());
      List<KubernetesObject> objects = new ArrayList<>(ArgoCd.objects());
      objects.add(ArgoCd.cluster(environment));
      objects.addAll(applications);
      objects.addAll(ArgoCd.addOns(environment));
      CLUSTERS.put(environment, List.copyOf(objects));
    }
  }

  static List<String> environments() {
    return ArgoCd.ENVIRONMENTS;
  }

  static List<ArgoRule> rules() {
    return ArgoRules.ALL;
  }

  @Test
  void everyObjectHasTheFieldsOfItsType() {
    List<KubernetesObject> all =
        Stream.concat(
                CLUSTERS.values().stream().flatMap(List::stream),
                RELEASES.values().stream()
                    .flatMap(List::stream)
                    .flatMap(release -> release.objects().stream()))
            .distinct()
            .toList();
    assertThat(all).allMatch(object -> ApiTypes.knows(object) || CustomResources.knows(object));
    assertThat(all.stream().filter(ApiTypes::knows).flatMap(ApiTypes::faults)).isEmpty();
    List<KubernetesObject> custom = all.stream().filter(CustomResources::knows).toList();
    assertThat(CustomResources.faults(custom)).isEmpty();
    // A field that does not exist, and one that is missing.
    KubernetesObject sound =
        custom.stream().filter(each -> each.kind().equals("Application")).findFirst().orElseThrow();
    assertThat(
            CustomResources.faults(
                List.of(
                    Broken.changed(sound, "/spec/projekt", "\"add-ons\""),
                    Broken.changed(sound, "/spec/destination", ""))))
        .contains("projekt", "destination");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyClusterKeepsTheRule(ArgoRule rule) {
    CLUSTERS.forEach((environment, objects) ->
        assertThat(rule.faults().apply(objects)).as(environment).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "projects are tight | AppProject/platform | /spec/sourceRepos/0 | '*' | allows '*'",
        "projects are tight | AppProject/add-ons | /spec/destinations/0/namespace | '*' | allows '*'",
        "projects are tight | AppProject/platform | /spec/namespaceResourceWhitelist/0/kind | '*' | allows '*'",
        "projects are tight | AppProject/touchstone | /spec/destinations/0/server | '' | allows ''",
        "sources and destinations are allowed | Application/keda | /spec/source/repoURL | 'https://charts.example' | comes from https://charts.example",
        "sources and destinations are allowed | Application/platform-prod | /spec/destination/namespace | 'kube-system' | goes to",
        "sources and destinations are allowed | Application/platform-prod | /spec/destination/server | 'https://elsewhere.example' | goes to",
        "sources and destinations are allowed | Application/platform-prod | /spec/project | 'default' | has no project default",
        "sources are pinned | Application/keda | /spec/source/targetRevision | '2.*' | follows '2.*'",
        "sources are pinned | Application/platform-prod | /spec/sources/1/targetRevision | 'HEAD' | follows 'HEAD'",
        "waves | AppProject/add-ons | /metadata/annotations/argocd.argoproj.io~1sync-wave | '1' | AppProject/add-ons does not come before",
        "waves | Secret/in-cluster | /metadata/annotations/argocd.argoproj.io~1sync-wave | '0' | Secret/in-cluster does not come before ApplicationSet/add-ons",
        "waves | ApplicationSet/add-ons | /metadata/annotations/argocd.argoproj.io~1sync-wave | '1' | does not come before ApplicationSet/platform",
        "synchronized by itself | Application/platform-prod | /spec/syncPolicy/automated/selfHeal | false | drifts",
        "synchronized by itself | Application/keda | /spec/syncPolicy/retry | `` | gives up",
      })
  void everyRuleFindsWhatBreaksIt(
      String name, String object, String pointer, String value, String fault) {
    ArgoRule rule =
        rules().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    List<KubernetesObject> broken =
        cluster("prod").stream()
            .map(each ->
                each.id().equals(object)
                    ? Broken.changed(each, pointer, value == null ? "" : value.replace('\'', '"'))
                    : each)
            .toList();
    assertThat(broken).isNotEqualTo(cluster("prod"));
    assertThat(rule.faults().apply(broken)).anyMatch(each -> each.contains(fault));
  }

  /** The platform and the judges, with the values of the environment and of Terraform. */
  @ParameterizedTest
  @MethodSource("environments")
  void whatIsInstalledKeepsTheRulesOfTheCharts(String environment) {
    assertThat(releases(environment)).hasSize(2);
    for (Release release : releases(environment)) {
      assertThat(
              Rules.ALL.stream()
                  .flatMap(rule ->
                      rule.faults().in(release).map(fault -> rule + ": " + release + ": " + fault)))
          .isEmpty();
      assertThat(
              release.workloads().stream()
                  .flatMap(workload -> workload.containers().stream())
                  .map(container -> container.path("image").asString())
                  .filter(image -> image.contains("touchstone-")))
          .isNotEmpty()
          .allMatch(image ->
              image.matches(
                  "[0-9]{12}\\.dkr\\.ecr\\.us-east-1\\.amazonaws\\.com/touchstone-"
                      + environment
                      + "/[a-z-]+@sha256:[0-9a-f]{64}"));
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void theProjectAllowsWhatIsInstalled(String environment) {
    KubernetesObject project = find("prod", "AppProject/platform");
    for (Release release : releases(environment)) {
      assertThat(release.objects())
          .allSatisfy(object -> {
            String version = object.json().path("apiVersion").asString();
            String group = version.contains("/") ? version.replaceFirst("/.*", "") : "";
            assertThat(
                    Stream.of("clusterResourceWhitelist", "namespaceResourceWhitelist")
                        .flatMap(list -> stream(project.spec().path(list)))
                        .anyMatch(each ->
                            each.path("group").asString().equals(group)
                                && each.path("kind").asString().equals(object.kind())))
                .as(object.id())
                .isTrue();
          });
    }
  }

  /** Stores, then secrets, then what uses them, then the load balancer; hooks around all of it. */
  @Test
  void thePlatformComesInOrder() {
    Release platform = releases("prod").getLast();
    List<Integer> waves =
        Stream.of("ClusterSecretStore", "ExternalSecret", "Deployment", "Ingress")
            .map(kind -> ArgoRules.wave(platform.ofKind(kind).findFirst().orElseThrow()))
            .toList();
    assertThat(waves).isSorted().doesNotHaveDuplicates();
    assertThat(hook(platform, "database-migration")).startsWith("pre-");
    assertThat(hook(platform, "verification")).startsWith("post-");
    assertThat(
            Repository.read(
                Repository.ROOT.resolve(
                    "operations/src/main/java/dev/touchstone/operations/verify/VerifySubcommand.java")))
        .contains("name = \"verify\"", "\"--gateway\"", "\"--seconds\"");
  }

  private static String hook(Release release, String job) {
    return release
        .find("Job", job)
        .orElseThrow()
        .json()
        .at("/metadata/annotations/helm.sh~1hook")
        .asString();
  }

  /** Every value of Terraform that the command reads is one that its root leaves. */
  @ParameterizedTest
  @MethodSource("roots")
  void terraformLeavesWhatIsHandedOver(String root) {
    JsonNode outputs =
        new JsonMapper()
            .readTree(
                Repository.read(
                    Repository.ROOT.resolve(
                        "operations/src/test/resources/handover/" + root + ".json")));
    Path folder = Repository.ROOT.resolve("infrastructure/roots/" + root);
    String sources =
        Repository.read(folder.resolve("handover.tf"))
            + Repository.read(folder.resolve("outputs.tf"));
    outputs
        .properties()
        .forEach(output -> {
          assertThat(sources).contains("output \"" + output.getKey() + "\"");
          if (output.getKey().equals("handover")) {
            output
                .getValue()
                .path("value")
                .properties()
                .forEach(
                    value -> assertThat(sources).containsPattern("\\b" + value.getKey() + " +="));
          }
        });
  }

  static List<String> roots() {
    return List.of("network", "cluster", "data", "edge");
  }

  /** The names of the add-ons' service accounts are those whose roles Terraform makes. */
  @Test
  void addOnsUseTheServiceAccountsOfTheirRoles() {
    JsonNode controller =
        find("prod", "Application/aws-load-balancer-controller")
            .spec()
            .at("/source/helm/valuesObject");
    assertThat(controller.path("vpcId").asString()).isEqualTo("vpc-0123456789abcdef0");
    assertThat(controller.path("clusterName").asString()).isEqualTo("eks-1");
    assertThat(account("load-balancer-controller"))
        .contains('"' + controller.at("/serviceAccount/name").asString() + '"');
    assertThat(account("cluster-autoscaler"))
        .contains(
            '"'
                + find("prod", "Application/cluster-autoscaler")
                    .spec()
                    .at("/source/helm/valuesObject/rbac/serviceAccount/name")
                    .asString()
                + '"');
    KubernetesObject secrets = find("staging", "Application/external-secrets");
    assertThat(secrets.spec().at("/destination/namespace").asString()).isEqualTo("staging");
    assertThat(Repository.read(Repository.ROOT.resolve("infrastructure/roots/access/pods.tf")))
        .contains(
            " "
                + secrets.spec().at("/source/helm/valuesObject/serviceAccount/name").asString()
                + " = {");
  }

  private static String account(String module) {
    return Repository.read(
        Repository.ROOT.resolve("infrastructure/modules/" + module + "/variables.tf"));
  }

  private static List<KubernetesObject> cluster(String environment) {
    return Objects.requireNonNull(CLUSTERS.get(environment));
  }

  private static List<Release> releases(String environment) {
    return Objects.requireNonNull(RELEASES.get(environment));
  }

  private static KubernetesObject find(String environment, String id) {
    return cluster(environment).stream()
        .filter(object -> object.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
