package dev.touchstone.judge.sandbox;

/**
 * One of the means that confine a program.
 *
 * @param name for the operator
 * @param active whether it works on this machine
 * @param floor whether the judge refuses to run without it
 * @param detail how it works here, or what to change so that it does
 */
public record Protection(String name, boolean active, boolean floor, String detail) {}
