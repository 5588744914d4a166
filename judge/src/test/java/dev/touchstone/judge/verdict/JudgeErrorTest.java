package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeErrorTest {
  @Test
  void saysThatTheAuthorMustAct() {
    assertThat(JudgeError.explain(new PackageFaultException("The validator exited with 1.")))
        .isEqualTo("The package is faulty. The validator exited with 1.");
    assertThat(
            JudgeError.explain(
                new PackageException(List.of(new Fault("problem.yaml", "is missing")))))
        .isEqualTo("The package is faulty. problem.yaml: is missing");
  }

  @Test
  void saysThatTheOperatorMustAct() {
    assertThat(JudgeError.explain(new SandboxException("No box could be made.")))
        .isEqualTo("The judge failed. No box could be made.");
    // Its message is a name and nothing else.
    assertThat(JudgeError.explain(new NoSuchFileException("/data/1.in")))
        .startsWith("The judge failed. ")
        .contains("NoSuchFileException", "/data/1.in");
  }
}
