package dev.touchstone.problempackage.polygon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void convertsTextMarkup() {
    assertThat(
            LatexMarkdown.of(
                "{\\bf Bold} \\emph{it} \\t{a\\_b} ``q'' --- $x_1 < 2$ 50\\% % no\n~y"))
        .isEqualTo("**Bold** *it* `a_b` “q” — $x_1 < 2$ 50%  y\n");
  }

  @Test
  void convertsListsTablesAndListings() {
    assertThat(LatexMarkdown.of("\\begin{enumerate}\n\\item one\n\\item two\n\\end{enumerate}"))
        .isEqualTo("1. one\n\n1. two\n");
    assertThat(
            LatexMarkdown.of(
                "\\begin{tabular}{|c|c|}\\hline a & b \\\\ \\hline 1 & 2 \\\\ \\end{tabular}"))
        .isEqualTo("| a | b |\n| --- | --- |\n| 1 | 2 |\n");
    assertThat(LatexMarkdown.of("\\begin{verbatim}\na * b\n\\end{verbatim}"))
        .isEqualTo("```\na * b\n```\n");
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    assertThat(LatexMarkdown.of("\\unknown{kept} \\begin{strange}too\\end{strange} {open"))
        .contains("kept", "too", "open");
  }

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
