package io.kubelayers.nucleus.apply;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The other versions in which an object's fields may be owned. */
public interface ApplyVersions {
    /** The shape of the kind in another version; null if that version is not served any more. */
    @Nullable
    Shape shape(String apiVersion);

    /** An object in another version. */
    Map<String, @Nullable Object> convert(Map<String, @Nullable Object> object, String apiVersion);

    /** Only the version at hand: whoever owned fields in another one loses them. */
    static ApplyVersions none() {
        return new ApplyVersions() {
            @Override
            public @Nullable Shape shape(String apiVersion) {
                return null;
            }

            @Override
            public Map<String, @Nullable Object> convert(Map<String, @Nullable Object> object, String apiVersion) {
                return object;
            }
        };
    }
}
