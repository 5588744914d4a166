package dev.touchstone.operations.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentSubcommandTest {
  private static final List<String> OPEN =
      List.of(
          "incident",
          "open",
          "--impact",
          "major",
          "--component",
          "scores",
          "--component",
          "judge",
          "--title-en",
          "Judging is slow",
          "--title-vi",
          "Chấm bài chậm");
  private static final List<String> TEXTS =
      List.of("--text-en", "Nothing is lost.", "--text-vi", "Không bài nào bị mất.");

  @TempDir private Path folder;

  private Run run(List<String> words, List<String> texts, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--page", folder.toString()));
    all.addAll(texts);
    all.addAll(List.of(more));
    return Run.of(Map.of(), all.toArray(String[]::new));
  }

  private String opened(String... more) {
    Run run = run(OPEN, TEXTS, more);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return run.out().lines().findFirst().orElseThrow().replace("Opened incident ", "");
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve("index.html"));
  }

  @Test
  void theStoryOfAnIncidentIsOnThePageInBothLanguages() throws IOException {
    String id = opened("--at", "2026-11-29T14:05:00Z");
    assertThat(page())
        .contains("Judging is slow", "Chấm bài chậm")
        .contains("Major: Submissions and scores, Judging", "Ảnh hưởng lớn: Bài nộp và điểm")
        .contains("Since <time datetime=\"2026-11-29T14:05:00Z\">29 Nov 2026, 14:05 UTC</time>")
        .contains(
            "Từ <time datetime=\"2026-11-29T14:05:00Z\">21:05, 29/11/2026 (giờ Việt Nam)</time>");

    List<String> found = List.of("--text-en", "A disk was full.", "--text-vi", "Một ổ đĩa đã đầy.");
    assertThat(run(List.of("incident", "update", id), found, "--stage", "identified").status())
        .isZero();
    assertThat(page()).contains("Cause found", "Đã rõ nguyên nhân", "Một ổ đĩa đã đầy.");

    List<String> over = List.of("--text-en", "It is over.", "--text-vi", "Sự cố đã kết thúc.");
    assertThat(run(List.of("incident", "close", id), over, "--at", "2026-11-29T14:35:00Z").status())
        .isZero();
    assertThat(page())
        .contains("29 Nov 2026, 14:05 UTC</time> to <time datetime=\"2026-11-29T14:35:00Z\">");
    assertThat(run(List.of("incident", "list"), List.of()).out())
        .isEqualTo("No incident goes on.\n");
    assertThat(run(List.of("incident", "list"), List.of(), "--all").out())
        .contains(id, "major", "2026-11-29T14:05:00Z to 2026-11-29T14:35:00Z", "scores,judge");
    assertThat(run(List.of("incident", "list"), List.of(), "--all", "--json").out())
        .contains("\"Nothing is lost.\"", "\"Một ổ đĩa đã đầy.\"", "\"It is over.\"");
  }

  @Test
  void whatIsOverIsNotChanged() {
    String id = opened();
    assertThat(run(List.of("incident", "close", id), TEXTS).status()).isZero();

    for (String command : List.of("update", "close")) {
      Run run = run(List.of("incident", command, id), TEXTS);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("Incident " + id + " ended at ").contains("Open a new one");
    }
  }

  @Test
  void updatesAtTheSameTimeAreAllKept() throws Exception {
    String id = opened();
    Callable<Integer> update = () -> run(List.of("incident", "update", id), TEXTS).status();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(Collections.nCopies(4, update)))
          .extracting(Future::resultNow)
          .containsOnly(0);
    }
    assertThat(
            run(List.of("incident", "list"), List.of(), "--json")
                .out()
                .lines()
                .filter(line -> line.contains("Nothing is lost.")))
        .hasSize(5);
  }

  @Test
  void textsAreTextAndNotHtml() throws IOException {
    assertThat(
            run(OPEN, List.of("--text-en", "<script>alert(1)</script>", "--text-vi", "\"a\" & 'b'"))
                .status())
        .isZero();
    assertThat(page())
        .contains("&lt;script&gt;", "&quot;a&quot; &amp; &#39;b&#39;")
        .doesNotContain("<script");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--title-vi Chấm bài chậm | | Missing required option: '--title-vi=TEXT'",
        "--text-vi | | Missing required option: '--text-vi=TEXT'",
        "--text-vi | --text-vi=Nothing is lost. | --text-en and --text-vi are the same",
        "--text-en | --text-en= | --text-en must have 1 to 2000 characters",
        "major | huge | expected one of [maintenance, minor, major]",
        "judge | bank | There is no component bank. The components are: gateway,",
        "-- | --at=2999-01-01T00:00:00Z | --at must not be in the future",
        "-- | --at=yesterday | yesterday' is not a time in UTC such as",
      })
  void saysWhatIsWrong(String part, String other, String said) {
    List<String> words = new ArrayList<>();
    Stream.concat(OPEN.stream(), TEXTS.stream()).forEach(words::add);
    replace(words, part.split(" ", 2)[0], other == null ? "" : other);

    Run run = run(words, List.of());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(said).doesNotContain("Exception");
    assertThat(folder.resolve("incidents")).doesNotExist();
  }

  /** Replaces an option with its value, or another word; "--" stands for the end. */
  private static void replace(List<String> words, String part, String other) {
    int place = words.indexOf(part);
    if (place >= 0) {
      words.remove(place);
      if (part.startsWith("--")) {
        words.remove(place);
      }
    }
    if (!other.isEmpty()) {
      words.add(place < 0 ? words.size() : place, other);
    }
  }

  @Test
  void refusesUnknownIdsAndAnEndBeforeTheBeginning() {
    Run unknown = run(List.of("incident", "update", "20261129-140500-3f2a"), TEXTS);
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).contains("There is no incident 20261129-140500-3f2a in " + folder);

    Run path = run(List.of("incident", "close", "../history"), TEXTS);
    assertThat(path.status()).isEqualTo(2);
    assertThat(path.err()).contains("is not the id of an incident");

    String id = opened("--at", "2026-11-29T14:05:00Z");
    Run early = run(List.of("incident", "close", id), TEXTS, "--at", "2026-11-29T14:00:00Z");
    assertThat(early.status()).isEqualTo(2);
    assertThat(early.err()).contains("It began at 2026-11-29T14:05:00Z");

    Run closing = run(List.of("incident", "update", id), TEXTS, "--stage", "closed");
    assertThat(closing.status()).isEqualTo(2);
    assertThat(closing.err()).contains("use \"incident close\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "null",
        "{}",
        "{\"id\":\"1\",\"impact\":\"minor\",\"components\":[],\"updates\":[],\"begunAt\":\"2026-11-29T14:05:00Z\",\"title\":{\"en\":\"a\"}}"
      })
  void aDamagedIncidentKeepsNoOtherFromPeople(String text) throws IOException {
    Path damaged = folder.resolve("incidents/20261129-140500-3f2a.json");
    Files.createDirectories(damaged.getParent());
    Files.writeString(damaged, text);
    String said = "incidents/20261129-140500-3f2a.json in " + folder + " can't be read";

    Run open = run(OPEN, TEXTS);
    assertThat(open.status()).isEqualTo(1);
    assertThat(open.out()).contains("Opened incident ", "The page in " + folder + " shows it.");
    assertThat(open.err()).contains(said);
    assertThat(page()).contains("Judging is slow", "Chấm bài chậm");

    Run list = run(List.of("incident", "list"), List.of());
    assertThat(list.status()).isEqualTo(1);
    assertThat(list.out()).contains("Judging is slow");
    assertThat(list.err()).contains(said);

    Run publish =
        Run.of(
            Map.of(),
            "status",
            "publish",
            "--from",
            "http://127.0.0.1:1",
            "--to",
            folder.toString());
    assertThat(publish.status()).isEqualTo(1);
    assertThat(publish.out()).contains("is published");
    assertThat(publish.err()).contains(said);
    assertThat(page()).contains("Judging is slow", "Touchstone is unreachable");
  }

  /** Or it would be opened once more, and people would read it twice. */
  @Test
  void anIncidentThatIsNotPublishedIsRecordedNevertheless() throws IOException {
    Files.createDirectories(folder.resolve("index.html/in the way"));

    Run open = run(OPEN, TEXTS);

    assertThat(open.status()).isEqualTo(1);
    String id = open.out().strip().replace("Opened incident ", "");
    assertThat(open.err())
        .contains("Incident " + id + " is recorded, but the page is not published")
        .contains("Don't repeat the command");
    assertThat(run(List.of("incident", "list"), List.of()).out()).contains(id);
  }

  @Test
  void aDamagedIncidentIsNamed() throws IOException {
    String id = opened();
    Files.writeString(folder.resolve("incidents").resolve(id + ".json"), "{");
    Run run = run(List.of("incident", "update", id), TEXTS);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("incidents/" + id + ".json in " + folder + " can't be read");
  }
}
