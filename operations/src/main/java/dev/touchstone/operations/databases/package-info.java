/** The databases of the services on a PostgreSQL server, and the roles that own them. */
@NullMarked
package dev.touchstone.operations.databases;

import org.jspecify.annotations.NullMarked;
