package io.kubelayers.interfaces.table;

import io.kubelayers.application.discovery.EndpointSlice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slice of endpoints: the first three of its ports, and of its addresses. */
final class EndpointSliceRow implements RowPrinter<EndpointSlice> {
    @Override
    public List<@Nullable Object> cells(EndpointSlice slice, Instant now) {
        var addresses = new ArrayList<String>();
        slice.endpoints().forEach(endpoint -> addresses.addAll(endpoint.addresses()));
        return Cells.row(
                Cells.name(slice),
                slice.addressType(),
                Cells.text(Cells.first(3, ports(slice), ","), Cells.UNSET),
                Cells.text(Cells.first(3, addresses, ","), Cells.UNSET),
                Cells.age(slice, now));
    }

    private static List<String> ports(EndpointSlice slice) {
        var ports = new ArrayList<String>();
        for (var port : slice.ports()) {
            var number = port.port();
            ports.add(number != null ? number.toString() : port.name() == null ? "*" : port.name());
        }
        return ports;
    }
}
