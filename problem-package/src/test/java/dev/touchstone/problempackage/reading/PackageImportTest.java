package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.Grading;
import dev.touchstone.problempackage.PackageException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageImportTest {
  private static final String POLYGON =
      """
      <problem revision="7" short-name="a-plus-b" url="https://polygon.example/p">
        <names><name language="english" value="A plus B"/></names>
        <judging><testset name="tests">
          <time-limit>1500</time-limit><memory-limit>268435456</memory-limit>
          <input-path-pattern>tests/%02d</input-path-pattern>
          <answer-path-pattern>tests/%02d.a</answer-path-pattern>
          <tests>
            <test method="manual" sample="true" group="0" points="0.0"/>
            <test group="easy" points="10.0"/><test group="easy" points="20.0"/>
            <test group="hard" points="70.0"/>
          </tests>
          GROUPS
        </testset></judging>
        <assets>
          <checker name="CHECKER" type="testlib"><source path="files/check.cpp" type="cpp.g++17"/></checker>
          <solutions>
            <solution tag="main"><source path="solutions/main.cpp" type="cpp.g++17"/></solution>
            <solution tag="time-limit-exceeded-or-accepted"><source path="solutions/slow.cpp"/></solution>
          </solutions>
        </assets>
        <tags><tag value="math"/></tags>
      </problem>
      """;
  private static final String GROUPS =
      """
      <groups>
        <group name="0" points-policy="complete-group"/>
        <group name="easy" points-policy="each-test"><dependencies><dependency group="0"/></dependencies></group>
        <group name="hard" points="70.0" points-policy="complete-group">
          <dependencies><dependency group="easy"/></dependencies></group>
      </groups>
      """;

  @TempDir Path folder;

  private Path zip(Map<String, String> files) throws Exception {
    Path archive = folder.resolve("sum.zip");
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return archive;
  }

  private Tree polygon(String groups, String checker) throws Exception {
    Tree tree =
        new Tree(folder.resolve("polygon"))
            .file("problem.xml", POLYGON.replace("GROUPS", groups).replace("CHECKER", checker));
    for (int i = 1; i <= 4; i++) {
      tree.file("tests/0" + i, "in").file("tests/0" + i + ".a", "out");
    }
    return tree.file("solutions/main.cpp", "")
        .file("solutions/slow.cpp", "")
        .file("files/check.cpp", "#include \"testlib.h\"\n")
        .file("files/testlib.h", "")
        .file("statement-sections/english/legend.tex", "Add \\textbf{two} numbers $a_1$ \\& $b$.")
        .file(
            "statement-sections/english/input.tex",
            "\\begin{itemize}\\item $a$\\item $b$\\end{itemize}");
  }

  private ProblemPackage open(Path source) throws Exception {
    return PackageReader.open(
        PackageImport.prepare(source, Files.createTempDirectory(folder, "work")).folder());
  }

  @Test
  void opensAnArchiveWithOrWithoutAFolderInIt() throws Exception {
    for (String prefix : new String[] {"", "sum/"}) {
      ProblemPackage problem =
          open(
              zip(
                  Map.of(
                      prefix + "problem.yaml", Tree.LATER,
                      prefix + "statement/problem.en.md", "",
                      prefix + "data/secret/1.in", "1",
                      prefix + "data/secret/1.ans", "2")));
      assertThat(problem.cases()).hasSize(1);
      assertThat(problem.presentation().slug()).isEqualTo("sum");
    }
  }

  @Test
  void refusesAnArchiveThatLeadsOutOrIsNone() throws Exception {
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(() -> open(zip(Map.of("../evil", ""))))
        .withMessageContaining("is not a path within the archive");
    assertThat(folder.resolve("evil")).doesNotExist();
    Path none = Files.writeString(folder.resolve("none.zip"), "text");
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(() -> open(none))
        .withMessageContaining("is not a ZIP archive");
  }

  @Test
  void convertsAPolygonPackageWithPoints() throws Exception {
    ProblemPackage problem = open(polygon(GROUPS, "custom").root());
    assertThat(problem.scoring()).isTrue();
    assertThat(problem.data().points()).isEqualTo(100);
    assertThat(problem.limits().time()).hasMillis(1500);
    assertThat(problem.limits().memoryMib()).isEqualTo(256);
    assertThat(problem.names()).containsEntry("en", "A plus B");
    assertThat(problem.presentation().slug()).isEqualTo("a-plus-b");
    assertThat(problem.cases())
        .extracting(TestCase::name)
        .containsExactly(
            "sample/001", "secret/01_easy/002/002", "secret/01_easy/003/003", "secret/02_hard/004");
    assertThat(problem.cases()).extracting(TestCase::points).containsExactly(0.0, 10.0, 20.0, 0.0);
    assertThat(problem.data().groups().getLast().groups().getLast().grading())
        .isEqualTo(
            new Grading.Aggregated(
                Grading.Aggregation.PASS_FAIL,
                List.of("secret/01_easy/002/002", "secret/01_easy/003/003")));
    assertThat(problem.validator()).isPresent();
    assertThat(problem.submissions())
        .extracting(ExampleSubmission::name)
        .containsExactly("accepted/main.cpp", "mixed/slow.cpp");
    assertThat(problem.statements().get("en"))
        .hasContent("Add **two** numbers $a_1$ & $b$.\n\n## Input\n\n- $a$\n- $b$\n");
  }

  @Test
  void usesFlagsForStandardCheckers() throws Exception {
    ProblemPackage problem = open(polygon(GROUPS, "std::rcmp6.cpp").root());
    assertThat(problem.validator()).isEmpty();
    assertThat(problem.cases().getLast().validatorArguments())
        .containsExactly("float_tolerance", "1e-6");
  }

  @Test
  void namesEveryFaultOfAPolygonPackage() throws Exception {
    Tree tree =
        polygon(
            "<groups><group name=\"hard\"><dependencies><dependency group=\"none\"/></dependencies></group></groups>",
            "custom");
    Files.delete(tree.root().resolve("files/testlib.h"));
    Files.delete(tree.root().resolve("tests/03.a"));
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(() -> open(tree.root()))
        .withMessageContaining("tests/03.a: is missing")
        .withMessageContaining("files/testlib.h: is missing")
        .withMessageContaining("group hard depends on none");
  }

  @Test
  void readsNoExternalEntities() throws Exception {
    Tree tree =
        new Tree(folder.resolve("xxe"))
            .file(
                "problem.xml",
                "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><problem>&e;</problem>");
    assertThatExceptionOfType(PackageException.class)
        .isThrownBy(() -> open(tree.root()))
        .withMessageContaining("problem.xml: is not valid XML");
  }
}
