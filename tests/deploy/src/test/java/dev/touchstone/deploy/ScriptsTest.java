package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.deploy.Command.Ending;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts of the workflows, on a repository of their own. */
class ScriptsTest {
  /** Tests for which everything was built. */
  private static final String BUILT = "built";

  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
  private static final List<String> IMAGES =
      List.of("gateway", "user-management", "exercises", "scores", "web", "operations", "judge");

  /** Copied for each test: nothing was built yet, and every image was, and committed. */
  private static ScriptRepository sound;

  private static ScriptRepository built;

  /** The commit in which everything was built. */
  private static String builds = "";

  private ScriptRepository repository;

  @BeforeAll
  static void prepare(@TempDir Path first, @TempDir Path second) {
    sound = ScriptRepository.create(first);
    built = sound.copy(second);
    IMAGES.forEach(image -> built.run("set_digest.sh", "dev", image, DIGEST).orFail());
    built.write("notes.txt", "stays");
    builds = built.commit("deploy: dev");
    built.push();
  }

  @BeforeEach
  void copy(@TempDir Path folder, TestInfo test) {
    repository = (test.getTags().contains(BUILT) ? built : sound).copy(folder);
  }

  @Test
  void aDigestIsWrittenWhereTheChartsReadIt() {
    repository.run("set_digest.sh", "dev", "operations", DIGEST).orFail();
    repository.run("set_digest.sh", "dev", "judge", DIGEST).orFail();

    assertThat(repository.shell("git diff --stat").orFail()).contains("2 files changed");
    assertThat(repository.read("deploy/environments/dev/images/platform.yaml"))
        .contains("databases: { image: { digest: \"" + DIGEST + "\" } }");
    assertThat(repository.read("deploy/environments/dev/images/judge.yaml"))
        .contains("image: { digest: \"" + DIGEST + "\" }");
  }

  @Test
  void aDigestThatCannotBeIsRefused() {
    refuses("test", "gateway", DIGEST, 2, "the environments are: dev staging prod");
    refuses("dev", "gateway", "latest", 1, "is no digest");
    refuses("dev", "nginx", DIGEST, 1, "no line for the image nginx");
    refuses("dev", "web", "sha256:" + "0".repeat(64), 1, "nothing yet");
    assertThat(repository.shell("git status --porcelain").orFail()).isEmpty();
  }

  private void refuses(String environment, String image, String digest, int status, String said) {
    Ending ending = repository.run("set_digest.sh", environment, image, digest);
    assertThat(ending.status()).isEqualTo(status);
    assertThat(ending.errors()).contains(said);
  }

  @Tag(BUILT)
  @Test
  void promotionCopiesDigestsAndTheRevisionOfTheCharts() {

    String said = repository.run("promote.sh", "dev", "staging").orFail();

    assertThat(said).contains("| gateway | `000000000000` | `0123456789ab` |", "| charts |");
    assertThat(repository.shell("git status --porcelain").orFail().lines())
        .hasSize(3)
        .allMatch(line -> line.contains("deploy/environments/staging/"));
    assertThat(repository.read("deploy/environments/staging/images/platform.yaml"))
        .contains("# What runs in staging.")
        .isEqualTo(
            repository
                .read("deploy/environments/dev/images/platform.yaml")
                .replace("runs in dev", "runs in staging"));
    assertThat(repository.read("deploy/environments/staging/charts.json")).contains(builds);

    // On to prod, which gets the charts of staging, not the newest.
    repository.commit("deploy: staging");
    repository.run("promote.sh", "staging", "prod").orFail();
    assertThat(repository.read("deploy/environments/prod/charts.json")).contains(builds);
    repository.commit("deploy: prod");
    assertThat(repository.run("promote.sh", "staging", "prod").orFail()).contains("already runs");
  }

  @Test
  void promotionRefusesWhatItMustNotDo() {
    assertThat(repository.run("promote.sh", "dev", "prod").status()).isEqualTo(2);
    assertThat(repository.run("promote.sh", "prod", "dev").errors()).contains("Usage");
    assertThat(repository.run("promote.sh", "dev", "staging").errors()).contains("has no image");
    assertThat(repository.shell("git status --porcelain").orFail()).isEmpty();
  }

