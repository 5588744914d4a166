package dev.touchstone.problempackage.conversion.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlMarkdownTest {
  @Test
  void convertsAPage() {
    String html =
        """
        <html><head><script>bad()</script></head><body><div class="problem-statement">
        <div class="header"><div class="title">A</div></div>
        <div class="legend"><p>Print <b>$$$a+b$$$</b>.</p><ul><li>one</li></ul></div>
        <div class="input-specification"><div class="section-title">Input</div><p>Two.</p></div>
        <div class="sample-tests">1 2</div></div></body></html>
        """;
    assertThat(HtmlMarkdown.of(html))
        .contains("Print **$a+b$**.", "- one", "## Input", "Two.")
        .doesNotContain("bad", "1 2", "<");
  }
}
