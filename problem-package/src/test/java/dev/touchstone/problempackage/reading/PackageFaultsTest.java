package dev.touchstone.problempackage.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken packages: one error names every fault, each with its file. */
class PackageFaultsTest {
  @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void start() {
    tree = new Tree(folder);
  }

  private List<String> faults() {
    PackageException e = catchThrowableOfType(PackageException.class, () -> tree.open());
    assertThat(e).as("the package is not refused").isNotNull();
    return e.faults().stream()
        .filter(fault -> !fault.warning())
        .map(fault -> new Fault(fault.file(), fault.message()).toString())
        .toList();
  }

  @Test
  void namesAllOfThemAtOnce() throws Exception {
    tree.file(
            "problem.yaml",
            "problem_format_version: 2025-09\nlimts: {}\ntype: [scoring, pass-fail]\n")
        .file("data/secret/a.in", "")
        .file("data/secret/b.ans", "")
        .file("touchstone.yaml", "difficulty: extreme\n");
    assertThat(faults())
        .contains(
            "problem.yaml: limts is not a known key; did you mean limits?",
            "problem.yaml: type can't be both pass-fail and scoring",
            "problem.yaml: name is missing",
            "data/secret/a.ans: is missing",
            "data/secret/b.in: is missing, though there is an answer",
            "touchstone.yaml: difficulty must be easy, medium or hard, not extreme");
  }

  @Test
  void saysWhatIsNotSupported() throws Exception {
    tree.file("problem.yaml", Tree.LATER + "type: submit-answer\n")
        .tests("secret", 1)
        .file("static_validator/v.py", "");
    assertThat(faults())
        .contains(
            "problem.yaml: type submit-answer is not supported: submissions are programs",
            "static_validator: is not supported: programs are judged by what they do,"
                + " not by their text");
  }

  @Test
  void refusesACustomGraderAndAMinimum() throws Exception {
    tree.file("problem.yaml", "name: T\ntype: scoring\ngrading: {objective: min}\n")
        .file("data/testdata.yaml", "grading: custom\n")
        .tests("secret", 1);
    assertThat(faults()).hasSize(2).allMatch(fault -> fault.contains("not supported"));
  }

  @Test
  void readsNoBrokenYaml() throws Exception {
    tree.file("problem.yaml", "name: [\n").tests("secret", 1);
    assertThat(faults()).anyMatch(fault -> fault.startsWith("problem.yaml: is not YAML: "));
  }

  @Test
  void wantsTheMetadataAndATest() throws Exception {
    assertThat(faults()).containsExactly("problem.yaml: is missing");
    tree.file("problem.yaml", Tree.LATER).file("statement/problem.en.md", "");
    assertThat(faults()).containsExactly("data/secret: contains no test");
  }

  @Test
  void knowsTheFlagsOfTheDefaultValidator() throws Exception {
    tree.file("problem.yaml", Tree.LATER)
        .tests("secret", 2)
        .file("data/secret/test_group.yaml", "output_validator_args: [float_tolerance]\n")
        .file("data/secret/2.yaml", "output_validator_args: [case_senstive]\n");
    assertThat(faults())
        .containsExactly(
            "data/secret: the validator flag float_tolerance lacks its number",
            "data/secret: the default validator has no flag case_senstive");
  }

  @Test
  void takesATolerancesOnceInLaterVersions() throws Exception {
    tree.file("problem.yaml", Tree.LATER)
        .tests("secret", 1)
        .file(
            "data/secret/test_group.yaml",
            "output_validator_args: [float_tolerance, 1e-6, float_absolute_tolerance, 1e-3]\n");
    assertThat(faults()).anyMatch(fault -> fault.contains("given twice"));
  }