  @Test
  void onlyWhatHasChangedIsBuilt() {
    changes("web/src/main.tsx", "\"web\"", "build web browser");
    changes("services/scores/src/Main.java", "\"scores\"", "");
    changes(
        "platform-data/pom.xml", "\"user-management\",\"exercises\",\"scores\",\"operations\"", "");
    changes("infrastructure/roots/data/cache.tf", "", "build infrastructure");
    changes("docs/running.md", "", "");
    changes(
        "pom.xml",
        "\"gateway\",\"user-management\",\"exercises\",\"scores\",\"operations\",\"judge\"",
        "");
    // Without a base everything has changed.
    assertThat(repository.run("changed.sh", "0".repeat(40), "HEAD").orFail())
        .contains("\"gateway\"", "\"web\"", "\"judge\"");
  }

  private void changes(String file, String images, String stages) {
    repository.write(file, "changed");
    repository.commit("change");
    assertThat(repository.run("changed.sh", "HEAD^", "HEAD").orFail())
        .as(file)
        .isEqualTo("images=[%s]\nstages=%s\n".formatted(images, stages));
  }

  @Test
  void onlyTheApplicationsThatChangedAreVerified() {
    String base = repository.shell("git rev-parse HEAD").orFail().strip();
    repository.write("deploy/environments/prod/platform.yaml", "{}\n");
    IMAGES.stream()
        .filter(image -> !image.equals("judge"))
        .forEach(image -> repository.run("set_digest.sh", "dev", image, DIGEST).orFail());
    String head = repository.commit("platform only");
    assertThat(repository.run("deployments.sh", base, head).orFail())
        .isEqualTo("deployments=[{\"environment\":\"dev\",\"application\":\"platform-dev\"}]\n");

    repository.run("set_digest.sh", "dev", "judge", DIGEST).orFail();
    String next = repository.commit("judge");

    assertThat(repository.run("deployments.sh", head, next).orFail())
        .isEqualTo("deployments=[{\"environment\":\"dev\",\"application\":\"judges-dev\"}]\n");
    assertThat(repository.run("deployments.sh", base, next).orFail())
        .contains("platform-dev", "judges-dev")
        .doesNotContain("prod");
  }

  @ParameterizedTest
  @CsvSource({
    "success, 0, is deployed and verified",
    "failure, 1, The deployment of platform-dev failed",
    "'', 1, reported nothing"
  })
  void aDeploymentEndsAsArgoCdReports(String state, int status, String said) {
    String commit = repository.commit("deploy: dev");
    repository.commit("a later one, with which Argo CD deploys it");
    repository.push();
    // Nothing about the first commit.
    repository.program(
        "gh", "case \"$*\" in *" + commit + "*) echo ;; *) echo '" + state + "' ;; esac");

    Ending ending = repository.run("wait_for_argocd.sh", "platform-dev", commit, "1");

    assertThat(ending.status()).isEqualTo(status);
    assertThat(ending.output() + ending.errors()).contains(said);
  }

  @Tag(BUILT)
  @Test
  void aRevertTakesOnlyTheDigestsBack() {
    repository.program("gh", "case \"$*\" in 'pr create'*) echo https://example.org/1 ;; esac");

    Ending ending = repository.run("revert.sh", "dev", builds, "it did not work");

    assertThat(ending.orFail()).contains("https://example.org/1");
    String branch = "origin/revert-dev-" + builds.substring(0, 12);
    assertThat(repository.shell("git show --stat --format=%B " + branch).orFail())
        .contains("it did not work", "images/platform.yaml", "images/judge.yaml")
        .doesNotContain("notes.txt");
    assertThat(
            repository
                .shell("git show " + branch + ":deploy/environments/dev/images/judge.yaml")
                .orFail())
        .doesNotContain(DIGEST);
    assertThat(repository.calls()).contains("pr merge https://example.org/1 --auto");
  }

  @Tag(BUILT)
  @Test
  void aRevertLeavesALaterChangeToPeople() {
    repository.run("set_digest.sh", "dev", "web", DIGEST.replace('0', 'f')).orFail();
    repository.commit("deploy: dev again");
    repository.push();

    Ending ending = repository.run("revert.sh", "dev", builds, "it did not work");

    assertThat(ending.status()).isEqualTo(1);
    assertThat(ending.errors()).contains("dev has changed since");
  }

  @Tag(BUILT)
  @Test
  void aPullRequestIsRenewedAndNeedsAChange() {
    repository.write("body", "why");
    assertThat(repository.run("pull_request.sh", "b", "t", "body", "deploy").orFail())
        .contains("Nothing has changed");
    repository.program("gh", "case \"$*\" in 'pr list'*) echo https://example.org/2 ;; esac");
    repository.run("set_digest.sh", "dev", "web", DIGEST.replace('0', 'f')).orFail();

    repository.run("pull_request.sh", "b", "the title", "body", "deploy").orFail();

    assertThat(repository.calls())
        .contains("pr edit https://example.org/2")
        .doesNotContain("create");
    assertThat(repository.shell("git log -1 --format=%s origin/b").orFail()).contains("the title");
  }

