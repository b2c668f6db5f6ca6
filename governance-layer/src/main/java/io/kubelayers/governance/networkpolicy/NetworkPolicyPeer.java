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
 * TODO-DOC.
 *
 * @param podSelector TODO-DOC
 * @param namespaceSelector TODO-DOC
 * @param ipBlock TODO-DOC
 */
@RecordBuilder
public record NetworkPolicyPeer(
    @Pb(1) @Nullable LabelSelector podSelector,
    @Pb(2) @Nullable LabelSelector namespaceSelector,
    @Pb(3) @Nullable IPBlock ipBlock)
    implements NetworkPolicyPeerBuilder.With {

    /**
     * TODO-DOC.
     *
     * @param cidr TODO-DOC
     * @param except TODO-DOC
     */
    @RecordBuilder
    public record IPBlock(
        @Required @Pb(1) String cidr,
        @Atomic @Pb(2) List<String> except)
        implements NetworkPolicyPeerIPBlockBuilder.With {
        public IPBlock {
            cidr = Absent.text(cidr);
            except = Absent.list(except);
        }

    }
}
