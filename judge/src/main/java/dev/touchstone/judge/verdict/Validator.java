package dev.touchstone.judge.verdict;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.problempackage.ProblemPackage;
import dev.touchstone.problempackage.TestCase;
import dev.touchstone.problempackage.TestGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Decides whether an output is right. */
interface Validator extends AutoCloseable {
  /**
   * Looks at an output.
   *
   * @return in words what is wrong, which may be the empty text; nothing if the output is right
   * @throws SandboxException if the package's validator fails
   */
  Optional<String> difference(TestGroup group, TestCase test, Path output) throws IOException;

  @Override
  void close();

  /** The validator of a package: its own, or the default one. */
  static Validator of(
      ProblemPackage problem, Sandbox sandbox, Compiler compiler, Languages languages)
      throws IOException {
    if (problem.interactive() || problem.multiPass()) {
      throw new SandboxException("Interactive and multi-pass problems can't be judged here.");
    }
    if (problem.validator().isEmpty()) {
      return new Validator() {
        @Override
        public Optional<String> difference(TestGroup group, TestCase test, Path output)
            throws IOException {
          ValidatorFlags flags;
          try {
            flags = ValidatorFlags.parse(group.validatorArguments());
          } catch (IllegalArgumentException e) {
            throw new SandboxException("The package has an " + e.getMessage() + ".", e);
          }
          return DefaultValidator.difference(test.answer(), output, flags);
        }

        @Override
        public void close() {}
      };
    }
    CustomValidator custom = CustomValidator.compile(sandbox, compiler, languages, problem);
    return new Validator() {
      @Override
      public Optional<String> difference(TestGroup group, TestCase test, Path output)
          throws IOException {
        return custom.difference(test, group.validatorArguments(), output);
      }

      @Override
      public void close() {
        custom.close();
      }
    };
  }
}
