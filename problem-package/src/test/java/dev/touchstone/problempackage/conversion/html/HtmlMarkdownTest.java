package dev.touchstone.problempackage.conversion.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.ConvertedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlMarkdownTest {
  private static String markdown(String html) throws ConversionException {
    return HtmlMarkdown.convert(html).markdown();
  }

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
    assertThat(markdown(html))
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
    assertThat(markdown(html))
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
    assertThatThrownBy(() -> HtmlMarkdown.convert(open.repeat(2_000)))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("100 deep");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "10<sup>5</sup>!10$^{5}$",
        "10<sup>5</sup>3!10$^{5}$\u20603",
        "a<sub>i</sub><sup>2</sup>!a$_{i}$\u2060$^{2}$",
        "$$$n$$$<sup>2</sup>3!$n$\u2060$^{2}$\u20603",
        "x<sup>thứ hai</sup>!x^(thứ hai)",
        "<b>Input: </b>one!**Input:** one",
        "a<i> b<br></i>!a *b*",
        "x<img src='a b.png' alt='a [b]'>!\"x![a \\[b\\]](a%20b.png)\"",
        "<p>one<br>two<br></p>!one\\⏎two",
        "<p>- a</p><p># b</p><p>1. c</p><p>2) d</p><p>+ e</p>!\\- a⏎⏎\\# b⏎⏎1\\. c⏎⏎2\\) d⏎⏎\\+ e",
        "one<br>- two!one\\⏎\\- two",
        "<span>1</span>. a!1\\. a",
        "<ul><li><p>one</p><p>two</p></li><li>three</li></ul>!- one⏎⏎  two⏎- three",
        "<ol start=3><li>a<ul><li>b</ul><li>c</ol>!3. a⏎⏎   - b⏎4. c",
        "<dl><dt>a</dt><dd>b</dd></dl>!a⏎⏎b",
        "<blockquote><p>a</p><p>b</p></blockquote>!> a⏎>⏎> b",
        "<div class=header>a</div><div class=sample-tests>b</div>!a⏎⏎b",
        "<pre>$$$</pre>!```⏎$$$⏎```"
      })
  void nothingIsLost(String html, String markdown) throws Exception {
    assertThat(markdown(html)).isEqualTo(markdown.replace('⏎', '\n') + "\n");
    assertThat(HtmlMarkdown.convert(html).remarks()).isEmpty();
  }

  @Test
  void cellsStandInTheirColumns() throws Exception {
    String html =
        """
        <table><caption>Points</caption><thead><tr><th rowspan=2>a</th><th colspan=2>b</th></tr>
        <tr><th>c</th><th>d</th></tr></thead><tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody>
        </table>
        """;
    assertThat(markdown(html))
        .isEqualTo(
            """
            *Points*

            | a | b |  |
            | --- | --- | --- |
            |  | c | d |
            | 1 | 2 | 3 |
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "<img src='data:image/png;base64,AA' alt='map'>!a picture within the page is not shown",
        "<img>!a picture has no address",
        "<a href='data:text/plain,x'>in</a>!a link to data within the page is left out",
        "<iframe src=x></iframe>!the element iframe is not shown",
        "<math><mi>x</mi></math>!the element math is shown as text",
        "<table><tr><td><table><tr><td>x</table></table>!a table within a table is shown as text"
      })
  void whatCannotBeKeptIsReported(String html, String message) throws Exception {
    ConvertedText converted = HtmlMarkdown.convert("<p>text</p>\n" + html);
    assertThat(converted.remarks())
        .singleElement()
        .satisfies(remark -> {
          assertThat(remark.line()).isEqualTo(2);
          assertThat(remark.message()).contains(message);
        });
    if (html.contains("alt")) {
      assertThat(converted.markdown()).contains("map").doesNotContain("data:");
    }
  }
}
