package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.value.Absent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects with the fields of a record. */
final class StructCodec extends ValueCodec {
    /** Types that servers make in memory, where an empty list is never nil: tables, discovery. */
    private static final String ANSWERS = "meta/v1";

    /** A field and how it is read and written. */
    private static final class Member {
        final FieldSchema field;
        final ValueCodec codec;
        final String quoted;
        final boolean written;
        final @Nullable Object omitted;

        Member(RecordSchema schema, FieldSchema field) {
            this.field = field;
            this.codec = ValueCodecs.of(schema, field);
            StringBuilder key = new StringBuilder();
            JsonSink.quote(field.name(), key);
            this.quoted = key.append(':').toString();
            this.written = field.written();
            this.omitted = field.primitive() ? field.zero() : null;
        }
    }

    private final RecordSchema schema;
    private final String goName;
    private final boolean typeMeta;
    private final @Nullable Kind kind;
    private final boolean answer;
    private final Member[] members;
    private final Map<String, Member> byName = new HashMap<>();
    private final Record empty;

    StructCodec(RecordSchema schema) {
        this.schema = schema;
        this.goName = schema.id().name();
        this.kind = schema.type().getAnnotation(Kind.class);
        this.typeMeta = kind != null || schema.type().isAnnotationPresent(ApiType.class);
        this.answer = schema.id().apiPackage().equals(ANSWERS);
        this.members = new Member[schema.fields().size()];
        for (FieldSchema field : schema.fields()) {
            Member member = new Member(schema, field);
            members[field.index()] = member;
            byName.put(field.name(), member);
        }
        this.empty = schema.empty();
    }

    /** Whether kind and apiVersion are among the fields of what is written as a whole. */
    boolean hasTypeMeta() {
        return typeMeta;
    }

    @Override
    Object read(Object tree, Decoding in) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw in.mismatch("an object", tree, goType(), ConverterWords.struct(tree));
        }
        @Nullable Object[] values = schema.zeros();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = (String) entry.getKey();
            Member member = byName.get(name);
            if (member == null) {
                if (!typeMeta || !name.equals("apiVersion") && !name.equals("kind")) {
                    in.unknownField(name);
                }
                continue;
            }
            Object value = entry.getValue();
            if (value == null) {
                continue; // as if it were not there
            }
            in.path.enter(name, goName);
            values[member.field.index()] = member.codec.read(value, in);
            in.path.leave();
        }
        return schema.create(values);
    }

    /** Writes a value inside another: without kind, unless it is a whole object such as a volume claim template. */
    @Override
    void write(Object record, Sink out) {
        out.startObject();
        if (kind != null) {
            out.key("kind");
            out.string(schema.id().name());
            out.key("apiVersion");
            out.string(GroupVersion.text(kind.group(), kind.version()));
        }
        writeFields(record, out);
        out.endObject();
    }

    /** Writes the fields into an object that is already open. */
    void writeFields(Object record, Sink out) {
        for (Member member : members) {
            Object value = member.field.get(record);
            boolean empty = value == null || member.codec.empty(value);
            if (!member.written && (value == null || empty || value.equals(member.omitted))) {
                continue;
            }
            out.key(member.field.name(), member.quoted);
            if (value == null || empty && !answer && !isTold(value, out)) {
                out.nothing();
            } else {
                member.codec.write(value, out);
            }
        }
    }

    private static boolean isTold(Object value, Sink out) {
        return out.tellsGivenLists() && value instanceof List<?> list && Absent.isGiven(list);
    }

    @Override
    Object zero() {
        return empty;
    }

    @Override
    String goType() {
        return schema.id().goName();
    }
}
