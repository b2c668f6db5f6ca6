/**
 * What the API costs over HTTP: {@code HttpScenarios} serves a cluster and starts a second process, {@code Load}, that asks.
 *
 * <pre>{@code java -cp examples/benchmarks/target/benchmarks.jar io.kubelayers.examples.benchmarks.http.HttpScenarios get}</pre>
 */
@NullMarked
package io.kubelayers.examples.benchmarks.http;

import org.jspecify.annotations.NullMarked;
