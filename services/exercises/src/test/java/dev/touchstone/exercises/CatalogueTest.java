package dev.touchstone.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.testing.HttpProbe;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  @TempDir private static Path data;
  private static RunningService service;
  private static long way;

  @BeforeAll
  static void start() {
    service = RunningService.start(data);
    way = service.add(PackageFixture.named("way-home"));
    service.add(exercise("sum", "The sum", "Tổng hai số", "basics", "easy", 10, "math"));
    service.add(exercise("product", "The product", "Tích", "basics", "easy", 5, "math"));
    service.add(exercise("knapsack", "100%_knapsack", "Cái túi", "dp", "hard", 100, "dp"));
    service.add(
        PackageFixture.named("only-vi")
            .without("statement/problem.en.md")
            .with(
                "problem.yaml",
                "problem_format_version: 2023-07-draft\nname: {vi: Chỉ tiếng Việt}\n")
            .with("touchstone.yaml", "slug: only-vi\ncategory: dp\ndifficulty: hard\n"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static PackageFixture exercise(
      String slug, String en, String vi, String category, String level, int points, String tag) {
    return PackageFixture.named(slug)
        .with(
            "problem.yaml",
            "problem_format_version: 2023-07-draft\nname: {en: \"%s\", vi: \"%s\"}\n"
                .formatted(en, vi))
        .with(
            "touchstone.yaml",
            "slug: %s\ncategory: %s\ndifficulty: %s\npoints: %d\ntags: [%s]\n"
                .formatted(slug, category, level, points, tag));
  }

  private static List<String> slugs(String query) {
    return service.slugs(null, query);
  }

  @Test
  void easyOnesComeFirst() {
    assertThat(slugs("")).containsExactly("product", "sum", "way-home", "knapsack", "only-vi");
  }

  @Test
  void aSearchFindsTitlesBeforeStatements() {
    assertThat(slugs("?q=way")).containsExactly("way-home", "product", "sum", "knapsack");
    assertThat(slugs("?q=duong")).startsWith("way-home").hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&q=way"})
  void theListComesPageByPage(String search) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      HttpProbe.Answer page =
          service.get(
              null,
              RunningService.EXERCISES
                  + "?limit=2"
                  + search
                  + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.json().path("items").forEach(item -> seen.add(item.path("slug").asString()));
      cursor = page.json().path("next_cursor").asString("");
    } while (!cursor.isEmpty());
    assertThat(seen).isEqualTo(slugs("?limit=50" + search));
  }

  @ParameterizedTest
  @CsvSource({
    "duong ve nha, way-home",
    "ĐƯỜNG NHÀ, way-home",
    "tong so, sum",
    "Tổng, sum",
    "luoi, way-home",
    "100%_, knapsack",
    "home shortest, way-home",
    "only-vi, only-vi"
  })
  void searchIgnoresCaseDiacriticsAndOrder(String question, String slug) {
    assertThat(slugs("?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8)))
        .containsExactly(slug);
  }

  @Test
  void aSearchIsTakenLiterally() {
    assertThat(slugs("?q=%25%25")).isEmpty();
    assertThat(slugs("?q=__")).isEmpty();
    assertThat(slugs("?q=%5C")).isEmpty();
    assertThat(slugs("?q=%20")).hasSize(5);
  }

  @Test
  void filtersNarrowTheList() {
    assertThat(slugs("?category=basics")).containsExactly("product", "sum");
    assertThat(slugs("?difficulty=hard")).containsExactly("knapsack", "only-vi");
    assertThat(slugs("?tag=dp")).containsExactly("knapsack");
    assertThat(slugs("?category=basics&q=tong")).containsExactly("sum");
    assertThat(slugs("?category=none")).isEmpty();
  }

  @Test
  void facetsCountWhatIsThere() {
    HttpProbe.Answer facets = service.get(null, RunningService.EXERCISES + "/facets");
    assertThat(facets.json().path("difficulties"))
        .hasToString(
            """
            [{"name":"easy","count":2},{"name":"medium","count":1},{"name":"hard","count":2}]\
            """);
    assertThat(facets.json().at("/categories/0"))
        .hasToString("{\"name\":\"basics\",\"label\":\"Basics\",\"count\":2}");
    assertThat(facets.json().at("/tags/0/name").asString()).isEqualTo("bfs");
  }

  @Test
  void aLanguageThatIsMissingGivesWayToTheMainOne() {
    assertThat(title("way-home", "vi")).isEqualTo("Đường về nhà ngắn nhất");
    assertThat(title("way-home", "vi-VN")).isEqualTo("Đường về nhà ngắn nhất");
    assertThat(title("way-home", "fr")).isEqualTo("Shortest way home");
    assertThat(title("only-vi", "en")).isEqualTo("Chỉ tiếng Việt");
    String list = service.get(null, RunningService.EXERCISES + "?locale=vi-VN").text();
    assertThat(list).contains("Đường về nhà", "Chỉ tiếng Việt").doesNotContain("Shortest");
    assertThat(service.get(null, RunningService.EXERCISES).text()).contains("Shortest");
  }

  private static String title(String slug, String locale) {
    return service
        .get(
            null,
            RunningService.EXERCISES + "/" + slug + "?locale=" + locale,
            RunningService.EXERCISE)
        .json()
        .path("title")
        .asString();
  }

  @Test
  void anExerciseThatNamesNoLanguageTakesAll() {
    HttpProbe.Answer sum =
        service.get(null, RunningService.EXERCISES + "/sum", RunningService.EXERCISE);
    assertThat(sum.json().path("languages"))
        .hasToString("[\"python3\",\"cpp\",\"c\",\"java\",\"javascript\"]");
  }

  @Test
  void whatTheCallerHasIsNotSentAgain() {
    for (String path : List.of("", "/facets", "/" + way)) {
      String address = RunningService.EXERCISES + path;
      HttpProbe.Answer first = service.probe.get(address);
      HttpProbe.Answer again = conditional(address, first.header("ETag"));
      assertThat(again.status()).as(address).isEqualTo(304);
      assertThat(again.response().body()).isEmpty();
      assertThat(conditional(address, "\"other\", W/" + first.header("ETag")).status())
          .isEqualTo(304);
      assertThat(conditional(address, "\"other\"").status()).isEqualTo(200);
    }
  }

  private static HttpProbe.Answer conditional(String address, String tag) {
    return service.probe.send(service.probe.request(address).header("If-None-Match", tag).GET());
  }

  @Test
  void anEditChangesTheEntityTag() {
    long id =
        service.add(
            PackageFixture.named("tagged")
                .with("touchstone.yaml", "slug: tagged\ndifficulty: hard\npoints: 9999\n"));
    String address = RunningService.EXERCISES + "/" + id;
    String before = service.probe.get(address).header("ETag");
    service.put(service.author, id, "*", PackageFixture.named("tagged").zip());
    assertThat(conditional(address, before).status()).isEqualTo(200);
    service.patch(service.author, id, Map.of("is_active", false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?limit=0", "?limit=201", "?limit=x", "?cursor=x", "?cursor=WyJ4Il0",
        "?cursor=WyJ4IiwieSIsInoiXQ", "?q=%00", "?tag=%00", "?category=%00", "?difficulty=extreme",
        "?locale=english", "?locale=%00", "?include_inactive=maybe"
      })
  void refusesABadQuestion(String query) {
    HttpProbe.Answer answer = service.get(null, RunningService.EXERCISES + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.json().path("errors").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "q, %00, invalid_text",
    "tag, a%00, invalid_text",
    "category, %00, invalid_text",
    "q, LONG, too_long",
    "tag, LONG, too_long"
  })
  void reportsWhatIsWrongWithAText(String name, String value, String code) {
    String query = "?" + name + "=" + value.replace("LONG", "a".repeat(101));
    HttpProbe.Answer answer = service.get(null, RunningService.EXERCISES + query);
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(name);
    assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "no-such", "%00", "-1", "99999999999999999999999", "Sum"})
  void namesWhatItDoesNotKnow(String id) {
    HttpProbe.Answer answer =
        service.get(null, RunningService.EXERCISES + "/" + id, RunningService.EXERCISE);
    assertThat(answer.code()).isEqualTo("exercise_not_found");
  }

  @Test
  void aBadTokenIsRefusedEvenWhereNoneIsNeeded() {
    assertThat(service.get("nonsense", RunningService.EXERCISES).code()).isEqualTo("token_invalid");
  }

  @Test
  void whatIsNotActiveIsListedForAuthorsOnly() {
    String address = RunningService.EXERCISES + "?include_inactive=true";
    assertThat(service.get(null, address).code()).isEqualTo("unauthenticated");
    assertThat(service.get(service.learner, address).code()).isEqualTo("forbidden");
    assertThat(service.get(service.admin, address).status()).isEqualTo(200);
  }
}