  @Tag(BUILT)
  @Test
  void imagesAreVerifiedCopiedAndSigned() {
    repository.program("cosign", "");
    repository.program("skopeo", "[ \"$1\" != inspect ] || echo " + DIGEST);

    repository
        .run("copy_images.sh", "dev", "from.example/a", "to.example/b", "owner/touchstone")
        .orFail();

    assertThat(repository.calls())
        .contains(
            "from.example/a/operations@" + DIGEST,
            "--preserve-digests docker://from.example/a/judge@"
                + DIGEST
                + " docker://to.example/b/judge:promoted-0123456789ab",
            "cosign sign --yes to.example/b/web@" + DIGEST,
            "^https://github\\.com/owner/touchstone/\\.github/workflows/(build|promote)\\.yml@refs/heads/main$");
  }

  @Tag(BUILT)
  @ParameterizedTest
  @CsvSource({"'exit 1', ''", "'', 'sha256:other'"})
  void anImageThatIsNotSignedOrDiffersIsNotPromoted(String cosign, String digest) {
    repository.program("cosign", cosign);
    repository.program("skopeo", "[ \"$1\" != inspect ] || echo " + digest);

    Ending ending =
        repository.run(
            "copy_images.sh", "dev", "from.example/a", "to.example/b", "owner/touchstone");

    assertThat(ending.status()).isNotZero();
    assertThat(repository.calls()).doesNotContain("cosign sign");
  }

  @Test
  void onlyTheReviewedPlanIsApplied() {
    repository.write("infrastructure/roots/data/main.tf", "");
    String commit = repository.commit("root");
    repository.program(
        "terraform",
        """
        for word in "$@"; do case $word in -out=*) echo plan >"${word#-out=}"; exit 2 ;; esac; done
        """);

    String said = repository.run("plan.sh", "dev", "data", "plan").orFail();

    assertThat(said).contains("changes=true");
    String sha256 = said.replaceAll("(?s).*sha256=([0-9a-f]+).*", "$1");
    assertThat(repository.read("plan/commit")).contains(commit);
    repository.run("apply.sh", "dev", "data", "plan", sha256).orFail();
    assertThat(repository.calls()).contains("apply -input=false");
    assertThat(repository.run("apply.sh", "prod", "data", "plan", sha256).errors())
        .contains("This is the plan of: dev data");
    assertThat(repository.run("apply.sh", "dev", "data", "plan", "0".repeat(64)).errors())
        .contains("not the plan that was made");
    repository.commit("another");
    assertThat(repository.run("apply.sh", "dev", "data", "plan", sha256).errors())
        .contains("made from another commit");
  }

  @Test
  void aFailedPlanFails() {
    repository.write("infrastructure/roots/data/main.tf", "");
    repository.program("terraform", "exit 1");

    assertThat(repository.run("plan.sh", "dev", "data", "plan").errors())
        .contains("The plan of data failed");
    assertThat(repository.run("plan.sh", "dev", "nothing", "plan").errors())
        .contains("There is no root nothing");
  }

  @ParameterizedTest
  @CsvSource({"ACTIVE, 15.14, 0", "DEGRADED, 14.9, 1"})
  void infrastructureIsLookedAt(String addOns, String version, int status) {
    repository.program(
        "aws",
        """
        case "$*" in
          *endpointPublicAccess*) echo False ;;
          *cluster.status*) echo ACTIVE ;;
          *addon*) echo %s ;;
          *rds*) echo "available\t%s\tTrue\tFalse" ;;
        esac
        """
            .formatted(addOns, version));

    assertThat(repository.run("validate_infrastructure.sh", "cluster", "eks-1").status())
        .isEqualTo(status);
    assertThat(repository.run("validate_infrastructure.sh", "database", "d").status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"60, 0", "86400, 1"})
  void aRestoredDatabaseIsDeletedAgain(int age, int status) {
    repository.program(
        "aws",
        """
        case "$*" in
          *LatestRestorableTime*) printf 'group\\t%%s\\n' "$(date --date='%d seconds ago' --iso-8601=seconds)" ;;
          *EngineVersion*) printf '15.14\\tTrue\\n' ;;
        esac
        """
            .formatted(age));

    assertThat(repository.run("restore_drill.sh", "touchstone-dev-database").status())
        .isEqualTo(status);
    assertThat(repository.calls())
        .contains("delete-db-instance --db-instance-identifier touchstone-dev-database-drill");
  }

