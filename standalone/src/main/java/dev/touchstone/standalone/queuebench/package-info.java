/**
 * Measures the queue of scores as judges see it: {@code QueueBenchmark} fills the database ({@code
 * QueueData}), lets simulated judges work ({@code SimulatedJudge}) and checks that no job was lost
 * or given twice.
 */
@NullMarked
package dev.touchstone.standalone.queuebench;

import org.jspecify.annotations.NullMarked;
