package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Other side of the traffic: pods, whole namespaces or an address range.
 *
 * @param podSelector Pods in the chosen namespaces, else in that of the policy; empty means all.
 * @param namespaceSelector Namespaces chosen by label; empty means all, null stays in that of the policy.
 * @param ipBlock Address range; excludes both selectors.
 */
@RecordBuilder
public record NetworkPolicyPeer(
        @Pb(1) @Nullable LabelSelector podSelector,
        @Pb(2) @Nullable LabelSelector namespaceSelector,
        @Pb(3) @Nullable IPBlock ipBlock)
        implements NetworkPolicyPeerBuilder.With {

    /**
     * An address range with parts cut out.
     *
     * @param cidr Address range in CIDR form, IPv4 or IPv6.
     * @param except Ranges inside cidr that do not count; empty cuts out nothing.
     */
    @RecordBuilder
    public record IPBlock(@Required @Pb(1) String cidr, @Atomic @Pb(2) List<String> except)
            implements NetworkPolicyPeerIPBlockBuilder.With {
        public IPBlock {
            cidr = Absent.text(cidr);
            except = Absent.list(except);
        }
    }
}
