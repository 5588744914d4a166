package dev.touchstone.operations.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.operations.status.Incident.Impact;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusPageTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

  @TempDir private Path folder;
  private int writes;

  /** A folder in which something happens each time before a file for browsers is written. */
  private record Busy(Documents documents, Runnable before) implements Documents {
    @Override
    public String name() {
      return documents.name();
    }

    @Override
    public Optional<Document> find(String name) {
      return documents.find(name);
    }

    @Override
    public boolean create(String name, String text) {
      return documents.create(name, text);
    }

    @Override
    public boolean replace(String name, Document read, String text) {
      return documents.replace(name, read, text);
    }

    @Override
    public List<String> names(String prefix) {
      return documents.names(prefix);
    }

    @Override
    public void publish(String name, String text, String contentType) {
      before.run();
      documents.publish(name, text, contentType);
    }
  }

  private StatusPage fast() {
    return new StatusPage(new FolderDocuments(folder));
  }

  private StatusPage slow(Runnable before) {
    return new StatusPage(new Busy(new FolderDocuments(folder), before));
  }

  private String page() {
    return new FolderDocuments(folder).find("index.html").orElseThrow().text();
  }

  private static Incident incident(@Nullable Instant end) {
    return new Incident(
        "1",
        Impact.major,
        List.of("scores"),
        new Words("Judging is slow", "Chấm bài chậm"),
        NOON,
        end,
        List.of());
  }

  /** Another process opens it and publishes the page while this one writes an older page. */
  @Test
  void aSlowRunDoesNotTakeANewIncidentOffThePage() {
    StatusPage slow =
        slow(() -> {
          if (writes++ == 0) {
            fast().incidents().add(incident(null));
            assertThat(fast().publish(NOON)).isEmpty();
          }
        });

    assertThat(slow.publish(NOON)).isEmpty();

    assertThat(page()).contains("Judging is slow");
  }

  @Test
  void aSlowRunShowsWhatEndedMeanwhileAndTheLatestCheck() {
    fast().incidents().add(incident(null));
    Instant later = NOON.plusSeconds(60);
    StatusPage slow =
        slow(() -> {
          if (writes++ == 0) {
            fast().incidents().change("1", _ -> incident(later));
            fast().record(new Check(later, Map.of("gateway", State.up)));
          }
        });

    assertThat(slow.publish(NOON)).isEmpty();

    assertThat(page())
        .contains("to <time datetime=\"" + later, "Last check: <time datetime=\"" + later);
  }

  @Test
  void saysSoIfOthersNeverStop() {
    StatusPage slow = slow(() -> fast().record(new Check(NOON.plusSeconds(writes++), Map.of())));

    assertThatThrownBy(() -> slow.publish(NOON))
        .isInstanceOf(OperationFailed.class)
        .hasMessageContaining(folder + " is being changed by others all the time");
  }
}
