package dev.touchstone.operations.status;

import dev.touchstone.operations.status.Report.Part;
import dev.touchstone.operations.status.Report.PartDay;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a component with its 90 days. A bar's height says as much as its colour, and the days with
 * failures are listed as text as well.
 */
final class PartWriter {
  /** Of a bar with its gap, and of a bar, in units of the picture. */
  private static final int STEP = 4;

  private static final int WIDTH = 3;
  private static final int HEIGHT = 24;

  /** Of a day on which nothing was checked. */
  private static final int LOWEST = 2;

  /** A day with fewer checks that found it working counts as bad, in per cent. */
  private static final int BAD = 50;

  private final Part part;
  private final Language language;

  PartWriter(Part part, Language language) {
    this.part = part;
    this.language = language;
  }

  String html() {
    return """
    <li>
    <div class="row"><h3>%s</h3>%s</div>
    %s<p class="faint">%s</p>
    %s</li>
    """
        .formatted(Html.escape(part.name().in(language)), state(), picture(), share(), failures());
  }

  private String state() {
    State state = part.state();
    Instant since = part.since();
    if (state == null || since == null) {
      return "<span class=\"faint\">%s</span>"
          .formatted(language.choose("Not checked yet", "Chưa được kiểm tra"));
    }
    return "<span><strong class=\"%s\">%s</strong> <span class=\"faint\">%s %s</span></span>"
        .formatted(
            state == State.up ? "up" : "down",
            state.words().in(language),
            language.choose("since", "từ"),
            Html.time(since, language));
  }

  private String share() {
    return part.checks() == 0
        ? language.choose("No checks in 90 days", "Chưa có lần kiểm tra nào trong 90 ngày")
        : language
            .choose(
                "Checks in 90 days: %d; worked in %s",
                "Số lần kiểm tra trong 90 ngày: %d; hoạt động %s")
            .formatted(part.checks(), language.percent(part.up(), part.checks()));
  }

  /** One path for each kind of day keeps the file small. */
  private String picture() {
    return """
    <svg role="img" viewBox="0 0 %d %d" preserveAspectRatio="none" aria-label="%s: %s">%s%s%s%s</svg>
    """
        .formatted(
            History.DAYS * STEP,
            HEIGHT,
            Html.escape(part.name().in(language)),
            share(),
            bars("faint"),
            bars("up"),
            bars("part"),
            bars("down"));
  }

  private String bars(String kind) {
    List<PartDay> days = part.days();
    StringBuilder path = new StringBuilder();
    for (int index = 0; index < days.size(); index++) {
      PartDay day = days.get(index);
      if (kind(day).equals(kind)) {
        int height = height(day);
        path.append(
            "M%d %dh%dv%dh-%dz".formatted(index * STEP, HEIGHT - height, WIDTH, height, WIDTH));
      }
    }
    return path.isEmpty() ? "" : "<path class=\"%s\" d=\"%s\"/>".formatted(kind, path);
  }

  private static String kind(PartDay day) {
    if (day.checks() == 0) {
      return "faint";
    }
    if (day.up() == day.checks()) {
      return "up";
    }
    return day.up() * 100L < (long) day.checks() * BAD ? "down" : "part";
  }

  private static int height(PartDay day) {
    return switch (kind(day)) {
      case "up" -> HEIGHT;
      case "part" -> HEIGHT * 2 / 3;
      case "down" -> HEIGHT / 3;
      default -> LOWEST;
    };
  }

  private String failures() {
    List<PartDay> failed =
        part.days().reversed().stream().filter(day -> day.up() < day.checks()).toList();
    return failed.isEmpty()
        ? ""
        : "<details><summary>%s: %s (%d)</summary><ul role=\"list\">%s</ul></details>%n"
            .formatted(
                language.choose("Days with failures", "Những ngày có lỗi"),
                Html.escape(part.name().in(language)),
                failed.size(),
                failed.stream().map(this::failure).collect(Collectors.joining()));
  }

  /** Without {@code time}: up to 90 days of each part would be most of the page. */
  private String failure(PartDay day) {
    return "<li>%s: %s</li>"
        .formatted(
            language.date(day.date()),
            language
                .choose("worked in %s", "hoạt động %s")
                .formatted(language.percent(day.up(), day.checks())));
  }
}
