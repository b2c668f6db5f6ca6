package io.kubelayers.interfaces.table;

import io.kubelayers.application.discovery.Endpoints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Endpoints: the first three addresses that are ready, with each of their ports. */
final class EndpointsRow implements RowPrinter<Endpoints> {
    @Override
    public List<@Nullable Object> cells(Endpoints endpoints, Instant now) {
        return Cells.row(Cells.name(endpoints), addresses(endpoints), Cells.age(endpoints, now));
    }

    private static String addresses(Endpoints endpoints) {
        if (endpoints.subsets().isEmpty()) {
            return Cells.NONE;
        }
        var addresses = new ArrayList<String>();
        for (var subset : endpoints.subsets()) {
            if (subset.ports().isEmpty()) {
                subset.addresses().forEach(address -> addresses.add(address.ip()));
            }
            for (var port : subset.ports()) {
                subset.addresses().forEach(address -> addresses.add(join(address.ip(), port.port())));
            }
        }
        return Cells.first(3, addresses, ",");
    }

    private static String join(String ip, int port) {
        return ip.indexOf(':') < 0 ? ip + ":" + port : "[" + ip + "]:" + port;
    }
}
