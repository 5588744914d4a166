package dev.touchstone.problempackage.conversion.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.problempackage.conversion.ConversionException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that once stopped the platform; the work is counted in characters. */
class HostileHtmlTest {
  private static final int SIZE = 256 * 1024;

  /** Each level of nesting copies its text, in which a character of the page takes a few. */
  private static final long MOST_WORK = 10L * SIZE;

  private static final String FORMATTING = "<b><i><u><s><tt><em><big><code><font><small>";

  private static HtmlMarkdown converted(String html) {
    HtmlMarkdown page = new HtmlMarkdown();
    try {
      page.page(html);
    } catch (ConversionException e) {
      assertThat(e.reason()).containsAnyOf("deep", "tags", "elements", "cells", "Ki characters");
    }
    return page;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<table><tr><td>", "<ul><li>", "<ol><li>", "<blockquote>", "<b>", "<div>"})
  void nestsTakeLinearWork(String open) {
    int levels = 90 / Math.max(1, open.split("<").length);
    String html = open.repeat(levels) + "text";
    assertThat(converted(html).work()).isLessThan(100L * 100 * html.length());
    assertThat(converted(open.repeat(24) + "text").work()).isLessThan(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>x",
        "x",
        "&",
        "\\",
        "|",
        "$",
        "$$$",
        "<",
        "</p>",
        "<br>",
        "<img alt=x src=y>",
        "<li>x",
        "<table>",
        "<tr>",
        "<td>",
        "<td colspan=1000>",
        "<tr><td rowspan=9999>",
        "<a>",
        "<b>",
        "<sup>1</sup>",
        "<pre>",
        "`",
        "1. "
      })
  void repeatsTakeLinearWork(String part) {
    // As much as is parsed: more tags are refused at once.
    int times = part.contains("<") ? 10_000 / part.split("<", -1).length : SIZE;
    String repeated = part.repeat(Math.min(times, (SIZE - 200) / part.length()));
    assertThat(converted(repeated).work()).isLessThan(MOST_WORK);
    assertThat(converted("<table>" + repeated).work()).isLessThan(MOST_WORK);
    assertThat(converted("<p>" + FORMATTING + repeated).work()).isLessThan(100 * MOST_WORK);
  }

  @Test
  void tablesWithinTablesAreReadOnce() throws Exception {
    String html = "<table><tr><td>".repeat(24) + "text" + "</table>".repeat(24);
    assertThat(HtmlMarkdown.convert(html).markdown()).containsOnlyOnce("text").hasSizeLessThan(200);
  }

  @Test
  void pagesOfTagsAreRefusedBeforeTheyAreParsed() {
    assertThatThrownBy(() -> HtmlMarkdown.convert("<p>x".repeat(50_000)))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("10000 tags");
  }

  @Test
  void formattingThatIsRepeatedInEveryParagraphIsRefused() {
    assertThatThrownBy(() -> HtmlMarkdown.convert("<p>" + FORMATTING + "<p>x".repeat(5_000)))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("20000 elements");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table><tr><td colspan=1000><td colspan=1000></tr>",
        "<table><tr><td rowspan=9999 colspan=1000></tr>"
      })
  void tablesThatGrowAreRefused(String table) {
    assertThatThrownBy(() -> HtmlMarkdown.convert(table + "<tr><td>x</tr>".repeat(1_000)))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("cells");
  }

  @Test
  void longPagesAreRefused() {
    assertThatThrownBy(() -> HtmlMarkdown.convert("x".repeat(SIZE + 1)))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("256 Ki characters");
  }

  @Test
  void pagesThatBecomeLongAreRefused() {
    String tables = "<table><tr><td colspan=1000></tr>" + "<tr><td>".repeat(18) + "</table>";
    assertThatThrownBy(() -> HtmlMarkdown.convert(tables.repeat(200)))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("as Markdown");
  }

  @Test
  void anInterruptEndsTheWork() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> HtmlMarkdown.convert("<p>text"))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
