package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that read and write files instead of their standard streams. */
class DataFilesTest {
  private static final RealJudge JUDGE = new RealJudge();

  private static final String FILE = "fopen(\"sum.out\", \"w\")";

  @TempDir Path folder;
  private ProblemPackage problem;

  @BeforeEach
  void writePackage() throws Exception {
    problem =
        PackageBuilder.in(folder)
            .file("touchstone.yaml", "input_file: sum.in\noutput_file: sum.out\n")
            .open();
  }

  @AfterAll
  static void stop() {
    JUDGE.close();
  }

  /** The verdict on a program that writes 1000 bytes so many times to the given file. */
  private Verdict c(String output, int times, int status) {
    String source =
        """
        #include <stdio.h>
        int main() {
          FILE *in = fopen("sum.in", "r"), *out = %s;
          int number;
          if (!in || !out || fscanf(in, "%%d", &number) != 1) return 1;
          for (int i = 0; i < %d; i++) fprintf(out, "%%999d ", 7);
          fprintf(out, "%%d", number + 1);
          return %d;
        }
        """
            .formatted(output, times, status);
    return JUDGE.c(problem, source).verdict();
  }

  @Test
  void whatIsInTheFileOrElseOnTheStreamCounts() {
    assertThat(c(FILE, 0, 0)).isEqualTo(Verdict.AC);
    assertThat(c("stdout", 0, 0)).isEqualTo(Verdict.AC);
    assertThat(c(FILE, 1, 0)).isEqualTo(Verdict.WA);
  }

  @Test
  void aProgramThatFailsIsARunError() {
    assertThat(c(FILE, 0, 3)).isEqualTo(Verdict.RTE);
    assertThat(c("stdout", 0, 3)).isEqualTo(Verdict.RTE);
    assertThat(c("NULL", 0, 0)).isEqualTo(Verdict.RTE);
  }

  @Test
  void aFileMayBeAsLongAsTheLimitOfTheOutputSays() throws Exception {
    ProblemPackage large =
        PackageBuilder.in(folder)
            .limits("time_limit: 2, memory: 256, output: 32")
            .file("touchstone.yaml", "output_file: sum.out\n")
            .open();
    String next = "open('sum.out', 'w').write(str(int(input()) + 1) + ' ' * (24 << 20))";
    Judgement judgement = JUDGE.python(large, next);
    assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.AC);
  }

  @Test
  void tooMuchIsTooMuchOutputWhereverItGoes() {
    assertThat(c(FILE, 5_000, 0)).as("is ended by a signal").isEqualTo(Verdict.OLE);
    assertThat(c("stdout", 5_000, 0)).isEqualTo(Verdict.OLE);
    String python = "with open('sum.out', 'w') as out:\n  while True: out.write('x' * 65536)\n";
    assertThat(JUDGE.python(problem, python).verdict()).as("fails").isEqualTo(Verdict.OLE);
  }
}
