/**
 * Kubernetes' protobuf form of API objects: what typed clients, kubectl among them, speak with built-in kinds.
 *
 * <p>There are no generated classes: the field numbers are annotations of the records ({@link
 * io.kubelayers.nucleus.api.Pb}), so a message is read and written by the same schema as JSON.
 *
 * <pre>{@code
 * byte[] bytes = Protobuf.of(types).write(pod);
 * Map<String, Object> tree = Protobuf.of(types).read(bytes).tree();
 * }</pre>
 */
@NullMarked
package io.kubelayers.interfaces.http.protobuf;

import org.jspecify.annotations.NullMarked;
