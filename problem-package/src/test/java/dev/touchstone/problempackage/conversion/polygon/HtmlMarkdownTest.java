package dev.touchstone.problempackage.conversion.polygon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.problempackage.conversion.ConversionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlMarkdownTest {
  @Test
  void convertsAPage() throws Exception {
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

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b><i>", "<ul><li>", "<table><tr><td>", "<font>"})
  void deepNestsAreRefused(String open) {
    assertThatThrownBy(() -> HtmlMarkdown.of(open.repeat(5_000)))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("100 deep");
  }
}
