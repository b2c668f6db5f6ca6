package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.storage.CSIDriver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A volume driver: what it needs and can do. */
final class CSIDriverRow implements RowPrinter<CSIDriver> {
    @Override
    public List<@Nullable Object> cells(CSIDriver driver, Instant now) {
        var spec = driver.spec();
        var audiences = new ArrayList<String>();
        spec.tokenRequests().forEach(request -> audiences.add(request.audience()));
        return Cells.row(
                Cells.name(driver),
                Cells.flag(spec.attachRequired(), true),
                Cells.flag(spec.podInfoOnMount(), false),
                Cells.flag(spec.storageCapacity(), false),
                audiences.isEmpty() ? Cells.UNSET : String.join(",", audiences),
                Cells.flag(spec.requiresRepublish(), false),
                Cells.text(String.join(",", spec.volumeLifecycleModes()), Cells.NONE),
                Cells.age(driver, now));
    }
}
