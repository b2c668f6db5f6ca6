package io.kubelayers.interfaces.table;

import static io.kubelayers.interfaces.table.Cells.age;
import static io.kubelayers.interfaces.table.Cells.name;
import static io.kubelayers.interfaces.table.Cells.row;
import static io.kubelayers.interfaces.table.Cells.text;

import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.core.ComponentStatus;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.RuntimeClass;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.events.EventsV1Event;

/** The kinds of the core group that every cluster has. */
final class CorePrinters {
    private CorePrinters() {}

    static void addTo(Printers printers) {
        printers.add(Pod.class, new PodRow())
                .add(Node.class, new NodeRow())
                .add(Event.class, new EventRow())
                .add(EventsV1Event.class, new EventsV1Row())
                .add(ComponentStatus.class, new ComponentStatusRow())
                .add(
                        Namespace.class,
                        (namespace, now) ->
                                row(name(namespace), text(namespace.status().phase()), age(namespace, now)))
                .add(
                        ConfigMap.class,
                        (map, now) -> row(
                                name(map), map.data().size() + map.binaryData().size(), age(map, now)))
                .add(
                        Secret.class,
                        (secret, now) -> row(
                                name(secret), text(secret.type()), secret.data().size(), age(secret, now)))
                .add(
                        ServiceAccount.class,
                        (account, now) -> row(name(account), account.secrets().size(), age(account, now)))
                .add(
                        Lease.class,
                        (lease, now) -> row(name(lease), text(lease.spec().holderIdentity()), age(lease, now)))
                .add(RuntimeClass.class, (runtime, now) -> row(name(runtime), runtime.handler(), age(runtime, now)));
    }
}
