/** What services report to the audit log, which user management keeps. */
@NullMarked
package dev.touchstone.platformdata.audit;

import org.jspecify.annotations.NullMarked;
