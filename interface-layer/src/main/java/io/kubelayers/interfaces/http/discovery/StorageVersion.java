package io.kubelayers.interfaces.http.discovery;

import com.google.common.hash.Hashing;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** A short hash of the version in which objects are held (apiserver {@code discovery/storageversionhash.go}). */
final class StorageVersion {
    private static final int BYTES = 8;

    private StorageVersion() {}

    static String hash(TypeRegistry types, ResourceType type) {
        var hub = type.hub();
        var held = hub == null ? type : types.typeOf(hub);
        var text = held.group() + "/" + held.version() + "/" + held.kind();
        var digest = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
        return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
    }
}
