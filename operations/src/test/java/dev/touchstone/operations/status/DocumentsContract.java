package dev.touchstone.operations.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.operations.status.Documents.Document;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every place for documents does. */
interface DocumentsContract {
  /** An empty place. */
  Documents documents();

  @Test
  default void aDocumentIsMadeOnce() {
    Documents documents = documents();
    assertThat(documents.find("history.json")).isEmpty();
    assertThat(documents.create("history.json", "first")).isTrue();
    assertThat(documents.create("history.json", "second")).isFalse();
    assertThat(documents.find("history.json").map(Document::text)).contains("first");
  }

  @Test
  default void onlyWhatWasReadIsReplaced() {
    Documents documents = documents();
    assertThat(documents.create("history.json", "first")).isTrue();
    Document read = documents.find("history.json").orElseThrow();
    assertThat(documents.replace("history.json", read, "second")).isTrue();
    assertThat(documents.replace("history.json", read, "third")).isFalse();
    assertThat(documents.find("history.json").map(Document::text)).contains("second");
  }

  @Test
  default void whatIsMissingIsNotReplaced() {
    Documents documents = documents();
    Document gone = new Document("gone", "\"0123456789abcdef0123456789abcdef\"");
    assertThat(documents.replace("history.json", gone, "text")).isFalse();
    assertThat(documents.find("history.json")).isEmpty();
  }

  /** Each of several at the same time adds a letter; none is lost. */
  @Test
  default void changesAtTheSameTimeAreAllKept() throws Exception {
    Documents documents = documents();
    Callable<Boolean> change =
        () -> {
          documents.change("history.json", old -> old.orElse("") + "x");
          return true;
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(Collections.nCopies(4, change)))
          .extracting(Future::resultNow)
          .containsOnly(true);
    }
    assertThat(documents.find("history.json").map(Document::text)).contains("xxxx");
  }

  @Test
  default void namesAreThoseOfTheFolder() {
    Documents documents = documents();
    assertThat(documents.names("incidents")).isEmpty();
    for (String name : List.of("incidents/2.json", "incidents/1.json", "history.json")) {
      assertThat(documents.create(name, "text")).isTrue();
    }
    assertThat(documents.names("incidents"))
        .containsExactly("incidents/1.json", "incidents/2.json");
  }

  @Test
  default void filesForBrowsersAreReplaced() {
    Documents documents = documents();
    documents.publish("index.html", "first", "text/html; charset=utf-8");
    documents.publish("index.html", "Đã", "text/html; charset=utf-8");
    assertThat(documents.find("index.html").map(Document::text)).contains("Đã");
  }
}
