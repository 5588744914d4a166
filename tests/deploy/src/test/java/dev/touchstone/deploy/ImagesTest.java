package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.gateway.edge.EdgeHeaders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images' sources agree with the charts and with the programs; nothing is built here. */
class ImagesTest {
  private static final Path IMAGES = Repository.ROOT.resolve("deploy/images");
  private static final String SCRIPT =
      Repository.read(Repository.ROOT.resolve("scripts/images.sh"));
  private static final String NGINX = Repository.read(IMAGES.resolve("web/nginx.conf"));

  private static final Pattern ROW = Pattern.compile("(?m)^([a-z-]+)\\|(jvm|judge|web)\\|");
  private static final Pattern HEADER =
      Pattern.compile("add_header ([A-Za-z-]+) (?:\"([^\"]*)\"|(\\$\\w+)) always;");

  /** The judge's languages need a system; the others have only what they use, and no shell. */
  @ParameterizedTest
  @ValueSource(strings = {"jvm", "judge", "web"})
  void anImageRunsAsAnOrdinaryUser(String name) {
    String text = Repository.read(IMAGES.resolve(name).resolve("Containerfile"));
    String last = text.substring(text.lastIndexOf("\nFROM ") + 1);
    assertThat(last)
        .contains("\nUSER 10001:10001\n", "\nENTRYPOINT [\"/")
        .startsWith(name.equals("judge") ? "FROM ${BASE}" : "FROM scratch\n");
  }

  @Test
  void everyImageOfTheChartsIsBuilt() {
    List<String> built = ROW.matcher(SCRIPT).results().map(row -> row.group(1)).toList();
    assertThat(
            Charts.release("platform/prod").workloads().stream()
                .map(workload -> workload.containers().getFirst().path("image").asString())
                .map(image -> image.replaceFirst(".*/([a-z-]+)[@:].*", "$1")))
        .isNotEmpty()
        .allMatch(built::contains);
    assertThat(built).contains("judge-minimal", "judge-standard", "judge-full");
  }

  /** Where exercises finds its starter exercises. */
  @Test
  void theStarterExercisesAreWhereTheChartSays() {
    assertThat(
            KubernetesObject.stream(Charts.release("platform/prod").environment("exercises"))
                .filter(
                    entry -> entry.path("name").asString().equals("TOUCHSTONE_STARTER_EXERCISES"))
                .map(entry -> entry.path("value").asString()))
        .containsExactly("/app/starter");
    assertThat(SCRIPT).contains("cp -r exercises/starter \"$context/app/starter\"");
    assertThat(Repository.read(IMAGES.resolve("jvm/Containerfile"))).contains("\nCOPY app /app\n");
  }

  @Test
  void theWebAppListensWhereTheChartSays() {
    assertThat(
            Charts.release("platform/prod")
                .find("Deployment", "web")
                .orElseThrow()
                .containers()
                .getFirst()
                .at("/ports/0/containerPort")
                .asInt())
        .isEqualTo(3000);
    assertThat(NGINX).contains("listen 3000;", "location = /health {");
  }

  /** Files of equal age and size would pass for unchanged, the start page of a new version too. */
  @Test
  void nginxTakesNoPageForUnchanged() {
    assertThat(NGINX)
        .contains("etag off;", "if_modified_since off;", "add_header Last-Modified \"\" always;");
  }

  /** A page from nginx is as safe as one from the gateway. */
  @Test
  void nginxSendsTheHeadersOfTheGateway() {
    HttpFields.Mutable wanted = HttpFields.build();
    EdgeHeaders.add(null, wanted);
    Map<String, String> headers =
        wanted.stream()
            .collect(
                Collectors.toMap(
                    field -> field.getName(),
                    field -> String.valueOf(field.getValue()),
                    (first, _) -> first,
                    TreeMap::new));
    Map<String, String> sent = new TreeMap<>();
    HEADER
        .matcher(NGINX)
        .results()
        .forEach(header ->
            sent.put(header.group(1), header.group(2) == null ? header.group(3) : header.group(2)));
    headers.put("Last-Modified", "");
    headers.put("Cache-Control", "$caching");
    headers.put("Strict-Transport-Security", "$strict_transport");
    assertThat(sent).isEqualTo(headers);
    String handler =
        Repository.read(
            Repository.ROOT.resolve(
                "services/gateway/src/main/java/dev/touchstone/gateway/web/WebApplicationHandler.java"));
    for (String caching : List.of("no-cache", "public, max-age=31536000, immutable")) {
      assertThat(handler).contains('"' + caching + '"');
      assertThat(NGINX).contains('"' + caching + "\";");
    }
  }
}
