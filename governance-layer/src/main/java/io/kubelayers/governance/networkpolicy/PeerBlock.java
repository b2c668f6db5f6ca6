package io.kubelayers.governance.networkpolicy;

import io.kubelayers.governance.networkpolicy.NetworkPolicyPeer.IPBlock;
import java.util.List;

/**
 * An address range with parts cut out.
 *
 * @param range the addresses meant
 * @param except those of them that are not
 */
record PeerBlock(IpRange range, List<IpRange> except) {
    static PeerBlock of(IPBlock block) {
        return new PeerBlock(
                IpRange.parse(block.cidr()),
                block.except().stream().map(IpRange::parse).toList());
    }

    boolean contains(IpRange address) {
        if (!range.contains(address)) {
            return false;
        }
        for (var cut : except) {
            if (cut.contains(address)) {
                return false;
            }
        }
        return true;
    }
}
