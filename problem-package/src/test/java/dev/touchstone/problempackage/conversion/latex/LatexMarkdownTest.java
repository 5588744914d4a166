package dev.touchstone.problempackage.conversion.latex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatexMarkdownTest {
  @Test
  void convertsTextMarkup() throws Exception {
    assertThat(
            LatexMarkdown.of(
                "{\\bf Bold} \\emph{it} \\t{a\\_b} ``q'' --- $x_1 < 2$ 50\\% % no\n~y"))
        .isEqualTo("**Bold** *it* `a_b` “q” — $x_1 < 2$ 50%  y\n");
  }

  @Test
  void convertsListsTablesAndListings() throws Exception {
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
  void keepsWhatItDoesNotKnow() throws Exception {
    assertThat(LatexMarkdown.of("\\unknown{kept} \\begin{strange}too\\end{strange} {open"))
        .contains("kept", "too", "open");
  }

  @Test
  void convertsAStatementOfKattis() throws Exception {
    String latex =
        """
        %% plainproblemname: The Ring
        \\problemname{The \\textbf{Ring}}
        \\illustration{0.3}{ring}{A ring, by \\emph{us}}
        Cut $n$ pieces.
        \\section*{Input}
        \\begin{figure}[h]\\includegraphics[width=0.5\\textwidth]{cut.png}\\end{figure}
        """;
    assertThat(LatexMarkdown.of(latex))
        .isEqualTo(
            """
            ![A ring, by *us*](ring)

            Cut $n$ pieces.

            ### Input

            ![](cut.png)
            """);
  }
}