  @Test
  void driftIsReportedOnceAndClosed() {
    repository.write("plan.txt", "~ changed");
    repository.program("gh", "case \"$*\" in *'issue list'*) echo 7 ;; esac");

    repository.run("report_drift.sh", "dev", "data", "true", "plan.txt").orFail();
    repository.run("report_drift.sh", "dev", "data", "false", "plan.txt").orFail();

    assertThat(repository.calls())
        .contains("issue edit 7", "issue close 7")
        .doesNotContain("create");
  }

  @Test
  void aReleaseNeedsMainTestsAndNotes() {
    repository.write("CHANGELOG.md", "## [1.2.3] - 2026-11-29\n\nBetter.\n\n## [1.2.2]\n\nGood.\n");
    String commit = repository.commit("release");
    repository.push();
    repository.program("gh", "echo success");

    assertThat(repository.run("check_release.sh", "v1.2.3", commit).orFail()).contains("can be");
    assertThat(repository.run("release_notes.sh", "v1.2.3").orFail().strip()).isEqualTo("Better.");
    assertThat(repository.run("check_release.sh", "v1.2.4", commit).errors())
        .contains("no section '## [1.2.4]'");
    assertThat(repository.run("check_release.sh", "1.2.3", commit).errors()).contains("not like");
    repository.program("gh", "echo failure");
    assertThat(repository.run("check_release.sh", "v1.2.3", commit).errors())
        .contains("ended with: failure");
  }

  @ParameterizedTest
  @CsvSource({"up, 0, works", "down, 1, A service is not ready"})
  void aPlatformIsAskedFromOutside(String ready, int status, String said) {
    repository.program(
        "curl",
        """
        case "$*" in
          */health) echo '{"status":"up"}' ;;
          */ready) echo '{"status":"%s"}' ;;
          */exercises*) echo '{"items":[]}' ;;
          *) echo '<!doctype html>' ;;
        esac
        """
            .formatted(ready));

    Ending ending = repository.run("smoke_test.sh", "https://code.school.example/");

    assertThat(ending.status()).isEqualTo(status);
    assertThat(ending.output() + ending.errors()).contains(said);
  }

  @Test
  void argoCdIsInstalledThroughTheBastion() {
    String install = "deploy/argocd/install.sh ";
    repository.program(
        "aws",
        """
        case "$*" in
          */prod/cluster*) echo '{"cluster_name":"eks-1","cluster_endpoint":"https://api.example"}' ;;
          */prod/access*) echo '{"bastion_instance_id":"i-1"}' ;;
        esac
        """);
    repository.program("kubectl", "case \"$*\" in *--filename*-) cat >/dev/null ;; esac");
    repository.program("helm", "");
    assertThat(repository.shell(install + "prod").errors()).contains("operations handover");
    repository.write("deploy/environments/prod/cluster.yaml", "kind: Secret\n");
    repository.commit("handover");
    repository.push();

    repository.shell(install + "--dry-run prod").orFail();
    assertThat(repository.calls()).doesNotContain("helm", "kubectl");
    repository.shell(install + "prod").orFail();

    assertThat(repository.calls())
        .contains(
            "--target i-1",
            "host=api.example,portNumber=443,localPortNumber=8443",
            "--server https://127.0.0.1:8443 --tls-server-name api.example",
            "--repo https://argoproj.github.io/argo-helm --version ",
            "apply --filename deploy/argocd/objects/projects.yaml");
    assertThat(repository.shell(install + "test").status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"Synced, 0", "OutOfSync, 1"})
  void whatDiffersFromTheRepositoryIsReported(String sync, int status) {
    repository.program(
        "kubectl",
        """
        echo '{"items": [{"metadata": {"name": "platform-prod"}, "status": {"sync": {"status": "%1$s"},
          "health": {"status": "Healthy"}, "resources": [{"kind": "Service", "name": "web", "status": "%1$s"}]}}]}'
        """
            .formatted(sync));

    Ending ending = repository.shell("deploy/argocd/drift.sh");

    assertThat(ending.output()).contains("platform-prod: " + sync + ", Healthy");
    assertThat(ending.output().contains("Service/web")).isEqualTo(status == 1);
    assertThat(ending.status()).isEqualTo(status);
  }
}