  @Test
  void wantsScoresToAddUp() throws Exception {
    tree.file("problem.yaml", Tree.LATER + "type: scoring\n")
        .tests("secret/a", 1)
        .tests("secret/b", 1)
        .file("data/secret/a/test_group.yaml", "max_score: 90\nrequire_pass: [secret/b, sample]\n")
        .file("data/secret/b/test_group.yaml", "max_score: 20\n");
    assertThat(faults())
        .anyMatch(fault -> fault.contains("is worth 100, but its groups are worth 110"))
        .anyMatch(fault -> fault.contains("require_pass names secret/b"))
        .anyMatch(fault -> fault.contains("require_pass names sample"));
  }

  @Test
  void keepsGroupsToTheShapeOfTheVersion() throws Exception {
    tree.file("problem.yaml", Tree.LATER + "type: scoring\n")
        .tests("secret", 1)
        .tests("secret/a", 1)
        .tests("sample/b", 1);
    assertThat(faults())
        .contains(
            "data/secret: must contain either tests or groups, not both",
            "data/sample: must not contain groups")
        .anyMatch(fault -> fault.contains("max_score is missing"));
  }

  @Test
  void leavesPointsToScoringProblems() throws Exception {
    tree.file("problem.yaml", Tree.DRAFT)
        .tests("secret", 1)
        .file("data/secret/test_group.yaml", "max_score: 100\n");
    assertThat(faults()).hasSize(1).allMatch(fault -> fault.contains("type: scoring"));
  }

  @Test
  void followsNoLinkOut() throws Exception {
    tree.file("problem.yaml", Tree.LATER).tests("secret", 1);
    Files.createSymbolicLink(folder.resolve("data/secret/passwd"), Path.of("/nowhere"));
    Files.createSymbolicLink(folder.resolve("statement/picture.png"), Path.of("/etc/passwd"));
    assertThat(faults())
        .containsExactlyInAnyOrder(
            "data/secret/passwd: is a link to a file that does not exist",
            "statement/picture.png: is a link that points outside the package");
  }

  @Test
  void namesTheLine() throws Exception {
    tree.file("problem.yaml", Tree.LATER + "limits:\n  time_limit: 1\n  memory: lots\nx: 1\n")
        .tests("secret", 1);
    PackageException e = catchThrowableOfType(PackageException.class, () -> tree.open());
    assertThat(e.faults())
        .filteredOn(fault -> !fault.warning())
        .extracting(Fault::place)
        .containsExactlyInAnyOrder("problem.yaml:6", "problem.yaml:7");
    tree.file("problem.yaml", "name: A\nlimits: {}\nname: B\n");
    e = catchThrowableOfType(PackageException.class, () -> tree.open());
    assertThat(e.faults().getFirst().place()).isEqualTo("problem.yaml:3");
  }

  @Test
  void refusesSettingsThatTheVersionDoesNotRead() throws Exception {
    tree.file("problem.yaml", Tree.LATER)
        .tests("secret", 1)
        .file("data/test_group.yaml", "")
        .file("data/secret/testdata.yaml", "output_validator_args: float_tolerance 1e-4\n");
    assertThat(faults())
        .containsExactlyInAnyOrder(
            "data/test_group.yaml: is not read by this version; put it into data/secret",
            "data/secret/testdata.yaml: is not read by this version; use test_group.yaml");
    tree.file("problem.yaml", "name: T\n");
    assertThat(faults())
        .contains("data/test_group.yaml: is not read by this version; use testdata.yaml");
  }

  @Test
  void wantsConstantsWithAValue() throws Exception {
    tree.file("problem.yaml", Tree.LATER + "constants: {n: {tex: 5}, 2n: 1, m: [1]}\n")
        .tests("secret", 1);
    assertThat(faults())
        .containsExactlyInAnyOrder(
            "problem.yaml: constants.n.value is missing",
            "problem.yaml: constants must have names of letters, digits and underscores, not 2n",
            "problem.yaml: constants.m must be a text or number, or a map of value and its"
                + " variants");
  }

  @Test
  void wantsTheProgramThatAnInteractiveProblemNeeds() throws Exception {
    tree.file("problem.yaml", Tree.LATER + "type: interactive\n").tests("secret", 1);
    assertThat(faults())
        .containsExactly("output_validator: is missing, though the problem is interactive");
  }

