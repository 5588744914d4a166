package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The network policies open the arrows of the architecture document, and those named here. */
class ArrowsTest {
  private static final Path DOCUMENT =
      Repository.ROOT.resolve("../shared/system-architecture.md").normalize();

  private static final Pattern ARROW =
      Pattern.compile(" +(\\w+) ?(?:-->|->>)(?:\\|[^|]*\\|)? ?(\\w+)(?::.*)?");

  private static final List<String> DIAGRAMS =
      List.of(
          "Cloud Infrastructure Overview",
          "Pod Architecture",
          "Service Communication Pattern",
          "Service Dependencies");

  /** What the boxes of the diagrams are called here. */
  private static final Map<String, String> BOXES =
      Map.ofEntries(
          Map.entry("ALB", "load-balancer"),
          Map.entry("FE", "web"),
          Map.entry("FRONTEND", "web"),
          Map.entry("GW_POD", "gateway"),
          Map.entry("GATEWAY", "gateway"),
          Map.entry("Gateway", "gateway"),
          Map.entry("UM", "user-management"),
          Map.entry("UM_POD", "user-management"),
          Map.entry("UM_SVC", "user-management"),
          Map.entry("USER_MGMT", "user-management"),
          Map.entry("Auth", "user-management"),
          Map.entry("ES", "exercises"),
          Map.entry("ES_POD", "exercises"),
          Map.entry("ES_SVC", "exercises"),
          Map.entry("EXERCISES", "exercises"),
          Map.entry("Exercises", "exercises"),
          Map.entry("SS", "scores"),
          Map.entry("SS_POD", "scores"),
          Map.entry("SS_SVC", "scores"),
          Map.entry("SCORES", "scores"),
          Map.entry("Scores", "scores"),
          Map.entry("RDS", "database"),
          Map.entry("AUTH_DB", "database"),
          Map.entry("EX_DB", "database"),
          Map.entry("SCORE_DB", "database"),
          Map.entry("POSTGRES", "database"),
          Map.entry("DB", "database"),
          Map.entry("REDIS", "cache"),
          Map.entry("AWS", "aws"),
          Map.entry("S3", "storage"),
          Map.entry("STORAGE", "storage"));

  /** Drawn, but not open. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "load-balancer -> user-management", "through the gateway, the only public door",
          "load-balancer -> exercises", "through the gateway",
          "load-balancer -> scores", "through the gateway",
          "web -> gateway", "the web app runs in browsers, which come through the load balancer",
          "web -> storage", "CloudFront reads the bucket; the pod serves its own files");

  /** Open, but not drawn; the values of the chart platform give each reason. */
  private static final Set<String> ADDED =
      Set.of(
          "load-balancer -> gateway",
          "exercises -> user-management",
          "scores -> user-management",
          "scores -> exercises",
          "exercises -> scores",
          "user-management -> mail",
          "user-management -> pod-identity",
          "exercises -> pod-identity",
          "scores -> pod-identity",
          "database-migration -> database",
          "database-migration -> aws",
          "database-migration -> pod-identity",
          "verification -> gateway",
          "judge -> scores",
          "judge -> exercises",
          "keda -> scores");

  static Stream<Release> platforms() {
    return Charts.releases().stream().filter(release -> release.chart().equals("platform"));
  }

  @Test
  void whatIsOpenIsDrawnOrHasAReason() {
    Assumptions.assumeTrue(
        Files.exists(DOCUMENT), "the architecture document is not beside the sources");
    Set<String> wanted = new TreeSet<>(drawn());
    assertThat(wanted).containsAll(ELSEWHERE.keySet()).doesNotContainAnyElementsOf(ADDED);
    wanted.removeAll(ELSEWHERE.keySet());
    wanted.addAll(ADDED);

    Release platform = Charts.release("platform/prod");
    Set<String> open =
        Stream.concat(Arrows.inward(platform).stream(), Arrows.outward(platform).stream())
            .map(arrow -> arrow.replaceFirst(":[0-9]+$", ""))
            .filter(arrow -> !arrow.endsWith(" -> dns"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(open).isEqualTo(wanted);
  }

  /** Kubernetes needs both ends of an arrow. */
  @ParameterizedTest
  @MethodSource("platforms")
  void bothEndsOfAnArrowAreOpen(Release platform) {
    Set<String> inside = Set.of("gateway", "user-management", "exercises", "scores", "web");
    assertThat(between(Arrows.inward(platform), inside))
        .hasSizeGreaterThan(5)
        .isEqualTo(between(Arrows.outward(platform), inside));
  }

  /** What judges may call is what lets judges in. */
  @Test
  void judgesReachWhatTheyMayCall() {
    Set<String> called =
        Arrows.outward(Charts.release("judge/prod")).stream()
            .filter(arrow -> !arrow.contains("-> dns"))
            .collect(Collectors.toSet());
    assertThat(called)
        .isEqualTo(
            Arrows.inward(Charts.release("platform/prod")).stream()
                .filter(arrow -> arrow.startsWith("judge ->"))
                .collect(Collectors.toSet()));
    assertThat(Arrows.inward(Charts.release("judge/prod"))).isEmpty();
  }

  /** Within the cluster the database lets in who may call it. */
  @Test
  void theDatabaseInTheClusterLetsTheServicesIn() {
    Release dev = Charts.release("platform/dev");
    assertThat(
            Arrows.inward(dev).stream()
                .filter(arrow -> arrow.contains("-> database") || arrow.contains("-> cache")))
        .containsExactlyInAnyOrder(
            "user-management -> database:5432",
            "exercises -> database:5432",
            "scores -> database:5432",
            "exercises -> cache:6379");
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void everythingElseIsDenied(Release platform) {
    assertThat(platform.find("NetworkPolicy", "default-deny").orElseThrow().spec().toString())
        .isEqualTo(
            "{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"],\"ingress\":[],\"egress\":[]}");
  }

  private static Set<String> between(Set<String> arrows, Set<String> inside) {
    return arrows.stream()
        .filter(arrow -> {
          String[] ends = arrow.split(" -> |:", -1);
          return inside.contains(ends[0]) && inside.contains(ends[1]);
        })
        .collect(Collectors.toSet());
  }

  /** The arrows of the diagrams between boxes that are pods or what pods call. */
  private static Set<String> drawn() {
    Set<String> arrows = new TreeSet<>();
    String heading = "";
    for (String line : Repository.read(DOCUMENT).lines().toList()) {
      if (line.startsWith("#")) {
        heading = line.replaceFirst("^#+ ", "");
      }
      Matcher arrow = ARROW.matcher(line);
      if (DIAGRAMS.contains(heading) && arrow.matches()) {
        Optional<String> from = Optional.ofNullable(BOXES.get(arrow.group(1)));
        Optional<String> to = Optional.ofNullable(BOXES.get(arrow.group(2)));
        if (from.isPresent() && to.isPresent() && !from.equals(to)) {
          arrows.add(from.get() + " -> " + to.get());
        }
      }
    }
    return arrows;
  }
}
