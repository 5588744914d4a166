package dev.touchstone.operations.status;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the page: one file, in both languages, that needs no script. English shows first; the
 * links at the top choose. A list without marks says that it is one: VoiceOver would not.
 */
final class PageWriter {
  private static final String STYLE = resource("/status/page.css");

  private final Report report;

  PageWriter(Report report) {
    this.report = report;
  }

  /** The whole file. */
  String html() {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>Touchstone: status · trạng thái</title>
    <style>
    %s</style>
    </head>
    <body>
    <nav aria-label="Language, Ngôn ngữ"><a href="#en" lang="en" hreflang="en">%s</a> <a href="#vi" lang="vi" hreflang="vi">%s</a></nav>
    <main>
    %s%s</main>
    </body>
    </html>
    """
        .formatted(
            STYLE,
            Language.EN.ownName(),
            Language.VI.ownName(),
            section(Language.VI),
            section(Language.EN));
  }

  private String section(Language language) {
    return """
    <section id="%s" lang="%1$s">
    <h1>%s</h1>
    <p class="overall %s">%s</p>
    %s<h2>%s</h2>
    <ul class="parts" role="list">
    %s</ul>
    <h2>%s</h2>
    %s<footer class="faint"><p>%s</p></footer>
    </section>
    """
        .formatted(
            language.code(),
            language.choose("Touchstone: status", "Touchstone: trạng thái"),
            tone(report.status()),
            report.status().words().in(language),
            checked(language),
            language.choose("Parts", "Các thành phần"),
            report.components().stream()
                .map(part -> new PartWriter(part, language).html())
                .collect(Collectors.joining()),
            language.choose("Incidents of the last 90 days", "Sự cố trong 90 ngày qua"),
            incidents(language),
            language.choose(
                "Everything is checked every few minutes, from outside. If the last check was much longer ago, this page itself is not up to date.",
                "Toàn hệ thống được kiểm tra từ bên ngoài vài phút một lần. Nếu lần kiểm tra cuối đã lâu hơn nhiều, chính trang này chưa được cập nhật."));
  }

  private static String tone(Report.Overall overall) {
    return switch (overall) {
      case up -> "up";
      case maintenance, incident, degraded, unknown -> "part";
      case down -> "down";
    };
  }

  private String checked(Language language) {
    Instant at = report.checkedAt();
    return at == null
        ? ""
        : "<p class=\"faint\">%s %s</p>%n"
            .formatted(
                language.choose("Last check:", "Lần kiểm tra cuối:"), Html.time(at, language));
  }

  private String incidents(Language language) {
    return report.incidents().isEmpty()
        ? "<p>%s</p>%n".formatted(language.choose("None.", "Không có."))
        : report.incidents().stream()
            .map(incident -> incident(incident, language))
            .collect(Collectors.joining());
  }

  private static String incident(Incident incident, Language language) {
    String parts =
        incident.components().stream()
            .map(component -> Component.nameOf(component).in(language))
            .collect(Collectors.joining(", "));
    return """
    <article>
    <h3>%s</h3>
    <p class="%s">%s: %s</p>
    <p class="faint">%s</p>
    <ol role="list">
    %s</ol>
    </article>
    """
        .formatted(
            Html.escape(incident.title().in(language)),
            incident.goesOn() ? "part" : "faint",
            incident.impact().words().in(language),
            Html.escape(parts),
            duration(incident.begunAt(), incident.endedAt(), language),
            incident.updates().reversed().stream()
                .map(update -> update(update, language))
                .collect(Collectors.joining()));
  }

  private static String duration(Instant begun, @Nullable Instant ended, Language language) {
    return ended == null
        ? language.choose("Since", "Từ") + " " + Html.time(begun, language)
        : Html.time(begun, language)
            + " "
            + language.choose("to", "đến")
            + " "
            + Html.time(ended, language);
  }

  private static String update(Incident.Update update, Language language) {
    return "<li><p><strong>%s</strong> <span class=\"faint\">%s</span></p><p class=\"said\">%s</p></li>%n"
        .formatted(
            update.stage().words().in(language),
            Html.time(update.at(), language),
            Html.escape(update.text().in(language)));
  }

  private static String resource(String name) {
    try (InputStream stream =
        Objects.requireNonNull(PageWriter.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