  @Test
  void wantsAnIdentityAndAStatementWhereTheVersionDoes() throws Exception {
    tree.file("problem.yaml", Tree.LATER.replaceFirst("uuid: .*", "uuid: next"))
        .file("data/secret/1.in", "")
        .file("data/secret/1.ans", "");
    assertThat(faults())
        .containsExactly(
            "problem.yaml: uuid must be a UUID, 32 hexadecimal digits in groups of 8-4-4-4-12, not next",
            "statement: contains no statement: problem.en.md, or .tex or .pdf");
    tree.file("problem.yaml", Tree.LATER.replaceFirst("uuid: .*", ""));
    assertThat(faults()).contains("problem.yaml: uuid is missing");
    tree.file("problem.yaml", Tree.DRAFT);
    assertThat(tree.open().statements()).isEmpty();
  }

  @Test
  void wantsFactorsOfTimeThatMakeSense() throws Exception {
    tree.file("problem.yaml", "name: T\nlimits: {time_multiplier: -1, time_safety_margin: 0}\n")
        .tests("secret", 1);
    assertThat(faults())
        .containsExactly(
            "problem.yaml: limits.time_multiplier must be a number of at least 1, not -1",
            "problem.yaml: limits.time_safety_margin must be a number of at least 1, not 0");
    tree.file("problem.yaml", Tree.LATER + "limits: {time_multipliers: {ac_to_time_limit: x}}\n");
    assertThat(faults())
        .containsExactly(
            "problem.yaml: limits.time_multipliers.ac_to_time_limit must be a number of at least 1, not x");
  }

  @Test
  void namesLinesOfDomjudgesFileThatSayNothing() throws Exception {
    tree.file("problem.yaml", "name: T\nvalidation: custom\n")
        .file(
            "domjudge-problem.ini",
            "; a comment\n\n[section]\nshort-name = A\ntimelimit 3\nspecial_run = 'talk'\n")
        .tests("secret", 1);
    assertThat(faults())
        .containsExactly(
            "domjudge-problem.ini: must have lines of the form key = value, not timelimit 3",
            "output_validators: is missing, though validation is custom",
            "domjudge-problem.ini: special_run names talk, a program from another system;"
                + " put it into output_validators");
  }

  @Test
  void refusesDomjudgesOwnPrograms() throws Exception {
    tree.file("problem.yaml", "name: T\n")
        .file("domjudge-problem.ini", "timelimit = abc\nspecial_compare='float'\n")
        .tests("secret", 1);
    assertThat(faults())
        .anyMatch(fault -> fault.startsWith("domjudge-problem.ini: special_compare names float"))
        .anyMatch(fault -> fault.contains("number of seconds, not abc"));
  }

  @Test
  void refusesAKeyThatIsThereTwice() throws Exception {
    tree.file("problem.yaml", "name: A\nlimits: {}\nname: B\n").tests("secret", 1);
    assertThat(faults()).containsExactly("problem.yaml: the key name occurs twice");
  }

  @Test
  void saysWhereAValueIsAndWhatItMustBe() throws Exception {
    tree.file(
            "problem.yaml",
            """
            problem_format_version: 2025-09
            uuid: 00000000-0000-0000-0000-000000000000
            name: {en: T, vi: [no]}
            type: [interactiv]
            limits: {memory: lots, tme_limit: 1, 5: 1}
            allow_file_writing: perhaps
            """)
        .file("output_validator/v.py", "")
        .tests("secret", 1);
    assertThat(faults())
        .containsExactlyInAnyOrder(
            "problem.yaml: name.vi must be a text",
            "problem.yaml: type must be of pass-fail, scoring, multi-pass, interactive and"
                + " submit-answer, not interactiv",
            "problem.yaml: limits.memory must be a number of at least 1, not lots",
            "problem.yaml: limits.tme_limit is not a known key; did you mean time_limit?",
            "problem.yaml: limits.5 is not a known key; known are code, compilation_memory,"
                + " compilation_time, memory, output, time_limit, time_multiplier,"
                + " time_multipliers, time_resolution, time_safety_margin, validation_memory,"
                + " validation_output, validation_passes, validation_time",
            "problem.yaml: allow_file_writing must be true or false, not perhaps");
  }

