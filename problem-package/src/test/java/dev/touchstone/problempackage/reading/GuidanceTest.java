package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.Guidance;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hints and editorials of packages. */
class GuidanceTest {
  @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void start() throws Exception {
    tree = new Tree(folder);
    tree.file("problem.yaml", Tree.LATER + "limits: {time_limit: 1}\n").tests("secret", 1);
  }

  @Test
  void hintsHaveTheOrderOfTheirNumbers() throws Exception {
    tree.file("hints/10.vi.md", "").file("hints/2.md", "").file("hints/2.vi.md", "");
    ProblemPackage read = tree.open();
    assertThat(read.presentation().guidance().hints())
        .extracting(hint -> hint.keySet().stream().sorted().toList().toString())
        .containsExactly("[en, vi]", "[vi]");
    assertThat(read.warnings()).isEmpty();
    assertThat(ProblemPackage.neededForJudging("hints/2.md")).isFalse();
  }

  @Test
  void theEditorialIsWhereTheFormatHasIt() throws Exception {
    tree.file("solution/solution.vi.md", "")
        .file("solution/solution.vi.tex", "")
        .file("solution/solution.en.pdf", "")
        .file("solution/solution.txt", "")
        .file("hints/first.md", "")
        .file("hints/1.md", "")
        .file("hints/1.en.md", "")
        .file("touchstone.yaml", "editorial: {visible: after_attempts, attempts: 5}\n");
    ProblemPackage read = tree.open();
    Guidance guidance = read.presentation().guidance();
    assertThat(guidance.editorial())
        .hasSize(2)
        .containsEntry("vi", folder.resolve("solution/solution.vi.md"))
        .containsEntry("en", folder.resolve("solution/solution.txt"));
    assertThat(guidance.visible()).isEqualTo(Guidance.Visible.AFTER_ATTEMPTS);
    assertThat(guidance.attempts()).isEqualTo(5);
    assertThat(read.warnings())
        .extracting(Fault::toString)
        .containsExactlyInAnyOrder(
            "solution/solution.en.pdf: warning: is kept in the package and not shown",
            "solution/solution.vi.tex: warning: is kept in the package and not shown",
            "hints/1.md: warning: is not shown: hints/1.en.md has the hint in this language",
            "hints/first.md: warning: is not shown: the name is not NUMBER.LANGUAGE.md");
  }

  @Test
  void withoutARuleTheEditorialIsForThoseWhoSolvedTheExercise() throws Exception {
    assertThat(tree.open().presentation().guidance().visible())
        .isEqualTo(Guidance.Visible.AFTER_SOLVED);
    tree.file("touchstone.yaml", "editorial: {visible: soon, attempts: 0}\n");
    PackageException refused =
        Assertions.catchThrowableOfType(PackageException.class, () -> tree.open());
    assertThat(refused.faults())
        .extracting(Fault::toString)
        .containsExactlyInAnyOrder(
            "touchstone.yaml:1: editorial.visible must be always, after_solved, after_attempts or"
                + " never, not soon",
            "touchstone.yaml:1: editorial.attempts must be a whole number from 1 to 1000, not 0");
  }
}
