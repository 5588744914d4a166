package dev.touchstone.problempackage.conversion.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.MarkdownSpacing;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that once stopped the platform; the work is counted in characters. */
class HostileLatexTest {
  private static final int SIZE = 1 << 20;

  /** The levels of nesting, each of which reads or searches its part at most seven times. */
  private static final int MOST_WORK = 7 * 51;

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\t",
        "\n",
        " \n",
        "%",
        "$",
        "$$",
        "\\(",
        "\\[",
        "{",
        "}",
        "\\",
        "\\\\",
        "&",
        "\\cline{",
        "\\hline",
        "\\item ",
        "\\item[",
        "\\begin{tabular}",
        "\\begin{verbatim}",
        "\\end{itemize}",
        "\\begin{figure}[",
        "\\verb|",
        "\\problemname{",
        "\\illustration{",
        "\\epigraph{a}{b}",
        "\\textbf{a}",
        "\\textbf",
        "{\\bf a}",
        "a & b \\\\ ",
        "%%plainproblemname: a   ",
        "\\href{a}{",
        "{\\[}",
        "{$$}",
        "{\\(}",
        "{\\begin{x}}",
        "{\\begin{itemize}}",
        "{\\verb|}",
        "\\textsuperscript{9}",
        "``",
        "--",
        "~",
        "é",
        "\uD83D\uDE00"
      })
  void repeatsAreReadInLinearWork(String part) {
    LatexSource source = new LatexSource(part.repeat(SIZE / part.length()) + "x");
    try {
      String markdown = LatexMarkdown.of(source);
      assertThat(markdown.length()).isLessThan(16 * SIZE);
    } catch (ConversionException e) { // nested deeply, and left at once
      assertThat(e.reason()).contains("50 deep");
    }
    assertThat(source.work()).isLessThan((long) MOST_WORK * SIZE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\textbf{",
        "{\\bf ",
        "{\\unknown ",
        "\\href{a}{",
        "\\section{",
        "\\epigraph{",
        "\\illustration{1}{a}{",
        "\\begin{tabular}{c}",
        "\\begin{itemize}\n\\item "
      })
  void deepNestsAreRefused(String open) {
    LatexSource source = new LatexSource(open.repeat(SIZE / open.length()));
    assertThatThrownBy(() -> LatexMarkdown.of(source))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("50 deep");
    assertThat(source.work()).isLessThan((long) MOST_WORK * SIZE);
  }

  /** None of the names comes again, which only a search to the end of the text could find out. */
  @Test
  void environmentsAreSearchedNoFurtherThanTheirEnd() throws Exception {
    StringBuilder items = new StringBuilder("\\begin{itemize}\\item ");
    for (int i = 0; items.length() < SIZE; i++) {
      items.append("\\begin{e").append(i).append("}\\end{e").append(i).append('}');
    }
    LatexSource source = new LatexSource(items.append("\\end{itemize}").toString());
    LatexMarkdown.of(source);
    assertThat(source.work()).isLessThan((long) MOST_WORK * SIZE);
  }

  @Test
  void tablesWithLongRowsAndManyRowsAreRefused() {
    String table = "\\begin{tabular}{c}" + "a&".repeat(1_000) + "a\\\\".repeat(1_000);
    assertThatThrownBy(() -> LatexMarkdown.of(table))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("100000 cells");
  }

  @Test
  void anInterruptEndsTheWork() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> LatexMarkdown.of("text")).isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void fortyLevelsAreConverted() throws Exception {
    assertThat(LatexMarkdown.of("\\emph{\\sout{".repeat(20) + "deep" + "}}".repeat(20)))
        .contains("deep");
  }

  @Test
  void whiteSpaceIsTidiedWithoutStartingAgainAtEveryBlank() {
    String blanks = " ".repeat(20 * SIZE);
    assertThat(MarkdownSpacing.tidy("a" + blanks + "b" + blanks + "\n \t\n\n\n c\t\n\n"))
        .isEqualTo("a" + blanks + "b\n\n c\n");
  }
}
