package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Applies bootstrap and every root to moto as an operator would to AWS, with the values of prod,
 * and checks the result over the AWS API. Then plans again, plans dev and staging, checks the
 * policy rules on all plans, and destroys everything.
 *
 * <p>The steps depend on each other, so they are one factory: JUnit runs its nodes in order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentTest {
  private static final List<RootChecks> CHECKS =
      List.of(
          new NetworkChecks(),
          new ClusterChecks(),
          new DataChecks(),
          new AccessChecks(),
          new EdgeChecks(),
          new ObservabilityChecks());

  private Deployment deployment;

  @BeforeAll
  void start() {
    Tools.terraform();
    Tools.plugins();
    deployment = Deployment.start();
  }

  @AfterAll
  void stop() {
    if (deployment != null) {
      deployment.close();
    }
  }

  @TestFactory
  Stream<DynamicNode> prodStandsIsAsTheDocumentSaysAndGoesAgain() {
    return Stream.of(
        dynamicTest("bootstrap", deployment::awaitBootstrap),
        dynamicContainer("apply", steps(Sources.ROOTS, deployment::awaitApply)),
        dynamicContainer("check", CHECKS.stream().map(this::checks)),
        dynamicTest("begin to destroy", deployment::beginToDestroy),
        dynamicTest("plan bootstrap again", () -> planAgain("bootstrap")),
        dynamicContainer("plan again", steps(Sources.ROOTS, this::planAgain)),
        dynamicContainer("dev", steps(Sources.ROOTS, root -> plan("dev", root))),
        dynamicContainer("staging", steps(Sources.ROOTS, root -> plan("staging", root))),
        dynamicContainer("destroy", steps(Sources.ROOTS.reversed(), deployment::awaitDestroy)),
        dynamicTest("nothing remains", deployment::assertNothingRemains));
  }

  private static Stream<DynamicTest> steps(List<String> roots, Consumer<String> step) {
    return roots.stream().map(root -> dynamicTest(root, () -> step.accept(root)));
  }

  private DynamicNode checks(RootChecks checks) {
    return dynamicContainer(
        checks.root(),
        Stream.of(checks.root())
            .map(deployment::handover)
            .flatMap(handover -> checks.checks(deployment.aws(), handover)));
  }

  /**
   * A second plan changes nothing. All its values are known by now, so the policy rules see them.
   */
  private void planAgain(String root) {
    Plan plan = deployment.planAgain(root);
    assertThat(plan.changes()).isEmpty();
    assertThat(PolicyRule.violations("prod", plan))
        .filteredOn(violation -> !MotoGaps.hides(violation))
        .isEmpty();
  }

  private void plan(String environment, String root) {
    Plan plan = deployment.plan(environment, root);
    assertThat(plan.resources()).hasSizeGreaterThan(5);
    assertThat(PolicyRule.violations(environment, plan)).isEmpty();
  }
}
