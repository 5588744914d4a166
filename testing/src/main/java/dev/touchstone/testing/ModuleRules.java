package dev.touchstone.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that hold in every module, so that dependencies point one way: endpoints → service →
 * store, services → platform, nothing → services but standalone. No violation is tolerated.
 */
public final class ModuleRules {
  private static final String ROOT = "dev.touchstone.";

  private ModuleRules() {}

  /**
   * Checks the main classes of a module.
   *
   * @param module the package of the module below {@code dev.touchstone}, such as {@code scores}
   * @param allowed other packages below {@code dev.touchstone} that it may use
   * @throws AssertionError that names every violation
   */
  public static void check(String module, String... allowed) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT + module);
    if (classes.isEmpty()) {
      throw new AssertionError("There are no classes in " + ROOT + module);
    }
    rules(module, List.of(allowed)).forEach(rule -> rule.allowEmptyShould(true).check(classes));
  }

  private static List<ArchRule> rules(String module, List<String> allowed) {
    List<String> packages = new ArrayList<>();
    packages.add(ROOT + module + "..");
    allowed.forEach(name -> packages.add(ROOT + name + ".."));
    String[] ours = packages.toArray(String[]::new);
    return List.of(
        classes()
            .that()
            .resideInAPackage(ROOT + module + "..")
            .should()
            .onlyDependOnClassesThat(
                JavaClass.Predicates.resideInAnyPackage(ours)
                    .or(JavaClass.Predicates.resideOutsideOfPackage("dev.touchstone..")))
            .because("dependencies between modules point one way"),
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Endpoints")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Store")
            .because("endpoints parse, call a service, and map"),
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Store")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Endpoints")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Service")
            .because("stores run SQL and do not depend on their callers"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jdbi.v3.core.transaction.TransactionIsolationLevel")
            .because("JDBI sets the level of the session, which a pooler gives to other clients"),
        slices()
            .matching(ROOT + module + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("features can be read one by one"),
        noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
            .because("a name says what a thing is"));
  }
}
