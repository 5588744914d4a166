package dev.touchstone.problempackage.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainMarkdownTest {
  @Test
  void linesStayLines() {
    assertThat(PlainMarkdown.of("One.  *Two*\n- $3\n\n\n1. a\n"))
        .isEqualTo("One.  \\*Two\\*\\\n\\- \\$3\n\n1\\. a\n");
  }

  @Test
  void indentedAndAlignedParagraphsKeepTheirBlanks() {
    assertThat(PlainMarkdown.of("A tree:\n\n  1\n / \\\n2   3\n\nn   m\n10  20\n"))
        .isEqualTo("A tree:\n\n```\n  1\n / \\\n2   3\n```\n\n```\nn   m\n10  20\n```\n");
  }
}
