package io.kubelayers.interfaces.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.Uninterruptibles;
import com.sun.net.httpserver.HttpServer;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.config.PluginRegistry;
import io.kubelayers.application.scheduling.config.SchedulerConfiguration;
import io.kubelayers.application.scheduling.extender.ExtenderSettings;
import io.kubelayers.application.scheduling.extender.ExtenderTls;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An extender behind a socket, as one of a real cluster would be. */
class HttpExtendersTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer extender;
    private String url;

    @BeforeEach
    void serve() throws IOException {
        extender = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        extender.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        extender.createContext("/gpu/filter", exchange -> {
            var answer = ("{\"nodenames\": [\"n2\"], \"failedNodes\": {\"n1\": \"no gpu left\"}, \"got\": "
                            + exchange.getRequestBody().readAllBytes().length + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        extender.createContext("/broken", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        extender.createContext("/slow", exchange -> Uninterruptibles.awaitUninterruptibly(end));
        extender.start();
        url = "http://127.0.0.1:" + extender.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        end.countDown();
        extender.stop(0);
    }

    private Placement place(String path, String more) {
        var configuration = SchedulerConfiguration.read(
                """
                apiVersion: kubescheduler.config.k8s.io/v1
                kind: KubeSchedulerConfiguration
                extenders:
                - urlPrefix: %s/%s
                  filterVerb: filter
                  nodeCacheCapable: true
                  %s
                """
                        .formatted(url, path, more),
                PluginRegistry.standard(),
                new HttpExtenders());
        var pod = Codec.of(TypeRegistry.of(NucleusKinds.ALL))
                .read("{\"metadata\": {\"name\": \"p\"}, \"spec\": {\"containers\": [{\"name\": \"c\"}]}}", Pod.class);
        return Scheduling.on(List.of(new NodeTemplate().build("n1"), new NodeTemplate().build("n2")), List.of())
                .by(configuration.profiles().get(0))
                .place(pod);
    }

    @Test
    void itsAnswersDecide() {
        var placement = place("gpu", "weight: 1");
        assertThat(placement.node()).isEqualTo("n2");
        assertThat(placement.on("n1").reason()).isEqualTo("Extender: no gpu left");
    }

    @Test
    void errorsNameItsUrl() {
        assertThat(place("broken", "weight: 1").explain())
                .isEqualTo("failed filter with extender at URL " + url + "/broken/filter, code 500");
        assertThat(place("broken", "ignorable: true").isScheduled()).isTrue();
    }

    @Test
    void oneThatDoesNotAnswerIsNotWaitedForLonger() {
        assertThat(place("slow", "httpTimeout: 100ms").explain())
                .isEqualTo("Post \"" + url + "/slow/filter\": no answer within 100 ms");
    }

    @Test
    void certificatesThatCannotBeReadAreRefusedAtOnce() {
        var settings = ExtenderSettings.at("https://gpu").withTls(ExtenderTls.NONE.withCaData("no certificate"));
        assertThatThrownBy(() -> new HttpExtenders().to(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("certificates or keys cannot be used: ");
    }
}
