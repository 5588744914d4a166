/**
 * The messages between scores, exercises and judges, as JSON with snake_case fields.
 *
 * <table>
 * <caption>Who sends what</caption>
 * <tr><th>message</th><th>from</th><th>to</th></tr>
 * <tr><td>{@link LeaseRequest}, {@link Heartbeat}, {@link ProgressReport}, {@link ResultReport},
 *     {@link ReleaseReport}</td><td>judge</td><td>scores</td></tr>
 * <tr><td>{@link Lease}</td><td>scores</td><td>judge</td></tr>
 * <tr><td>{@link RevisionListing}</td><td>exercises</td><td>judge</td></tr>
 * <tr><td>{@link ExerciseTerms}, {@link Memberships}</td><td>exercises</td><td>scores</td></tr>
 * </table>
 *
 * <p>Services and judges are updated one after the other, so each reads messages of the version
 * before and after its own: unknown fields are ignored, a new field is optional, and a verdict that
 * the reader does not know counts as {@link Verdict#JE}. {@code FrozenMessagesTest} fails for a
 * change that breaks this; decision record 0011 has the rules.
 */
@NullMarked
package dev.touchstone.judgeprotocol;

import org.jspecify.annotations.NullMarked;
