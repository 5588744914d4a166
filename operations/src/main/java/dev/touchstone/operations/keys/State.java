package dev.touchstone.operations.keys;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a rotation stands: the states of the architecture document, under its names. A state is
 * recorded when it is entered; its work may be done again after a crash.
 */
enum State {
  /** Waits for a person to make the new key. */
  @JsonProperty("KeyGeneration")
  KEY_GENERATION("KeyGeneration"),
  /** The new key must open an sshd of its own before anybody else hears of it. */
  @JsonProperty("Testing")
  TESTING("Testing"),
  /** The secret from which Terraform takes the public keys gets both keys. */
  @JsonProperty("GitHubUpdate")
  GITHUB_UPDATE("GitHubUpdate"),
  /** The bastion accepts both keys. */
  @JsonProperty("Deployment")
  DEPLOYMENT("Deployment"),
  /** The new key must open the bastion; then both keys remain valid for a while. */
  @JsonProperty("Verification")
  VERIFICATION("Verification"),
  /** The old key goes, and the rotation is documented. */
  @JsonProperty("KeyRotationComplete")
  KEY_ROTATION_COMPLETE("KeyRotationComplete"),
  /** The old key goes first, with its sessions; then a person makes the new one. */
  @JsonProperty("EmergencyGeneration")
  EMERGENCY_GENERATION("EmergencyGeneration"),
  /** The bastion accepts the new key only. */
  @JsonProperty("EmergencyDeployment")
  EMERGENCY_DEPLOYMENT("EmergencyDeployment"),
  /** The new key must open the bastion; then the incident report is written. */
  @JsonProperty("EmergencyVerification")
  EMERGENCY_VERIFICATION("EmergencyVerification");

  private final String documentName;

  State(String documentName) {
    this.documentName = documentName;
  }

  @Override
  public String toString() {
    return documentName;
  }
}
