package dev.touchstone.usermanagement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.touchstone.usermanagement",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleRulesTest {
  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices().matching("dev.touchstone.usermanagement.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule OF_OUR_OWN_ONLY_THE_PLATFORM =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.touchstone.exercises..",
              "dev.touchstone.scores..",
              "dev.touchstone.gateway..",
              "dev.touchstone.judge..",
              "dev.touchstone.standalone..",
              "dev.touchstone.problempackage..");

  @ArchTest
  static final ArchRule ENDPOINTS_ARE_USED_BY_NOBODY_BUT_THE_WIRING =
      classes()
          .that()
          .haveSimpleNameEndingWith("Endpoints")
          .should()
          .onlyBeAccessed()
          .byClassesThat()
          .haveNameMatching(".*(Endpoints(\\$.*)?|UserManagementService)");

  @ArchTest
  static final ArchRule STORES_AND_SERVICES_KNOW_NO_HTTP_SERVER =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Endpoints")
          .and()
          .haveSimpleNameNotEndingWith("Cookie")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.helidon..");
}
