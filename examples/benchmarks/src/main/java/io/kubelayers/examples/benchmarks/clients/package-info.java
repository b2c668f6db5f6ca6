/** What tests with clients of other projects cost, here and on those projects' own mocks. */
@NullMarked
package io.kubelayers.examples.benchmarks.clients;

import org.jspecify.annotations.NullMarked;
