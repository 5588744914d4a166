package dev.touchstone.operations.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes a rotation from state to state until it ends or must wait. Each step is recorded before the
 * next begins, and the work of a state may be done twice: after a crash it is.
 */
final class Rotator {
  private final Site site;
  private final BastionShell shell;
  private final PrivateKeys privateKeys;
  private final TerraformKeys terraform;
  private final Duration overlap;
  private final Clock clock;
  private final Consumer<String> say;

  /** What it works with. */
  Rotator(
      Site site,
      BastionShell shell,
      PrivateKeys privateKeys,
      TerraformKeys terraform,
      Duration overlap,
      Clock clock,
      Consumer<String> say) {
    this.site = site;
    this.shell = shell;
    this.privateKeys = privateKeys;
    this.terraform = terraform;
    this.overlap = overlap;
    this.clock = clock;
    this.say = say;
  }

  /** How a run ended: with the rotation where it is now, and what it waits for, or nothing. */
  record Outcome(Rotation rotation, String waitingFor) {}

  /** The work of one state: a rotation that goes on, or one that waits for something. */
  private record Step(Rotation rotation, String waitingFor) {
    static Step on(Rotation rotation) {
      return new Step(rotation, "");
    }
  }

  /** Goes on with a rotation that this process has claimed. */
  Outcome run(Journal journal, Rotation begun, String run) {
    Rotation rotation = begun;
    while (true) {
      say.accept("%s: %s".formatted(rotation.id(), rotation.state()));
      Step step = tried(journal, rotation);
      Instant now = clock.instant();
      boolean stops = step.rotation().finished() || !step.waitingFor().isEmpty();
      rotation = step.rotation().at(now, stops ? null : Worker.current(run, now));
      journal.append(rotation);
      if (stops) {
        return new Outcome(rotation, step.waitingFor());
      }
    }
  }

  /** If it fails, another run may go on at once. */
  private Step tried(Journal journal, Rotation rotation) {
    try {
      return work(rotation);
    } catch (RuntimeException failure) {
      try {
        journal.append(rotation.at(clock.instant(), null));
      } catch (RuntimeException other) {
        failure.addSuppressed(other);
      }
      throw failure;
    }
  }

  private Step work(Rotation rotation) {
    return switch (rotation.state()) {
      case KEY_GENERATION ->
          rotation.emergency()
              ? Step.on(rotation.enter(State.EMERGENCY_GENERATION))
              : generate(rotation, State.TESTING);
      case TESTING -> test(rotation, State.GITHUB_UPDATE);
      case GITHUB_UPDATE -> {
        say.accept(terraform.set(withNewKey(rotation)));
        yield Step.on(rotation.enter(State.DEPLOYMENT));
      }
      case DEPLOYMENT -> {
        authorize(withNewKey(rotation));
        yield Step.on(rotation.enter(State.VERIFICATION));
      }
      case VERIFICATION -> verify(rotation);
      case KEY_ROTATION_COMPLETE -> {
        replaceOldKeys(rotation);
        yield Step.on(rotation.finish(clock.instant(), null));
      }
      case EMERGENCY_GENERATION -> emergencyGeneration(rotation);
      case EMERGENCY_DEPLOYMENT -> {
        replaceOldKeys(rotation);
        yield Step.on(rotation.enter(State.EMERGENCY_VERIFICATION));
      }
      case EMERGENCY_VERIFICATION -> emergencyVerification(rotation);
    };
  }

  private Step generate(Rotation rotation, State next) {
    if (!privateKeys.mayGenerate() && !privateKeys.has(rotation.id())) {
      return new Step(
          rotation,
          "a person who makes the new key and keeps its private half: run \"keys resume\" on your own machine");
    }
    PublicKey key = privateKeys.generate(rotation.id());
    say.accept("The new key is %s, in %s.".formatted(key.fingerprint(), privateKeys.name()));
    return Step.on(rotation.withKey(key).enter(next));
  }

