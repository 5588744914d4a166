package dev.touchstone.judge.sandbox.attack;

import dev.touchstone.judge.language.Language;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The same as {@link AttackTest} where no test runner is: as another user, or in a virtual machine.
 * Prints the protections, a line for each attack, and {@code done}.
 */
final class AttackMain {
  /**
   * Patterns of attacks; those that fork without end come last. Refused calls and compilers are no
   * other for an ordinary user. Left out is, too, what an ordinary user's box can't refuse: its
   * user is the judge's own, may open the file behind standard output again, and makes as many
   * empty files as it has time for.
   */
  static final List<String> OF_ORDINARY_USERS =
      List.of(
          "^(memory|network|output|secrets|tampering|time|traces)/",
          "^files/(?!ids|reopen-output)",
          "^compile/unreadable",
          "^disk/(?!inodes)",
          "^processes/(?!.*([Bb]omb|zombies))",
          "^processes/(zombies|.*[Bb]omb)");

  private AttackMain() {}

  /** Runs the attacks whose names match the first of the patterns given, then the second. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    List<Pattern> patterns = Arrays.stream(arguments).map(Pattern::compile).toList();
    try (AttackedJudge judge = new AttackedJudge()) {
      judge
          .sandbox()
          .protections()
          .forEach(p ->
              out.printf("%s %s: %s%n", p.active() ? "active" : "missing", p.name(), p.detail()));
      for (Pattern pattern : patterns) {
        for (Attack attack : Attack.all()) {
          if (pattern.matcher(attack.name()).find()) {
            out.println(line(judge, attack));
          }
        }
      }
    }
    out.println("done");
  }

  private static String line(AttackedJudge judge, Attack attack) throws Exception {
    Optional<Language> language = judge.language(attack);
    if (language.isEmpty()) {
      return "skipped " + attack.name();
    }
    List<String> complaints = judge.complaints(attack, language.get());
    return complaints.isEmpty()
        ? "failed as it should: " + attack.name()
        : "SUCCEEDED: " + attack.name() + " " + complaints;
  }
}
