/**
 * What plugins of one's own must keep to, as tests to run on them: implement the interface, say how to make the plugin, and
 * its tests run with the others.
 *
 * <pre>{@code
 * class RackSpreadTest implements FilterPluginContract {
 *     @Override
 *     public FilterPlugin plugin() {
 *         return new RackSpread();
 *     }
 * }
 * }</pre>
 *
 * <p>Needs jqwik's engine beside JUnit's.
 */
@NullMarked
package io.kubelayers.interfaces.testkit.contract;

import org.jspecify.annotations.NullMarked;
