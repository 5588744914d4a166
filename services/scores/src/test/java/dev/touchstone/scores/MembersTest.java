package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.MemberRole;
import dev.touchstone.platform.security.Role;
import dev.touchstone.scores.RunningService.Person;
import dev.touchstone.testing.HttpProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An author sees the work of learners in the exercises of which the author is a member. */
class MembersTest {
  private static final String SUBMISSIONS = "/api/v1/submissions";
  private static final String SUBMISSION = SUBMISSIONS + "/{id}";
  private static final String REJUDGINGS = SUBMISSIONS + "/rejudgings";
  private static final String COMMENTS = SUBMISSION + "/comments";
  private static final String RESULTS = "/api/v1/results";
  private static final String DETAILS = "/api/v1/statistics/exercises/{id}/details";
  private static final String LEARNER = "/api/v1/statistics/learners/{id}";
  private static final String PROGRESS = "/api/v1/progress";
  private static final String NOTICES = "/api/v1/comments/notices";

  private static final RunningService service = RunningService.start();
  private final Person learner = service.learner();
  private final Person editor = service.person(Role.AUTHOR);
  private final Person viewer = service.person(Role.AUTHOR);
  private final Person stranger = service.person(Role.AUTHOR);
  private final Person admin = service.person(Role.ADMIN);
  private final long mine = service.exercise();
  private final long other = service.exercise();
  private long toMine;
  private long toOther;

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void submit() {
    service.platform.members(editor.id(), Map.of(mine, MemberRole.EDITOR));
    service.platform.members(viewer.id(), Map.of(mine, MemberRole.VIEWER));
    service.platform.members(stranger.id(), Map.of());
    toMine = service.submit(learner, mine);
    toOther = service.submit(learner, other);
  }

  @Test
  void submissionsToExercisesOfOthersAreHidden() {
    for (Person member : List.of(editor, viewer)) {
      assertThat(get(member, SUBMISSION, toMine).status()).isEqualTo(200);
      assertThat(get(member, SUBMISSION, toOther).code()).isEqualTo("submission_not_found");
    }
    assertThat(get(stranger, SUBMISSION, toMine).status()).isEqualTo(404);
    assertThat(get(stranger, COMMENTS, toMine).status()).isEqualTo(404);
    assertThat(service.probe.withToken(stranger.token()).get(events(toMine)).status())
        .isEqualTo(404);
    assertThat(get(admin, SUBMISSION, toOther).status()).isEqualTo(200);
  }

  @Test
  void listsHaveWhatTheCallerSees() {
    assertThat(ids(editor, "")).containsExactly(toMine);
    assertThat(ids(editor, "?user_id=" + learner.id())).containsExactly(toMine);
    assertThat(ids(editor, "?exercise_id=" + mine)).containsExactly(toMine);
    assertThat(ids(editor, "?exercise_id=" + other)).isEmpty();
    assertThat(ids(stranger, "")).isEmpty();
    assertThat(ids(admin, "?user_id=" + learner.id())).containsExactly(toOther, toMine);
    HttpProbe.Answer refused = list(editor, "?exercise_id=" + other + "&user_id=" + learner.id());
    assertThat(refused.status() + " " + refused.code()).isEqualTo("403 not_a_member");
    assertThat(list(learner, "?user_id=" + editor.id()).code()).isEqualTo("forbidden");
  }

  @Test
  void anAuthorSeesOwnSubmissionsToExercisesOfOthers() {
    long own = service.submit(editor, other);
    assertThat(ids(editor, "")).containsExactly(own, toMine);
    assertThat(ids(editor, "?limit=1")).containsExactly(own);
    assertThat(ids(editor, "?exercise_id=" + other)).containsExactly(own);
    assertThat(ids(editor, "?user_id=" + editor.id())).containsExactly(own);
    assertThat(ids(editor, "?status=judged")).isEmpty();
    assertThat(get(editor, SUBMISSION, own).status()).isEqualTo(200);
  }

  @Test
  void onlyEditorsHaveWorkJudgedAgain() {
    assertThat(rejudge(viewer).code()).isEqualTo("not_a_member");
    assertThat(rejudge(stranger).code()).isEqualTo("not_a_member");
    service.platform.change(mine, Map.of("is_active", false));
    assertThat(rejudge(viewer).code()).isEqualTo("not_a_member");
    assertThat(rejudge(stranger).code()).isEqualTo("exercise_not_found");
    service.platform.open(mine);
    assertThat(service.rejudge(viewer, toMine).code()).isEqualTo("not_a_member");
    assertThat(service.rejudge(stranger, toMine).code()).isEqualTo("submission_not_found");
    assertThat(service.rejudge(editor, toMine).status()).isEqualTo(202);
    long rejudging = rejudge(editor).json().path("id").asLong();
    for (String path : List.of(REJUDGINGS + "/{id}", REJUDGINGS + "/{id}/changes")) {
      assertThat(get(viewer, path, rejudging).status()).isEqualTo(200);
      assertThat(get(stranger, path, rejudging).code()).isEqualTo("rejudging_not_found");
    }
    assertThat(service.get(viewer, REJUDGINGS).json().path("items")).hasSize(1);
    assertThat(service.get(stranger, REJUDGINGS).json().path("items")).isEmpty();
    assertThat(service.get(stranger, REJUDGINGS + "?exercise_id=" + mine).code())
        .isEqualTo("not_a_member");
  }

