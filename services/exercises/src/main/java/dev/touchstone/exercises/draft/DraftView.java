package dev.touchstone.exercises.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.touchstone.exercises.exercise.RevisionFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A draft with its parts, on the wire. */
record DraftView(
    @JsonUnwrapped Draft draft,
    DraftSettings settings,
    List<Test> tests,
    List<Solution> solutions,
    List<RevisionFile> files) {

  /**
   * A test.
   *
   * @param name such as {@code secret/group1/03}
   * @param answer null if its file is missing
   */
  record Test(
      String name,
      RevisionFile input,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable RevisionFile answer) {}

  /** A file or folder below {@code submissions}, and the folder's name for the verdicts. */
  record Solution(String name, String expected) {}

  static DraftView of(Draft draft, DraftSettings settings, List<RevisionFile> files) {
    return new DraftView(draft, settings, tests(files), solutions(files), files);
  }

  private static List<Test> tests(List<RevisionFile> files) {
    Map<String, RevisionFile> byPath = new TreeMap<>();
    files.forEach(file -> byPath.put(file.path(), file));
    List<Test> tests = new ArrayList<>();
    for (RevisionFile file : files) {
      WrittenTest.nameOf(file.path())
          .ifPresent(name -> tests.add(new Test(name, file, byPath.get(WrittenTest.answer(name)))));
    }
    return tests;
  }

  private static List<Solution> solutions(List<RevisionFile> files) {
    return files.stream()
        .map(file -> file.path().split("/", -1))
        .filter(steps -> steps.length >= 3 && steps[0].equals("submissions"))
        .map(steps -> new Solution(steps[1] + "/" + steps[2], steps[1]))
        .distinct()
        .toList();
  }
}
