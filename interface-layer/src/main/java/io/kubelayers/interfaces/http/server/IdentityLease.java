package io.kubelayers.interfaces.http.server;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.coordination.LeaseBuilder;
import io.kubelayers.nucleus.coordination.LeaseSpecBuilder;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.validation.Names;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The lease {@code apiserver-…} in {@code kube-system} by which a server tells that it lives, for an hour from each renewal
 * (upstream {@code pkg/controlplane/apiserver/server.go}, {@code component-helpers/apimachinery/lease}). Its name is made of
 * the name of the machine, so that a server started anew takes up the lease of its predecessor.
 */
final class IdentityLease implements AutoCloseable {
    static final String NAMESPACE = "kube-system";
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final int DURATION_SECONDS = 3600;
    private static final int ATTEMPTS = 100;

    private final Client client;
    private final InstantSource clock;
    private final String host;
    private final String name;
    private final String holder;
    private final ScheduledExecutorService timer;

    private IdentityLease(Client client, InstantSource clock, String host) {
        this.client = client;
        this.clock = clock;
        this.host = host;
        this.name = name(host);
        this.holder = name + "_" + UUID.randomUUID();
        this.timer = Executors.newSingleThreadScheduledExecutor(new ThreadFactoryBuilder()
                .setNameFormat("kubelayers-identity")
                .setDaemon(true)
                .build());
    }

    /** Takes the lease and renews it every ten seconds until closed. */
    static IdentityLease keep(Client client, InstantSource clock) {
        var lease = new IdentityLease(client, clock, host());
        lease.renew();
        long seconds = RENEWAL.toSeconds();
        lease.timer.scheduleWithFixedDelay(lease::renewIfPossible, seconds, seconds, TimeUnit.SECONDS);
        return lease;
    }

    /** {@code apiserver-} and 16 bytes of the hash of the machine's name, in the alphabet of names. */
    static String name(String host) {
        var hash = Hashing.sha256().hashString(host, StandardCharsets.UTF_8).asBytes();
        return "apiserver-"
                + BaseEncoding.base32()
                        .omitPadding()
                        .encode(Arrays.copyOf(hash, 16))
                        .toLowerCase(Locale.ROOT);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    /** The next renewal may succeed where this one does not. */
    private void renewIfPossible() {
        try {
            renew();
        } catch (RuntimeException refused) {
            // the lease is good for an hour
        }
    }

    private void renew() {
        for (int attempt = 1; ; attempt++) {
            try {
                write();
                return;
            } catch (ApiException e) {
                if (e.code() != 409 || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void write() {
        var spec = LeaseSpecBuilder.builder()
                .holderIdentity(holder)
                .leaseDurationSeconds(DURATION_SECONDS)
                .renewTime(clock.instant().truncatedTo(ChronoUnit.MICROS))
                .build();
        var there = client.on(Lease.class).find(NAMESPACE, name);
        if (there.isPresent()) {
            client.update(there.get().withSpec(spec));
            return;
        }
        var labels = new TreeMap<String, String>();
        labels.put("apiserver.kubernetes.io/identity", "kube-apiserver");
        if (Names.labelValue(host).isEmpty()) {
            labels.put("kubernetes.io/hostname", host);
        }
        client.create(LeaseBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace(NAMESPACE)
                        .name(name)
                        .labels(labels)
                        .build())
                .spec(spec)
                .build());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
