package io.kubelayers.interfaces.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.Endpoints;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.interfaces.http.Headers;
import io.kubelayers.interfaces.http.HttpRequest;
import io.kubelayers.interfaces.http.RestApi;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.node.ContainerScript;
import io.kubelayers.nucleus.node.ContainerScripts;
import io.kubelayers.nucleus.program.HttpAnswer;
import io.kubelayers.nucleus.program.PortService;
import io.kubelayers.nucleus.program.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs, commands, terminals and ports of containers over plain HTTP and WebSocket, on virtual time. */
class StreamTest {
    private static final String PODS = "/api/v1/namespaces/default/pods/";

    private Cluster cluster;
    private ApiServerHttp http;
    private StreamClient client;

    @BeforeEach
    void serve() {
        var web = ContainerScript.standard()
                .logs("starting")
                .logs(Duration.ofSeconds(2), "listening")
                .logsError(Duration.ofSeconds(3), "slow request")
                .knows("greet *", run -> {
                    run.print("hello " + run.command().get(1) + "\n");
                    run.printError("careful\n");
                    run.exit(7);
                })
                .knows("rows", run -> run.onResize(size -> run.print(size.height() + "\n")))
                .knows("count", Program.answering(input -> (input.length + "\n").getBytes(StandardCharsets.UTF_8)))
                .serves(8080, PortService.echo())
                .serves(
                        80,
                        PortService.http(ask -> HttpAnswer.text(
                                ask.path().equals("/missing") ? 404 : 200,
                                ask.method() + " " + ask.target() + " "
                                        + new String(ask.body(), StandardCharsets.UTF_8))));
        cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard(), AuthenticationLayer.standard())
                .nodes(1, node -> node.cpu("4").memory("16Gi"))
                .containers(ContainerScripts.none()
                        .on("web:*", web)
                        .on("crash:*", ContainerScript.standard().crashes(9).logs("boom")))
                .start();
        cluster.apply(
                Manifests.of(
                        "pods",
                        """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                  - {name: app, image: "web:1"}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: pair}
                spec:
                  containers:
                  - {name: app, image: "web:1"}
                  - {name: side, image: "crash:1"}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: far}
                spec:
                  nodeSelector: {no: where}
                  containers:
                  - {name: app, image: "web:1"}
                """));
        cluster.settle().advance(Duration.ofSeconds(5));
        http = ApiServerHttp.serve(
                cluster.server(),
                ServeOptions.loopback()
                        .withTls(false)
                        .withClock(cluster.runtime().clock()));
        client = new StreamClient(http);
    }

    @AfterEach
    void stop() {
        http.close();
        cluster.close();
    }

    @Test
    void showsLogs() throws Exception {
        var answer = client.get(PODS + "web/log");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(answer.body()).isEqualTo("starting\nlistening\nslow request\n");
        assertThat(client.get(PODS + "web/log?tailLines=1").body()).isEqualTo("slow request\n");
        assertThat(client.get(PODS + "web/log?limitBytes=12").body()).isEqualTo("starting\nlis");
        assertThat(client.get(PODS + "web/log?timestamps=true&tailLines=1").body())
                .isEqualTo("2026-01-01T00:00:03.000000000Z slow request\n");
        assertThat(client.get(PODS + "web/log?sinceSeconds=3").body()).isEqualTo("listening\nslow request\n");
        assertThat(client.get(PODS + "web/log?sinceTime=2026-01-01T00:00:03Z").body())
                .isEqualTo("slow request\n");
        assertThat(client.get(PODS + "pair/log?container=side&previous=true").body())
                .isEqualTo("boom\n");
        assertThat(client.get(PODS + "far/log").statusCode()).isEqualTo(204);
    }

    @Test
    void mainProcessesThatAreSimulatedWriteLogsAndListen() throws Exception {
        cluster.apply(
                Manifests.of(
                        "loops",
                        """
                apiVersion: v1
                kind: Pod
                metadata: {name: loop}
                spec:
                  containers:
                  - {name: app, image: busybox, command: [sh, -c, 'i=0; while true; do i=$((i+1)); echo $i; sleep 5; done']}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: pages}
                spec:
                  volumes:
                  - {name: more, downwardAPI: {items: [{path: name.txt, fieldRef: {fieldPath: metadata.name}}]}}
                  containers:
                  - {name: app, image: nginx, volumeMounts: [{name: more, mountPath: /usr/share/nginx/html/more}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: listens}
                spec:
                  containers:
                  - name: app
                    image: busybox
                    command:
                    - sh
                    - -c
                    - |
                      while true; do
                        echo -e "HTTP/1.1 200 OK\\r\\nContent-Length: 6\\r\\n\\r\\nhello" | nc -l -p 9000 || true
                      done
                """));
        cluster.settle().advance(Duration.ofSeconds(11));

        assertThat(client.get(PODS + "loop/log").body()).isEqualTo("1\n2\n3\n");
        for (int i = 0; i < 2; i++) {
            assertThat(client.get(PODS + "listens:9000/proxy/").body()).isEqualTo("hello\n");
        }
        assertThat(client.get(PODS + "pages:80/proxy/").body()).contains("<h1>Welcome to nginx!</h1>");
        assertThat(client.get(PODS + "pages:80/proxy/more/name.txt").body()).isEqualTo("pages");
        assertThat(client.get(PODS + "pages:80/proxy/more/none").statusCode()).isEqualTo(404);
        assertThat(client.get(PODS + "listens:9001/proxy/").statusCode()).isEqualTo(503);
        cluster.advance(Duration.ofHours(1));
        assertThat(client.get(PODS + "loop/log?tailLines=1").body()).isEqualTo("723\n");
    }

    @Test
    void saysWhyThereAreNoLogs() throws Exception {
        assertThat(client.get(PODS + "pair/log").body())
                .contains("a container name must be specified for pod pair, choose one of: [app side]")
                .contains("\"code\":400", "BadRequest");
        assertThat(client.get(PODS + "web/log?container=x").body()).contains("container x is not valid for pod web");
        assertThat(client.get(PODS + "web/log?previous=true").body())
                .contains("previous terminated container \\\"app\\\" in pod \\\"web\\\" not found");
        assertThat(client.get(PODS + "nobody/log").body()).contains("pods \\\"nobody\\\" not found");
        assertThat(client.get(PODS + "web/log?tailLines=-1").body())
                .contains("tailLines: Invalid value: -1: must be greater than or equal to 0", "\"code\":422");
        assertThat(client.get(PODS + "web/log?tailLines=x").body())
                .contains("strconv.ParseInt: parsing \\\"x\\\": invalid syntax");
    }

    @Test
    void followsUntilTheContainerEnds() throws Exception {
        try (var log = client.follow(PODS + "web/log?follow=true&tailLines=1")) {
            cluster.client().on(Pod.class).delete("default", "web");
            cluster.settle().advance(Duration.ofSeconds(40));

            assertThat(new String(log.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("slow request\n");
        }
    }

    @Test
    void showsLogsOnWebSockets() throws Exception {
        var base64 = client.open(PODS + "web/log?tailLines=1", "base64.binary.k8s.io");

        assertThat(base64.end()).isEqualTo(1000);
        assertThat(base64.protocol()).isEqualTo("base64.binary.k8s.io");
        var text = base64.text().lines().collect(Collectors.joining());
        assertThat(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
                .isEqualTo("slow request\n");
        assertThatThrownBy(() -> client.open(PODS + "web/log", "v4.channel.k8s.io"))
                .hasMessageStartingWith("403");
    }

    @Test
    void runsCommands() throws Exception {
        var exec =
                client.open(PODS + "web/exec?command=greet&command=you&stdout=true&stderr=true", "v5.channel.k8s.io");

        assertThat(exec.end()).isEqualTo(1000);
        assertThat(exec.protocol()).isEqualTo("v5.channel.k8s.io");
        assertThat(exec.said(1)).isEqualTo("hello you\n");
        assertThat(exec.said(2)).isEqualTo("careful\n");
        assertThat(exec.said(3))
                .isEqualTo("{\"metadata\":{},\"status\":\"Failure\",\"message\":\"command terminated with non-zero exit"
                        + " code: command terminated with exit code 7\",\"reason\":\"NonZeroExitCode\","
                        + "\"details\":{\"causes\":[{\"reason\":\"ExitCode\",\"message\":\"7\"}]}}");
    }

    @Test
    void closesTheInputOfCommands() throws Exception {
        var exec = client.open(PODS + "web/exec?command=count&stdin=true&stdout=true", "v5.channel.k8s.io");
        exec.send(0, "12345");
        exec.send(255, new byte[] {0});

        assertThat(exec.end()).isEqualTo(1000);
        assertThat(exec.said(1)).isEqualTo("5\n");
        assertThat(exec.said(3)).isEqualTo("{\"metadata\":{},\"status\":\"Success\"}");
    }

    @Test
    void tellsTheSizeOfTerminals() throws Exception {
        var exec = client.open(PODS + "web/exec?command=rows&tty=true&stdin=true&stdout=true", "v4.channel.k8s.io");
        exec.send(4, "{\"Width\":80,\"Height\":24}");

        exec.await(1, "24\r\n");
        exec.hangUp();
    }

    @Test
    void speaksOlderProtocols() throws Exception {
        var base64 = client.open(PODS + "web/exec?command=cat&stdin=true&stdout=true", "v4.base64.channel.k8s.io");
        base64.sendText("0" + Base64.getEncoder().encodeToString("hi".getBytes(StandardCharsets.UTF_8)));
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (!base64.text().contains("1aGk=") && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(base64.text()).startsWith("1\n").contains("1aGk=");
        base64.hangUp();

        var first = client.open(PODS + "web/exec?command=false&stdout=true", "");
        assertThat(first.end()).isEqualTo(1000);
        assertThat(first.said(3)).isEqualTo("command terminated with non-zero exit code: 1");
    }

    @Test
    void saysWhyACommandDoesNotRun() throws Exception {
        var unknown = client.open(PODS + "web/exec?command=nope&stdout=true&stderr=true", "v5.channel.k8s.io");
        assertThat(unknown.end()).isEqualTo(1000);
        assertThat(unknown.said(2)).startsWith("exec: \"nope\": not simulated;");
        assertThat(unknown.said(3)).contains("command terminated with non-zero exit code");

        var crashed = client.open(PODS + "pair/exec?container=side&command=date&stdout=true", "v5.channel.k8s.io");
        assertThat(crashed.end()).isEqualTo(1000);
        assertThat(crashed.said(3))
                .contains("Internal error occurred: unable to upgrade connection: container not found (\\\"side\\\")");

        assertThatThrownBy(() -> client.open(PODS + "pair/exec?command=date&stdout=true", "v5.channel.k8s.io"))
                .hasMessageContaining("400 ");
        assertThat(client.get(PODS + "web/exec?command=date&stdout=true").body())
                .contains("Upgrade request required");
        assertThat(client.get(PODS + "far/exec?command=date&stdout=true").body())
                .contains("pod far does not have a host assigned");
    }

    @Test
    void forwardsPorts() throws Exception {
        var forward = client.open(PODS + "web/portforward?ports=8080&ports=81", "v4.channel.k8s.io");
        forward.send(0, "ping");

        forward.await(0, "ping");
        forward.await(3, "connection refused");
        assertThat(forward.bytes(0)).startsWith(0x90, 0x1f);
        assertThat(forward.bytes(2)).containsExactly(81, 0);
        forward.hangUp();
    }

    @Test
    void wantsThePermissionToCreate() {
        cluster.apply(
                Manifests.of(
                        "pods",
                        """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: reader}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: reader}
                rules:
                - {apiGroups: [""], resources: [pods/exec], verbs: [get]}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: reader}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
                subjects:
                - {kind: User, name: jane}
                """));
        var question = HttpRequest.of(
                "GET",
                PODS + "web/exec?command=date&stdout=true",
                Headers.NONE
                        .with("Authorization", "Bearer " + http.adminToken())
                        .with("Impersonate-User", "jane")
                        .with("Connection", "Upgrade")
                        .with("Upgrade", "websocket"),
                new byte[0]);
        var api = RestApi.at(
                cluster.server(), cluster.runtime().clock(), "", List.of(credentials -> Optional.of(Users.admin())));

        assertThat(api.handle(question).text())
                .contains(
                        "pods \\\"web\\\" is forbidden: User \\\"jane\\\" cannot create resource \\\"pods/exec\\\" in API"
                                + " group \\\"\\\" in the namespace \\\"default\\\"");
    }

    @Test
    void passesRequestsOn() throws Exception {
        cluster.apply(
                Manifests.of(
                        "service",
                        """
                apiVersion: v1
                kind: Pod
                metadata: {name: behind, labels: {app: behind}}
                spec:
                  containers:
                  - {name: app, image: "web:1"}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: front}
                spec:
                  selector: {app: behind}
                  ports:
                  - {name: http, port: 8000, targetPort: 80}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: empty}
                spec:
                  selector: {app: nobody}
                  ports:
                  - {port: 80}
                """));
        cluster.settle();
        var services = "/api/v1/namespaces/default/services/";

        assertThat(client.get(PODS + "web/proxy/some/path?a=b%20c").body()).isEqualTo("GET /some/path?a=b%20c ");
        assertThat(client.get(PODS + "http:web:80/proxy/missing").statusCode()).isEqualTo(404);
        assertThat(client.get(PODS + "web:81/proxy/").body())
                .contains("error trying to reach service: dial tcp 10.244.0.", ":81: connect: connection refused")
                .contains("\"code\":503", "ServiceUnavailable");
        assertThat(client.get(PODS + "ftp:web:80/proxy/").body()).contains("invalid pod request \\\"ftp:web:80\\\"");
        assertThat(client.post(PODS + "web/proxy/form", "x=1").body()).isEqualTo("POST /form x=1");
        assertThat(client.get(services + "front:http/proxy/").body()).isEqualTo("GET / ");
        assertThat(client.get(services + "front:8000/proxy/x").body()).isEqualTo("GET /x ");
        assertThat(client.get(services + "front:9/proxy/").body())
                .contains("no service port 9 found for service \\\"front\\\"");
        assertThat(client.get(services + "empty/proxy/").body())
                .contains("no endpoints available for service \\\"empty\\\"");
        assertThat(client.get("/api/v1/nodes/node-1/proxy/healthz").body()).isEqualTo("ok");
        assertThat(client.get("/api/v1/nodes/node-1/proxy/stats/summary").body())
                .startsWith("{\"node\":{\"nodeName\":\"node-1\",\"startTime\":\"2026-01-01T00:00:00Z\"}")
                .contains("\"podRef\":{\"name\":\"web\",\"namespace\":\"default\"")
                .doesNotContain("\"far\"");
        assertThat(client.get("/api/v1/nodes/node-1/proxy/pods").body()).contains("\"kind\":\"PodList\"", "web");
        assertThat(client.get(PODS + "web/proxy").headers().firstValue("Location"))
                .contains(PODS + "web/proxy/");
    }

    @Test
    void reachesRealServersOfThisMachine() throws Exception {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var answering = CompletableFuture.runAsync(() -> answer(server));
        var script = ContainerScript.standard().serves(80, LocalPort.at(server.getLocalSocketAddress()));
        try (var real = Cluster.builder()
                .layers(ApplicationLayer.standard())
                .nodes(1, node -> node.cpu("4").memory("16Gi"))
                .containers(ContainerScripts.none().on("*", script))
                .start()) {
            real.apply(
                    Manifests.of(
                            "pod",
                            """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: web}
                    spec:
                      containers:
                      - {name: app, image: "web:1"}
                    """));
            real.settle();
            try (var served = ApiServerHttp.serve(
                    real.server(),
                    ServeOptions.loopback()
                            .withTls(false)
                            .withClock(real.runtime().clock()))) {
                assertThat(new StreamClient(served)
                                .get(PODS + "web/proxy/x?y=z")
                                .body())
                        .isEqualTo("real /x?y=z");
            }
            answering.join();
        } finally {
            server.close();
        }
    }

    /** Answers one request. */
    private static void answer(ServerSocket server) {
        try (var socket = server.accept()) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var target = in.readLine().split(" ")[1];
            while (!in.readLine().isEmpty()) {
                // headers don't matter
            }
            var text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nreal \r\n"
                    + Integer.toHexString(target.length()) + "\r\n" + target + "\r\n0\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void countsRequestsAndSaysHowItIs() throws Exception {
        client.get(PODS + "web");
        client.get(PODS);

        assertThat(client.get("/metrics").body())
                .contains("apiserver_request_total{code=\"200\",component=\"apiserver\",dry_run=\"\",group=\"\","
                        + "resource=\"pods\",scope=\"resource\",subresource=\"\",verb=\"GET\",version=\"v1\"} 1.0")
                .contains("verb=\"LIST\"", "apiserver_request_duration_seconds_bucket", "process_start_time_seconds");
        assertThat(client.get("/readyz?verbose&exclude=etcd&exclude=x&exclude=a")
                        .body())
                .isEqualTo(
                        """
                        [+]ping ok
                        [+]log ok
                        [+]etcd excluded: ok
                        [+]etcd-readiness ok
                        [+]informer-sync ok
                        [+]poststarthook/start-apiextensions-controllers ok
                        [+]poststarthook/crd-informer-synced ok
                        [+]poststarthook/start-system-namespaces-controller ok
                        [+]poststarthook/rbac/bootstrap-roles ok
                        [+]poststarthook/scheduling/bootstrap-system-priority-classes ok
                        [+]poststarthook/priority-and-fairness-config-producer ok
                        [+]poststarthook/bootstrap-controller ok
                        [+]poststarthook/start-kubernetes-service-cidr-controller ok
                        [+]poststarthook/apiservice-registration-controller ok
                        [+]shutdown ok
                        warn: some health checks cannot be excluded: no matches for "a", "x"
                        readyz check passed
                        """);
        assertThat(client.get("/livez/etcd").body()).isEqualTo("ok");
        assertThat(client.get("/livez/poststarthook/rbac/bootstrap-roles").body())
                .isEqualTo("ok");
        assertThat(client.get("/livez/nope").statusCode()).isEqualTo(404);
        assertThat(client.get("/healthz").body()).isEqualTo("ok");
    }

    @Test
    void tellsTheClusterWhereItIs() throws Exception {
        var client = cluster.client();
        try (var secure = ApiServerHttp.serve(cluster.server(), ServeOptions.loopback())) {
            http.announceTo(client);
            secure.announceTo(client);
            cluster.settle();

            var certificate = new String(
                    Base64.getDecoder()
                            .decode(secure.kubeconfig()
                                    .lines()
                                    .filter(line -> line.contains("certificate-authority-data"))
                                    .findFirst()
                                    .orElseThrow()
                                    .replaceAll(".*: \"?([^\"]*)\"?", "$1")),
                    StandardCharsets.UTF_8);
            assertThat(client.on(ConfigMap.class)
                            .get("kube-system", "extension-apiserver-authentication")
                            .data())
                    .containsEntry("client-ca-file", certificate);
            assertThat(client.on(ConfigMap.class)
                            .get("default", "kube-root-ca.crt")
                            .data())
                    .as("published to all namespaces")
                    .containsEntry("ca.crt", certificate);
            assertThat(client.on(Lease.class).list(IdentityLease.NAMESPACE).items())
                    .singleElement()
                    .satisfies(lease -> {
                        assertThat(lease.metadata().labels())
                                .containsEntry("apiserver.kubernetes.io/identity", "kube-apiserver");
                        assertThat(lease.spec().holderIdentity())
                                .startsWith(lease.metadata().name() + "_");
                        assertThat(lease.spec().leaseDurationSeconds()).isEqualTo(3600);
                    });
            var slice = client.on(EndpointSlice.class).find("default", "kubernetes");
            var endpoints = client.on(Endpoints.class).find("default", "kubernetes");
            assertThat(slice.isPresent()).isEqualTo(endpoints.isPresent());
            slice.ifPresent(found -> assertThat(found.ports().get(0).port()).isEqualTo(secure.port()));
        }
    }

    @Test
    void isNotReadyWhileItStops() {
        var api = RestApi.of(cluster.server(), cluster.runtime().clock());
        api.stop();
        var answer = api.handle(HttpRequest.get("/readyz"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("[-]shutdown failed: reason withheld", "readyz check failed");
        assertThat(api.handle(HttpRequest.get("/livez")).text()).isEqualTo("ok");
    }
}
