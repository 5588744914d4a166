package dev.touchstone.problempackage.conversion.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.problempackage.conversion.ConversionException;
import dev.touchstone.problempackage.conversion.ConvertedText;
import dev.touchstone.problempackage.conversion.ConvertedText.Remark;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LatexMarkdownTest {
  @Test
  void convertsTextMarkup() throws Exception {
    assertThat(
            LatexMarkdown.of(
                "{\\bf Bold} \\emph{it} \\t{a\\_b} ``q'' --- $x_1 < 2$ 50\\% % no\n~y"))
        .isEqualTo("**Bold** *it* `a_b` “q” — $x_1 < 2$ 50% \u00a0y\n");
  }

  @Test
  void convertsListsTablesAndListings() throws Exception {
    assertThat(LatexMarkdown.of("\\begin{enumerate}\n\\item one\n\\item two\n\\end{enumerate}"))
        .isEqualTo("1. one\n2. two\n");
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

  private static final String[][] WITHIN_A_LINE = {
    {"Pay \\$$n$ now, \\$5 and \\$10", "Pay \\$$n$ now, \\$5 and \\$10"},
    {"so on\\footnote{a note}.", "so on (a note)."},
    {"\\texttt{a\\_b $x$ \\{c\\}}", "`a_b x {c}`"},
    {"\\texttt{back`tick} \\verb|a_b * c|", "``back`tick`` `a_b * c`"},
    {"\\'e \\\"o \\o{} na\\\"{\\i}ve \\c{c} \\v{s} \\aa", "é ö ø naïve ç š å"},
    {"Vi\\d{\\^e}t \\'{\\^e} \\dj{}", "Việt ế đ"},
    {"\\textsc{Small} \\underline{u} {\\small tiny} \\Huge big", "Small u tiny big"},
    {"\\href{https://e.org/a_b}{a_b} \\url{e.org/x\\_y}", "[a\\_b](https://e.org/a_b) <e.org/x_y>"},
    {"\\euro 5 \\pounds{}6 \\textyen{}7 \\textdollar{}8", "€5 £6 ¥7 \\$8"},
    {"$ a \\$ b $", "$a \\text{\\textdollar} b$"},
    {"$n$2 x", "$n$\u20602 x"},
    {"\\newcommand{\\N}{\\mathbb{N}}$x \\in \\N$", "$x \\in\\mathbb{N}$"},
    {
      "\\newcommand\\two[2][a]{#1 and \\textbf{#2}}\\two{b}, \\two[c]{d}",
      "a and **b**, c and **d**"
    },
    {"\\def\\htmlPixelsInCm {45} x", "x"},
    {"x < y, 3 * 4, a_b, [c] | d", "x \\< y, 3 \\* 4, a\\_b, \\[c\\] \\| d"},
    {"A\\\\[1cm] B \\hfill C\\\\", "A\\\nB C"},
  };

  @Test
  void convertsWithinALine() throws Exception {
    for (String[] pair : WITHIN_A_LINE) {
      assertThat(LatexMarkdown.of(pair[0])).as(pair[0]).isEqualTo(pair[1] + "\n");
    }
  }

  @Test
  void nothingOfATextBecomesMarkdown() throws Exception {
    assertThat(
            LatexMarkdown.of("1. Not a list\n\n2) also\n\n# no heading\n+ plus\n- dash\n    code"))
        .isEqualTo("1\\. Not a list\n\n2\\) also\n\n\\# no heading\n\\+ plus\n\\- dash\ncode\n");
  }

  @Test
  void joinsCellsOfTables() throws Exception {
    String latex =
        """
        \\begin{tabular}[t]{|l|p{3cm}|}
        \\hline
        \\multicolumn{2}{|c|}{Header & cell} \\\\
        \\hline
        \\multirow{2}{*}{Left} & $|x|$ \\\\
        \\cline{2-2}
         & 2 \\\\[3pt]
        \\end{tabular}
        """;
    assertThat(LatexMarkdown.of(latex.replace(" & cell", "")))
        .isEqualTo(
            """
            | Header |  |
            | --- | --- |
            | Left | $\\|x\\|$ |
            |  | 2 |
            """);
  }

  @Test
  void floatsLeaveTheirContentOnly() throws Exception {
    String latex =
        """
        \\begin{wrapfigure}{r}{0.3\\textwidth}
        \\centering
        \\includegraphics[width=0.3\\textwidth]{pic}
        \\caption{A caption}
        \\end{wrapfigure}
        """;
    assertThat(LatexMarkdown.convert(latex, name -> name + ".png").markdown())
        .isEqualTo("![](pic.png)\n\n*A caption*\n");
  }

  @Test
  void formulasOfEnvironmentsStandAlone() throws Exception {
    assertThat(
            LatexMarkdown.of(
                "so\n\\begin{align*}\na_1 &= b * c \\\\\n\n+ d \\label{x} % no\n\\end{align*}"))
        .isEqualTo("so\n\n$$\\begin{aligned} a_1 &= b * c \\\\ + d \\end{aligned}$$\n");
    assertThat(LatexMarkdown.of("\\begin{equation}\nx_1 = 3\n\\end{equation}"))
        .isEqualTo("$$x_1 = 3$$\n");
  }

  @Test
  void listsKeepTheirNumbersAndParagraphs() throws Exception {
    String latex =
        """
        \\begin{enumerate}[label=(\\alph*)]
        \\item first

        more
        \\begin{itemize} \\item[x] nested $a<b$ \\end{itemize}
        \\item second
        \\end{enumerate}
        """;
    assertThat(LatexMarkdown.of(latex))
        .isEqualTo("1. first\n\n   more\n\n   - **x** nested $a<b$\n2. second\n");
  }

  @Test
  void aHeadingStandsOnce() throws Exception {
    assertThat(LatexMarkdown.of("\\section*{Input}\n\\begin{Input}\nOne.\n\\end{Input}"))
        .isEqualTo("### Input\n\nOne.\n");
  }

  @Test
  void samplesHaveTheirPlaces() throws Exception {
    assertThat(LatexMarkdown.of("One:\\nextsample Rest: \\remainingsamples"))
        .isEqualTo("One:\n\n{{nextsample}}\n\nRest:\n\n{{remainingsamples}}\n");
  }

  @Test
  void whatIsNotUnderstoodIsRemarkedWithItsLine() throws Exception {
    ConvertedText converted =
        LatexMarkdown.convert(
            "a\n\\foo[opt]{kept} \\foo\n\\begin{strange}\nb\n\\end{strange}\n\\begin{tikzpicture}\\draw(0);\\end{tikzpicture}",
            name -> name);
    assertThat(converted.markdown()).isEqualTo("a\nkept\n\nb\n");
    assertThat(converted.remarks())
        .containsExactly(
            new Remark(2, "the command \\foo is not understood and left out"),
            new Remark(3, "the environment strange is not understood; its content is shown"),
            new Remark(6, "the drawing tikzpicture is not shown; include it as a picture"));
  }

  @Test
  void commandsThatGrowWithoutEndAreRefused() {
    StringBuilder bomb = new StringBuilder("\\newcommand{\\a}{x}");
    for (char c = 'b'; c <= 'z'; c++) {
      bomb.append("\\newcommand{\\" + c + "}{")
          .append(("\\" + (char) (c - 1)).repeat(4))
          .append('}');
    }
    for (String use : new String[] {"\\z", "$\\z$", "\\texttt{\\z}"}) {
      assertThatThrownBy(() -> LatexMarkdown.of(bomb + use))
          .isInstanceOf(ConversionException.class)
          .hasMessageContaining("1 MiB");
    }
    assertThatThrownBy(() -> LatexMarkdown.of("\\def\\r{\\r}\\r"))
        .isInstanceOf(ConversionException.class);
  }

  @Test
  void raisedAndLoweredTextStaysApart() throws Exception {
    assertThat(
            LatexMarkdown.of("10\\textsuperscript{9}7 a\\textsubscript{i} b\\textsuperscript{é}"))
        .isEqualTo("10$^{9}$\u20607 a$_{i}$ b^(é)\n");
  }

  @Test
  void whatProgramTextAndReferencesLoseIsReported() throws Exception {
    ConvertedText converted =
        LatexMarkdown.convert(
            "a\n\\texttt{x\\foo y\\textdollar}\n\nFigure~\\ref{fig:map}", UnaryOperator.identity());
    assertThat(converted.markdown()).contains("`xy$`").doesNotContain("fig:map");
    assertThat(converted.remarks())
        .extracting(ConvertedText.Remark::line, ConvertedText.Remark::message)
        .containsExactly(
            tuple(2, "the command \\foo is left out of program text"),
            tuple(4, "\\ref is left out, since nothing has a number here"));
  }

  @Test
  void aTableInACellBecomesWords() throws Exception {
    assertThat(
            LatexMarkdown.of(
                "\\begin{tabular}{ll}a & \\begin{tabular}{l}two\\\\$n$ lines\\end{tabular} \\\\"
                    + "\\end{tabular}"))
        .isEqualTo("| a | two $n$ lines |\n| --- | --- |\n");
  }
}
