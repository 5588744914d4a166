package dev.touchstone.usermanagement.factor;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.security.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who must have a second factor.
 *
 * @param requiredFor the roles
 */
public record SecondFactorPolicy(Set<Role> requiredFor) {
  private static final String NAME = "SECOND_FACTOR_REQUIRED_FOR";

  /** Reads the setting: role names with commas between them. */
  public static SecondFactorPolicy from(Environment environment) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    environment
        .optionalText(NAME)
        .ifPresent(text -> {
          for (String name : text.split(",", -1)) {
            Role.of(name.strip())
                .ifPresentOrElse(
                    roles::add,
                    () ->
                        environment.fault(NAME + " is not a list of roles such as author,admin."));
          }
        });
    return new SecondFactorPolicy(Set.copyOf(roles));
  }
}