  private Step test(Rotation rotation, State next) {
    if (!privateKeys.has(rotation.id())) {
      return elsewhere(rotation);
    }
    privateKeys.tryOut(rotation.id(), rotation.requiredKey());
    say.accept("The new key opens an sshd of its own.");
    return Step.on(rotation.enter(next));
  }

  private Step verify(Rotation rotation) {
    Instant until = rotation.bothValidUntil();
    if (until == null) {
      if (!privateKeys.has(rotation.id())) {
        return elsewhere(rotation);
      }
      privateKeys.signIn(rotation.id());
      say.accept("The new key opens the bastion.");
      return Step.on(rotation.withBothValidUntil(clock.instant().plus(overlap)));
    }
    if (clock.instant().isBefore(until)) {
      return new Step(
          rotation,
          "the end of the time in which both keys are valid, %s: run \"keys resume\" then"
              .formatted(until));
    }
    return Step.on(rotation.enter(State.KEY_ROTATION_COMPLETE));
  }

  private Step emergencyGeneration(Rotation rotation) {
    if (rotation.revokedAt() == null) {
      List<PublicKey> left = others(rotation);
      authorize(left);
      say.accept("The old keys open nothing from now on.");
      say.accept(terraform.set(left));
      return Step.on(rotation.withRevokedAt(clock.instant()));
    }
    if (!rotation.endedSessions()) {
      List<String> signIns =
          rotation.oldKeys().isEmpty()
              ? List.of()
              : shell
                  .run(BastionScript.endSessions(rotation.old()))
                  .lines()
                  .filter(line -> !line.isBlank())
                  .toList();
      say.accept("All sessions have been ended. Sign-ins with the old keys:");
      signIns.forEach(say);
      return Step.on(rotation.withEndedSessions(signIns));
    }
    if (rotation.newKey() == null) {
      return generate(rotation, State.EMERGENCY_GENERATION);
    }
    return test(rotation, State.EMERGENCY_DEPLOYMENT);
  }

  private Step emergencyVerification(Rotation rotation) {
    if (!privateKeys.has(rotation.id())) {
      return elsewhere(rotation);
    }
    // A rotation that this one has overtaken may have written once more.
    replaceOldKeys(rotation);
    privateKeys.signIn(rotation.id());
    say.accept("The new key opens the bastion.");
    return Step.on(rotation.finish(clock.instant(), null));
  }

  private Step elsewhere(Rotation rotation) {
    return new Step(
        rotation,
        "the person who made the key: run \"keys resume\" on the machine with the file %s"
            .formatted(rotation.id()));
  }

  private void replaceOldKeys(Rotation rotation) {
    List<PublicKey> keys = new ArrayList<>(others(rotation));
    keys.add(rotation.requiredKey());
    say.accept(terraform.set(keys));
    authorize(keys);
  }

  private List<PublicKey> withNewKey(Rotation rotation) {
    List<PublicKey> keys = new ArrayList<>(authorized());
    if (keys.stream().noneMatch(isKey(rotation.requiredKey()))) {
      keys.add(rotation.requiredKey());
    }
    return keys;
  }

  /** The keys that are neither old nor new: somebody has added them since. */
  private List<PublicKey> others(Rotation rotation) {
    List<PublicKey> known = new ArrayList<>(rotation.old());
    rotation.key().ifPresent(known::add);
    return authorized().stream().filter(key -> known.stream().noneMatch(isKey(key))).toList();
  }

  private static Predicate<PublicKey> isKey(PublicKey key) {
    return other -> other.fingerprint().equals(key.fingerprint());
  }

  private List<PublicKey> authorized() {
    return PublicKey.parseAll(site.authorizedKeys());
  }

  private void authorize(List<PublicKey> keys) {
    // A parameter can't be empty; sshd takes this for a comment.
    String head = keys.isEmpty() ? "# No key is valid.\n" : "";
    String lines = keys.stream().map(PublicKey::line).collect(Collectors.joining("\n"));
    if (!site.authorizedKeys().strip().equals((head + lines).strip())) {
      site.authorize(head + lines);
    }
    say.accept("The bastion accepts %d key(s).".formatted(keys.size()));
  }
}
