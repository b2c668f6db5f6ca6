package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TableColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which printer a kind has. */
final class Printers {
    private static final Map<Class<?>, RowPrinter<?>> ALL = all();

    private final Map<Class<?>, RowPrinter<?>> printers = new LinkedHashMap<>();

    private Printers() {}

    private static Map<Class<?>, RowPrinter<?>> all() {
        var printers = new Printers();
        CorePrinters.addTo(printers);
        WorkloadPrinters.addTo(printers);
        NetworkPrinters.addTo(printers);
        StoragePrinters.addTo(printers);
        PolicyPrinters.addTo(printers);
        ExtensionPrinters.addTo(printers);
        MetricsPrinters.addTo(printers);
        return Map.copyOf(printers.printers);
    }

    <T extends KubernetesObject> Printers add(Class<T> kind, RowPrinter<T> printer) {
        printers.put(kind, printer);
        return this;
    }

    /** Whether a kind has a printer of its own. */
    static boolean has(Class<?> kind) {
        return ALL.containsKey(kind);
    }

    static RowPrinter<?> printerOf(ResourceType type, List<TableColumn> columns) {
        var own = type.record() == null ? null : ALL.get(type.record());
        if (own != null) {
            return own;
        }
        return type.dynamic() ? CustomRow.of(columns) : new PlainRow(columns);
    }
}
