package io.kubelayers.interfaces.http.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.kubelayers.application.batch.Job;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.governance.rbac.ClusterRole;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubernetes.client.proto.V1;
import io.kubernetes.client.proto.V1Apps;
import io.kubernetes.client.proto.V1Batch;
import io.kubernetes.client.proto.V1Rbac;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every field has the number that upstream's message has, as another project compiled it. */
class FieldNumbersTest {
    private static final Map<Class<?>, FileDescriptor> KINDS = Map.ofEntries(
            Map.entry(Pod.class, V1.getDescriptor()),
            Map.entry(Node.class, V1.getDescriptor()),
            Map.entry(Secret.class, V1.getDescriptor()),
            Map.entry(ConfigMap.class, V1.getDescriptor()),
            Map.entry(Event.class, V1.getDescriptor()),
            Map.entry(PersistentVolume.class, V1.getDescriptor()),
            Map.entry(PersistentVolumeClaim.class, V1.getDescriptor()),
            Map.entry(Service.class, V1.getDescriptor()),
            Map.entry(Deployment.class, V1Apps.getDescriptor()),
            Map.entry(StatefulSet.class, V1Apps.getDescriptor()),
            Map.entry(Job.class, V1Batch.getDescriptor()),
            Map.entry(ClusterRole.class, V1Rbac.getDescriptor()));

    private final List<String> wrong = new ArrayList<>();
    private final Set<Class<?>> seen = new HashSet<>();
    private int compared;

    @Test
    void fieldsHaveUpstreamsNumbers() {
        KINDS.forEach((kind, file) -> compare(kind, file.findMessageTypeByName(kind.getSimpleName())));

        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(600);
    }

    private void compare(Class<?> record, Descriptor message) {
        if (!seen.add(record)) {
            return;
        }
        for (var field : RecordSchema.of(record).fields()) {
            var place = message;
            var path = field.protobuf();
            for (int number : path.subList(0, Math.max(0, path.size() - 1))) {
                var part = place.findFieldByNumber(number);
                place = part == null ? null : part.getMessageType();
                if (place == null) {
                    break;
                }
            }
            if (place == null || path.isEmpty()) {
                continue; // newer than the messages
            }
            var theirs = place.findFieldByName(field.name());
            if (theirs == null) {
                continue;
            }
            compared++;
            if (theirs.getNumber() != path.get(path.size() - 1)) {
                wrong.add(record.getSimpleName() + "." + field.name() + ": " + path + " is " + theirs.getNumber());
            }
            var inner = inner(field.type());
            if (inner != null
                    && theirs.getJavaType() == com.google.protobuf.Descriptors.FieldDescriptor.JavaType.MESSAGE
                    && !theirs.isMapField()) {
                compare(inner, theirs.getMessageType());
            }
        }
    }

    private static Class<?> inner(FieldType type) {
        if (type instanceof FieldType.ListOf list) {
            return inner(list.item());
        }
        return type instanceof FieldType.Struct struct ? struct.type() : null;
    }
}
