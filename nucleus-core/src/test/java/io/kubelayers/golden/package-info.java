/**
 * Runs recorded answers of the original Kubernetes code against ours. A topic is a folder of {@code
 * <family>.jsonl.gz} files with one case a line; the folder of topics is named by {@code -Dgolden.dir}, or is the first
 * {@code shared/golden} found on the way up from the working directory.
 *
 * <pre>{@code
 * @Tag("golden")
 * class QuantityGoldenTest {
 *     @TestFactory
 *     Stream<DynamicTest> cases() {
 *         return Golden.topic("quantity").tests(c -> assertThat(...).isEqualTo(c.text("string")));
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.kubelayers.golden;

import org.jspecify.annotations.NullMarked;
