@org.jspecify.annotations.NullMarked
package dev.touchstone.usermanagement.csv;