  @Test
  void checksTheSettingsOfGroupsTestsAndSubmissions() throws Exception {
    tree.file("problem.yaml", Tree.LATER + "type: scoring\n")
        .tests("secret/a", 2)
        .file("data/secret/a/test_group.yaml", "max_score: many\nscore_aggregation: avg\n")
        .file("data/secret/a/1.yaml", "output_validator_arg: [x]\n")
        .file("submissions/accepted/a.py", "")
        .file(
            "submissions/submissions.yaml",
            "accepted: {permitted: [AC, TL]}\n'*.py': {secret: {scor: 1}}\nmixed: 1\n");
    assertThat(faults())
        .contains(
            "data/secret/a/test_group.yaml: max_score must be a number of at least 0, or"
                + " unbounded, not many",
            "data/secret/a/test_group.yaml: score_aggregation must be pass-fail, sum or min, not"
                + " avg",
            "data/secret/a/1.yaml: output_validator_arg is not a known key; did you mean"
                + " output_validator_args?",
            "submissions/submissions.yaml: accepted.permitted must be of AC, WA, TLE, RTE, MLE,"
                + " OLE and CE, not TL",
            "submissions/submissions.yaml: *.py.secret.scor is not a known key; did you mean"
                + " score?",
            "submissions/submissions.yaml: mixed must be a map of keys to values, not 1");
  }

  @Test
  void checksTheSettingsOfLegacyGroups() throws Exception {
    tree.file("problem.yaml", "name: T\nvalidation: customs\ngrading: {on_reject: break}\n")
        .tests("secret", 1)
        .file("data/secret/testdata.yaml", "on_reject: first_error\ngrader_flag: min\n");
    assertThat(faults())
        .containsExactlyInAnyOrder(
            "problem.yaml: validation must be of default, custom, score, interactive and"
                + " multi-pass, not customs",
            "problem.yaml: grading.on_reject must be first_error, worst_error or grade, not break",
            "data/secret/testdata.yaml: on_reject must be break or continue, not first_error",
            "data/secret/testdata.yaml: grader_flag is not a known key; did you mean"
                + " grader_flags?");
  }

  @Test
  void checksTheSignatureOfAFunction() throws Exception {
    tree.file("problem.yaml", Tree.LATER)
        .tests("secret", 1)
        .file(
            "touchstone.yaml",
            """
            points: 0
            feedback: {hidden: all}
            function: {name: Run, parameters: {A: int, b: list<int}}
            """);
    assertThat(faults())
        .containsExactlyInAnyOrder(
            "touchstone.yaml: points must be a number from 1 to 10000, not 0",
            "touchstone.yaml: feedback.hidden must be none, verdict or difference, not all",
            "touchstone.yaml: function.name must be lower case letters, digits and underscores,"
                + " not Run",
            "touchstone.yaml: function.parameters must have names of lower case letters, digits"
                + " and underscores, not A",
            "touchstone.yaml: function.parameters.b must be int, float, bool, string, list<type>"
                + " or map<type>, not list<int",
            "touchstone.yaml: function.returns is missing");
  }

  @Test
  void acceptsWhatTheFormatLeavesOpen() throws Exception {
    tree.file(
            "problem.yaml",
            """
            problem_format_version: 2023-07
            name: 7
            type: pass-fail
            keywords: a b
            credits: {authors: [{name: A}]}
            limits:
            languages: all
            """)
        .tests("secret", 1)
        .file("data/secret/test_group.yaml", "output_validator_args: case_sensitive\nhint: 1\n");
    assertThat(tree.open().names()).containsEntry("en", "7");
  }
}
