/**
 * What objects of those kinds of the nucleus may look like that have no package of their own: config maps, events, leases,
 * webhooks and others. Each class is the strategy and the validation of one kind, in upstream's order and words.
 *
 * <pre>{@code
 * new LeaseRules().validate(lease);   // [spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0]
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.rules;

import org.jspecify.annotations.NullMarked;