  @Test
  void theTableOfResultsHasTheExercisesOfTheCaller() {
    assertThat(exercises(service.get(viewer, RESULTS).json())).containsExactly(mine);
    assertThat(service.get(stranger, RESULTS).json().path("items")).isEmpty();
    assertThat(service.get(viewer, RESULTS + "?exercise_ids=" + mine + "," + other).code())
        .isEqualTo("not_a_member");
    String export = RESULTS + "/export";
    assertThat(service.get(viewer, export).text())
        .contains("exercise-" + mine)
        .doesNotContain("exercise-" + other);
    assertThat(service.get(stranger, export).text().lines()).hasSize(1);
    assertThat(exercises(service.get(admin, RESULTS + "?user_ids=" + learner.id()).json()))
        .containsExactly(mine, other);
  }

  @Test
  void figuresCountTheExercisesOfTheCaller() {
    assertThat(get(viewer, DETAILS, mine).status()).isEqualTo(200);
    assertThat(get(viewer, DETAILS, other).code()).isEqualTo("not_a_member");
    assertThat(get(admin, DETAILS, other).status()).isEqualTo(200);
    assertThat(submissions(viewer)).isEqualTo(1);
    assertThat(submissions(stranger)).isZero();
    assertThat(submissions(learner)).isEqualTo(2);
    assertThat(submissions(admin)).isEqualTo(2);
    assertThat(attempted(viewer)).isEqualTo(1);
    assertThat(attempted(stranger)).isZero();
    assertThat(attempted(admin)).isEqualTo(2);
  }

  @Test
  void commentsAreForMembers() {
    Map<String, Object> comment = Map.of("line", 1, "text", "Why?");
    String path = COMMENTS.replace("{id}", Long.toString(toMine));
    assertThat(service.post(stranger, path, COMMENTS, comment).status()).isEqualTo(404);
    assertThat(service.post(viewer, path, COMMENTS, comment).status()).isEqualTo(201);
    service.post(learner, path, COMMENTS, Map.of("line", 1, "text", "Because."));
    assertThat(service.get(viewer, NOTICES).json().path("unread").asInt()).isEqualTo(1);
  }

  @Test
  void aNewMemberNeedNotWait() {
    assertThat(get(stranger, DETAILS, mine).code()).isEqualTo("not_a_member");
    service.platform.members(stranger.id(), Map.of(mine, MemberRole.VIEWER));
    assertThat(get(stranger, DETAILS, mine).status()).isEqualTo(200);
    assertThat(get(stranger, SUBMISSION, toMine).status()).isEqualTo(200);
  }

  @Test
  void whileExercisesAreAwayLearnersAndAdministratorsStillSeeResults() {
    service.platform.exercisesAway(true);
    try {
      assertThat(get(service.person(Role.AUTHOR), SUBMISSION, toMine).status()).isEqualTo(503);
      assertThat(get(learner, SUBMISSION, toMine).status()).isEqualTo(200);
      assertThat(get(admin, SUBMISSION, toMine).status()).isEqualTo(200);
    } finally {
      service.platform.exercisesAway(false);
    }
  }

  private static HttpProbe.Answer get(Person by, String contractPath, long id) {
    return service.get(by, contractPath.replace("{id}", Long.toString(id)), contractPath);
  }

  private HttpProbe.Answer rejudge(Person by) {
    String path = SUBMISSIONS + "/rejudge";
    return service.post(by, path, path, Map.of("exercise_id", mine));
  }

  private static String events(long id) {
    return SUBMISSIONS + "/" + id + "/events";
  }

  private static HttpProbe.Answer list(Person by, String query) {
    return service.get(by, SUBMISSIONS + query, SUBMISSIONS);
  }

  private static List<Long> ids(Person by, String query) {
    return list(by, query)
        .json()
        .path("items")
        .valueStream()
        .map(each -> each.path("id").asLong())
        .toList();
  }

  private List<Long> exercises(JsonNode results) {
    return results
        .path("items")
        .valueStream()
        .filter(each -> each.path("user_id").asLong() == learner.id())
        .flatMap(each -> each.path("exercises").valueStream())
        .map(each -> each.path("exercise_id").asLong())
        .toList();
  }

  private int submissions(Person by) {
    return get(by, LEARNER, learner.id()).json().path("submissions").asInt();
  }

  private int attempted(Person by) {
    String path = PROGRESS + "?user_id=" + learner.id();
    return service.get(by, path, PROGRESS).json().path("items").size();
  }
}
