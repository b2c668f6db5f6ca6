package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the row of an object: a value for each column of its kind, wide ones included; null is an empty cell. */
@FunctionalInterface
interface RowPrinter<T extends KubernetesObject> {
    List<@Nullable Object> cells(T object, Instant now);
}
