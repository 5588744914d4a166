package dev.touchstone.judge.sandbox;

/**
 * One thing that keeps a program in its box.
 *
 * @param name what it is, for an operator
 * @param active whether it works on this machine
 * @param floor whether nothing untrusted runs without it
 * @param detail how it works here, or what to change so that it does
 */
public record Protection(String name, boolean active, boolean floor, String detail) {}
