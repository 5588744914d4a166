package dev.touchstone.judge.verdict;

import dev.touchstone.judge.compile.Submission;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.problempackage.ProblemPackage;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The judge with the real sandbox, shared by the tests of a class. */
final class RealJudge implements AutoCloseable {
  private final Sandbox sandbox = Sandbox.start(2 * Judge.BOXES + Judge.SPARE, 2 * Judge.BOXES);
  private final Languages languages = Languages.detect();
  private final Judge judge = new Judge(sandbox, languages, Judge.SPARE);

  Judgement python(ProblemPackage problem, String source) {
    return judge(problem, "python3", "main.py", source, Scope.DECIDING);
  }

  /** Judges with a judge that knows other languages, too. */
  Judgement python(ProblemPackage problem, String source, Languages others) {
    return judge(new Judge(sandbox, others), problem, "python3", "main.py", source, Scope.DECIDING);
  }

  Judgement c(ProblemPackage problem, String source) {
    return judge(problem, "c", "main.c", source, Scope.DECIDING);
  }

  Judgement judge(
      ProblemPackage problem, String language, String file, String source, Scope scope) {
    return judge(judge, problem, language, file, source, scope);
  }

  private Judgement judge(
      Judge by, ProblemPackage problem, String language, String file, String source, Scope scope) {
    return by.judge(
        problem,
        new Submission(
            languages.find(language).orElseThrow(),
            List.of(new Submission.SourceFile(file, source.getBytes(StandardCharsets.UTF_8)))),
        scope,
        Progress.ignored());
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
