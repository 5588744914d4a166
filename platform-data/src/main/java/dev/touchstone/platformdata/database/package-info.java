/** Connection pool, JDBI and migrations of a service's own PostgreSQL database. */
@NullMarked
package dev.touchstone.platformdata.database;

import org.jspecify.annotations.NullMarked;
