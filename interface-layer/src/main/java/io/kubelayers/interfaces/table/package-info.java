/**
 * Objects as tables, the way {@code kubectl get} shows them: upstream's columns, upstream's cells.
 *
 * <p>The columns of a kind come with its type; what is in their cells is computed here, one small class a kind
 * ({@code pkg/printers/internalversion/printers.go}). Custom resources print the columns that their definition names.
 *
 * <pre>{@code
 * var type = cluster.types().typeOf(Pod.class);
 * var pods = cluster.client().on(Pod.class).list("shop").items();
 * System.out.print(TableText.of(Tables.of(type, pods, cluster.now())));
 *
 * NAME   READY   STATUS    RESTARTS   AGE
 * web    1/1     Running   0          5m
 * }</pre>
 */
@NullMarked
package io.kubelayers.interfaces.table;

import org.jspecify.annotations.NullMarked;
