package io.kubelayers.interfaces.http.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.PartialObjectMetadata;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes objects inside the envelope that says their kind: {@code k8s\0} and a message Unknown. */
public final class Protobuf {
    /** Content type of objects in this form. */
    public static final String CONTENT_TYPE = "application/vnd.kubernetes.protobuf";

    private static final byte[] MAGIC = {'k', '8', 's', 0};

    private final TypeRegistry types;

    private Protobuf(TypeRegistry types) {
        this.types = types;
    }

    /** For the built-in kinds of a registry. */
    public static Protobuf of(TypeRegistry types) {
        return new Protobuf(types);
    }

    /**
     * The object in a text.
     *
     * @param assumed the kind of an envelope that says none
     * @throws ProtobufException if it is malformed, or of a kind without this form
     */
    public Map<String, @Nullable Object> read(byte[] bytes, @Nullable GroupVersionKind assumed) {
        if (bytes.length < MAGIC.length || !Arrays.equals(MAGIC, 0, 4, bytes, 0, 4)) {
            throw new ProtobufException("provided data does not appear to be a protobuf message, expected prefix "
                    + Arrays.toString(MAGIC).replace(",", ""));
        }
        try {
            return unknown(CodedInputStream.newInstance(bytes, 4, bytes.length - 4), assumed);
        } catch (IOException malformed) {
            throw new ProtobufException("proto: " + malformed.getMessage());
        }
    }

    private Map<String, @Nullable Object> unknown(CodedInputStream in, @Nullable GroupVersionKind assumed)
            throws IOException {
        var apiVersion = "";
        var kind = "";
        var raw = new byte[0];
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> {
                    var meta = CodedInputStream.newInstance(in.readByteArray());
                    for (int inner = meta.readTag(); inner != 0; inner = meta.readTag()) {
                        switch (WireFormat.getTagFieldNumber(inner)) {
                            case 1 -> apiVersion = meta.readString();
                            case 2 -> kind = meta.readString();
                            default -> meta.skipField(inner);
                        }
                    }
                }
                case 2 -> raw = in.readByteArray();
                default -> in.skipField(tag);
            }
        }
        if (kind.isEmpty() && assumed != null) {
            kind = assumed.kind();
        }
        if (apiVersion.isEmpty() && assumed != null) {
            apiVersion = GroupVersion.text(assumed.group(), assumed.version());
        }
        return object(apiVersion, kind, raw);
    }

    private Map<String, @Nullable Object> object(String apiVersion, String kind, byte[] raw) throws IOException {
        var version = GroupVersion.parse(apiVersion);
        var record = types.recordOf(new GroupVersionKind(version.group(), version.version(), kind));
        if (record.isEmpty() && kind.equals("DeleteOptions")) {
            // options exist in every group version
            record = types.recordOf(new GroupVersionKind("", "v1", kind));
        }
        if (record.isEmpty()) {
            throw new ProtobufException(
                    "no kind \"" + kind + "\" is registered for version \"" + apiVersion + "\" in scheme");
        }
        var tree = MessageReader.read(record.get(), raw);
        tree.put("apiVersion", apiVersion);
        tree.put("kind", kind);
        return tree;
    }

    /** An object or other API type, such as a Status. */
    public byte[] write(Record value) {
        var kind = types.kindOf(value.getClass());
        try {
            return envelope(GroupVersion.text(kind.group(), kind.version()), kind.kind(), MessageWriter.write(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same in a version that has the same fields. */
    public byte[] write(Record value, String apiVersion) {
        try {
            return envelope(apiVersion, types.kindOf(value.getClass()).kind(), MessageWriter.write(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of objects reduced to their metadata; its first version had the fields the other way around. */
    public byte[] writePartial(ListMeta metadata, List<ObjectMeta> items, String apiVersion) {
        boolean beta = apiVersion.endsWith("/v1beta1");
        try {
            var raw = MessageWriter.bytes(out -> {
                out.writeByteArray(beta ? 2 : 1, MessageWriter.write(metadata));
                for (var item : items) {
                    out.writeByteArray(beta ? 1 : 2, MessageWriter.write(new PartialObjectMetadata(item)));
                }
            });
            return envelope(apiVersion, "PartialObjectMetadataList", raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of objects of a kind. */
    public byte[] write(ObjectList<KubernetesObject> list, ResourceType type) {
        try {
            var raw = MessageWriter.bytes(out -> {
                out.writeByteArray(1, MessageWriter.write(list.metadata()));
                for (var item : list) {
                    out.writeByteArray(2, MessageWriter.write((Record) item));
                }
            });
            return envelope(type.apiVersion(), type.listKind(), raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event of a watch: its length in four bytes, then a message WatchEvent with the object in its envelope. */
    public byte[] event(String type, Record object) {
        return event(type, write(object));
    }

    /** An event of a watch with an object that is in its envelope already. */
    public byte[] event(String type, byte[] object) {
        try {
            var event = MessageWriter.bytes(out -> {
                out.writeString(1, type);
                out.writeByteArray(2, MessageWriter.bytes(raw -> raw.writeByteArray(1, object)));
            });
            return ByteBuffer.allocate(4 + event.length)
                    .putInt(event.length)
                    .put(event)
                    .array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] envelope(String apiVersion, String kind, byte[] raw) throws IOException {
        var bytes = new ByteArrayOutputStream(raw.length + 64);
        bytes.writeBytes(MAGIC);
        bytes.writeBytes(MessageWriter.bytes(out -> {
            out.writeByteArray(1, MessageWriter.bytes(meta -> {
                meta.writeString(1, apiVersion);
                meta.writeString(2, kind);
            }));
            out.writeByteArray(2, raw);
            out.writeString(3, "");
            out.writeString(4, "");
        }));
        return bytes.toByteArray();
    }
}
