package dev.touchstone.problempackage.conversion.html;

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

  @Test
  void nothingOfAPageBecomesMarkupOrRuns() throws Exception {
    String html =
        """
        <h2 onclick="bad()">1 * 2</h2><p>a_b &lt;script&gt;bad()&lt;/script&gt; $5, $$$x_1 * y$$$</p>
        <a href="javascript:bad()) [x](y">link</a><code>a`b</code><iframe src="bad"></iframe>
        <table><tr><th>$$$|x|$$$</th></tr><tr><td>a|b</td></tr></table>
        <style>p {}</style><p>[text](https://bad.example)</p>
        """;
    assertThat(HtmlMarkdown.of(html))
        .contains(
            "### 1 \\* 2",
            "a\\_b \\<script\\>bad()\\</script\\> \\$5, $x_1 * y$",
            "[link](javascript:bad%28%29%29%20[x]%28y)",
            "``a`b``",
            "| $\\|x\\|$ |",
            "| a\\|b |",
            "\\[text\\](https://bad.example)")
        .doesNotContain("iframe", "onclick", "p {}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b><i>", "<ul><li>", "<table><tr><td>", "<font>"})
  void deepNestsAreRefused(String open) {
    assertThatThrownBy(() -> HtmlMarkdown.of(open.repeat(5_000)))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("100 deep");
  }
}
