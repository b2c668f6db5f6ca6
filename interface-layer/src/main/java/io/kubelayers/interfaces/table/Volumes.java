package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tables of volumes and of claims have in common. */
final class Volumes {
    private static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";
    private static final List<String> MODES =
            List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");

    private Volumes() {}

    /** Access modes, each once, in the order upstream has them. */
    static String modes(List<String> modes) {
        var shorts = new ArrayList<String>();
        for (var mode : MODES) {
            if (modes.contains(mode)) {
                shorts.add(shortened(mode));
            }
        }
        return String.join(",", shorts);
    }

    private static String shortened(String mode) {
        return switch (mode) {
            case "ReadWriteOnce" -> "RWO";
            case "ReadOnlyMany" -> "ROX";
            case "ReadWriteMany" -> "RWX";
            default -> "RWOP";
        };
    }

    static String storage(Map<String, Quantity> amounts) {
        var storage = amounts.get("storage");
        return storage == null ? "0" : storage.toString();
    }

    static String storageClass(Map<String, String> annotations, @Nullable String name) {
        return Cells.text(annotations.get(CLASS_ANNOTATION), Cells.text(name));
    }
}
