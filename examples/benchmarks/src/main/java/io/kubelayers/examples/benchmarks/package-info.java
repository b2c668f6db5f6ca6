/** What things cost: micro-benchmarks under JMH, and whole scenarios measured by {@code Scenarios}. */
@NullMarked
package io.kubelayers.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
