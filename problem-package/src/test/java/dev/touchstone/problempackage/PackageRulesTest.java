package dev.touchstone.problempackage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dependencies between the packages of this module point one way. */
class PackageRulesTest {
  private static final String ROOT = "dev.touchstone.problempackage";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "               ROOT | ROOT ROOT.function",
        "      ROOT.function | ROOT.function",
        "       ROOT.archive | ROOT.archive ROOT",
        "          ROOT.yaml | ROOT.yaml ROOT",
        "    ROOT.conversion | ROOT.conversion ROOT.archive ROOT",
        "ROOT.conversion.html | ROOT.conversion.html ROOT.conversion ROOT",
        "ROOT.conversion.latex | ROOT.conversion.latex ROOT.conversion ROOT",
        "ROOT.conversion.polygon | ROOT.conversion.polygon ROOT.conversion.latex ROOT.conversion.html ROOT.conversion ROOT.archive ROOT",
        "ROOT.conversion.dmoj | ROOT.conversion.dmoj ROOT.conversion ROOT.archive ROOT.yaml ROOT",
        "ROOT.reading | ROOT.reading ROOT.archive ROOT.yaml ROOT.conversion.dmoj ROOT.conversion.polygon ROOT.function ROOT",
      })
  void aPackageUsesOnlyWhatLiesBelowIt(String name, String allowed) {
    String[] below =
        Stream.of(allowed.split(" ")).map(one -> one.replace("ROOT", ROOT)).toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(name.replace("ROOT", ROOT))
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(below)
                .or(JavaClass.Predicates.resideOutsideOfPackage("dev.touchstone..")))
        .check(CLASSES);
  }

  @Test
  void everyPackageHasARule() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct()).hasSize(10);
  }
}
