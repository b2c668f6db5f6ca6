/**
 * Resource quotas of namespaces: what is used, and whether more fits.
 *
 * <p>Model: {@link io.kubelayers.governance.quota.ResourceQuota}. Decision:
 * {@link io.kubelayers.governance.quota.QuotaMath}; it needs no cluster.
 *
 * <pre>{@code
 * var decision = QuotaMath.admit(QuotaRequest.create(pod), quotas, now);
 * decision.allowed();    // false
 * decision.error();      // pods "web" is forbidden: exceeded quota: dev, requested: pods=1, used: pods=3, limited: pods=3
 * decision.updates();    // if allowed: the quotas with their new use, to be written before the pod is
 * QuotaMath.calculate(quota, objects, now).status();    // what the quota controller writes
 * }</pre>
 *
 * <p>Writes are admitted without a race because the use is committed first, by compare-and-set on the status of each
 * quota: of two writers that saw the same room one loses, and looks again.
 */
@ApiPackage("core/v1")
@NullMarked
package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
