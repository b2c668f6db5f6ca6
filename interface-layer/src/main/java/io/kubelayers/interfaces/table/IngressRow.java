package io.kubelayers.interfaces.table;

import io.kubelayers.application.routing.Ingress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An ingress: the hosts it serves, and where it listens. */
final class IngressRow implements RowPrinter<Ingress> {
    private static final int MOST_HOSTS = 3;

    @Override
    public List<@Nullable Object> cells(Ingress ingress, Instant now) {
        return Cells.row(
                Cells.name(ingress),
                Cells.text(ingress.spec().ingressClassName(), Cells.NONE),
                hosts(ingress.spec().rules()),
                addresses(ingress),
                ingress.spec().tls().isEmpty() ? "80" : "80, 443",
                Cells.age(ingress, now));
    }

    /** Upstream counts all rules beyond the third, those without a host too. */
    private static String hosts(List<Ingress.Rule> rules) {
        var hosts = new ArrayList<String>();
        boolean more = false;
        for (var rule : rules) {
            more |= hosts.size() == MOST_HOSTS;
            var host = Cells.text(rule.host());
            if (!more && !host.isEmpty()) {
                hosts.add(host);
            }
        }
        if (hosts.isEmpty()) {
            return "*";
        }
        var text = String.join(",", hosts);
        return more ? text + " + " + (rules.size() - MOST_HOSTS) + " more..." : text;
    }

    private static String addresses(Ingress ingress) {
        var addresses = new TreeSet<String>();
        for (var balancer : ingress.status().loadBalancer().ingress()) {
            var address = Cells.text(balancer.ip(), Cells.text(balancer.hostname()));
            if (!address.isEmpty()) {
                addresses.add(address);
            }
        }
        return String.join(",", addresses);
    }
}
