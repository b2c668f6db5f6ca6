package io.kubelayers.interfaces.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects as YAML, and the lines that are printed of them. It is one o'clock on New Year's Day. */
class TablesTest {
    private static final TypeRegistry TYPES =
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL);
    private static final Instant NOW = Instant.parse("2026-01-01T01:00:00Z");

    private static String table(String yaml) {
        return table(TableText.plain(), yaml);
    }

    private static String table(TableText text, String yaml) {
        var objects = Codec.of(TYPES).readAll(yaml, ReadOptions.strict());
        return text.print(Tables.of(TYPES.typeOf(objects.get(0)), objects, NOW));
    }

    private static String pod(String name, String rest) {
        return """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: shop, creationTimestamp: "2026-01-01T00:00:00Z", labels: {app: web}%s
                """
                .formatted(name, rest);
    }

    @Test
    void columnsSayWhatTheyMean() {
        for (var type : TYPES.resources()) {
            for (var column : Tables.of(type, List.of(), NOW).columnDefinitions()) {
                assertThat(column.description())
                        .as(type.plural() + " " + column.name())
                        .endsWith(".");
            }
        }
    }

    @Test
    void podsSayWhatTheirContainersAreAt() {
        var pods = pod(
                        "running",
                        """
                        }
                        spec: {nodeName: node-1, containers: [{name: a}]}
                        status:
                          phase: Running
                          podIP: 10.1.0.7
                          podIPs: [{ip: 10.1.0.7}]
                          containerStatuses:
                          - name: a
                            ready: true
                            restartCount: 3
                            state: {running: {startedAt: "2026-01-01T00:55:00Z"}}
                            lastState: {terminated: {exitCode: 1, finishedAt: "2026-01-01T00:55:00Z"}}
                        """)
                + pod(
                        "crashing",
                        """
                        }
                        spec: {containers: [{name: a}, {name: b}]}
                        status:
                          phase: Running
                          containerStatuses:
                          - {name: a, ready: false, restartCount: 1, state: {waiting: {reason: CrashLoopBackOff}}}
                          - {name: b, ready: true, state: {running: {}}}
                        """)
                + pod(
                        "starting",
                        """
                        }
                        spec: {initContainers: [{name: i}, {name: j}], containers: [{name: a}]}
                        status:
                          phase: Pending
                          initContainerStatuses:
                          - {name: i, state: {terminated: {exitCode: 0}}}
                          - {name: j, state: {running: {}}}
                        """)
                + pod(
                        "done",
                        """
                        }
                        spec: {containers: [{name: a}]}
                        status:
                          phase: Succeeded
                          containerStatuses: [{name: a, state: {terminated: {exitCode: 0, reason: Completed}}}]
                        """)
                + pod(
                        "leaving",
                        """
                        , deletionTimestamp: "2026-01-01T00:59:00Z"}
                        spec: {containers: [{name: a}]}
                        status: {phase: Running}
                        """)
                + pod(
                        "gated",
                        """
                        }
                        spec: {schedulingGates: [{name: quota}], containers: [{name: a}]}
                        status:
                          phase: Pending
                          conditions: [{type: PodScheduled, status: "False", reason: SchedulingGated}]
                        """);

        assertThat(table(pods))
                .isEqualTo(
                        """
                        NAME       READY   STATUS             RESTARTS     AGE
                        running    1/1     Running            3 (5m ago)   60m
                        crashing   1/2     CrashLoopBackOff   1            60m
                        starting   0/1     Init:1/2           0            60m
                        done       0/1     Completed          0            60m
                        leaving    0/1     Terminating        0            60m
                        gated      0/1     SchedulingGated    0            60m
                        """);
    }

    @Test
    void wideTablesSayMore() {
        var text = TableText.plain()
                .withWide(true)
                .withNamespaces(true)
                .withLabels(true)
                .withPrefix("pod/");

        assertThat(table(
                        text,
                        pod("web", "}\nspec: {nodeName: node-1, containers: [{name: a}]}\nstatus: {phase: Running}")))
                .isEqualTo(
                        """
                        NAMESPACE   NAME      READY   STATUS    RESTARTS   AGE   IP       NODE     NOMINATED NODE   READINESS GATES   LABELS
                        shop        pod/web   0/1     Running   0          60m   <none>   node-1   <none>           <none>            app=web
                        """);
    }

    @Test
    void deploymentsSayHowFarTheyAre() {
        assertThat(
                        table(
                                TableText.plain().withWide(true),
                                """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: web, creationTimestamp: "2025-12-29T22:00:00Z"}
                        spec:
                          replicas: 3
                          selector: {matchLabels: {app: web}}
                          template:
                            metadata: {labels: {app: web}}
                            spec: {containers: [{name: a, image: web:1}, {name: b, image: log:2}]}
                        status: {replicas: 3, readyReplicas: 2, updatedReplicas: 3, availableReplicas: 2}
                        """))
                .isEqualTo(
                        """
                        NAME   READY   UP-TO-DATE   AVAILABLE   AGE    CONTAINERS   IMAGES        SELECTOR
                        web    2/3     3            2           2d3h   a,b          web:1,log:2   app=web
                        """);
    }

    @Test
    void nodesSayWhetherTheyTakePods() {
        assertThat(
                        table(
                                """
                                apiVersion: v1
                                kind: Node
                                metadata:
                                  name: node-1
                                  creationTimestamp: "2026-01-01T00:00:00Z"
                                  labels: {node-role.kubernetes.io/control-plane: "", kubernetes.io/role: master}
                                spec: {unschedulable: true}
                                status:
                                  conditions: [{type: Ready, status: "True"}]
                                  nodeInfo: {kubeletVersion: v1.35.0, architecture: "", bootID: "", containerRuntimeVersion: "",
                                    kernelVersion: "", kubeProxyVersion: "", machineID: "", operatingSystem: "", osImage: "", systemUUID: ""}
                                ---
                                apiVersion: v1
                                kind: Node
                                metadata: {name: node-2}
                                """))
                .isEqualTo(
                        """
                        NAME     STATUS                     ROLES                  AGE         VERSION
                        node-1   Ready,SchedulingDisabled   control-plane,master   60m         v1.35.0
                        node-2   Unknown                    <none>                 <unknown>
                        """);
    }

    @Test
    void servicesSayWhereTheyAreReached() {
        assertThat(
                        table(
                                """
                                apiVersion: v1
                                kind: Service
                                metadata: {name: web, creationTimestamp: "2026-01-01T00:00:00Z"}
                                spec:
                                  type: LoadBalancer
                                  clusterIP: 10.96.0.10
                                  clusterIPs: [10.96.0.10]
                                  ports: [{port: 80, nodePort: 30080, protocol: TCP}, {port: 443, protocol: TCP}]
                                ---
                                apiVersion: v1
                                kind: Service
                                metadata: {name: db, creationTimestamp: "2026-01-01T00:00:00Z"}
                                spec: {type: ExternalName, externalName: db.example.com}
                                """))
                .isEqualTo(
                        """
                        NAME   TYPE           CLUSTER-IP   EXTERNAL-IP      PORT(S)                AGE
                        web    LoadBalancer   10.96.0.10   <pending>        80:30080/TCP,443/TCP   60m
                        db     ExternalName   <none>       db.example.com   <none>                 60m
                        """);
    }

    @Test
    void autoscalersSayWhereTheirMetricsAre() {
        assertThat(
                        table(
                                """
                                apiVersion: autoscaling/v2
                                kind: HorizontalPodAutoscaler
                                metadata: {name: web, creationTimestamp: "2026-01-01T00:00:00Z"}
                                spec:
                                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
                                  minReplicas: 2
                                  maxReplicas: 9
                                  metrics:
                                  - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}
                                  - {type: Pods, pods: {metric: {name: rps}, target: {type: AverageValue, averageValue: 1k}}}
                                  - {type: External, external: {metric: {name: queue}, target: {type: Value, value: "30"}}}
                                status:
                                  currentReplicas: 3
                                  desiredReplicas: 3
                                  currentMetrics:
                                  - {type: Resource, resource: {name: cpu, current: {averageUtilization: 50}}}
                                """))
                .isEqualTo(
                        """
                        NAME   REFERENCE        TARGETS                                  MINPODS   MAXPODS   REPLICAS   AGE
                        web    Deployment/web   cpu: 50%/80%, <unknown>/1k + 1 more...   2         9         3          60m
                        """);
    }

    @Test
    void quotasSayWhatIsUsedOfWhatIsAllowed() {
        assertThat(
                        table(
                                """
                                apiVersion: v1
                                kind: ResourceQuota
                                metadata: {name: team, creationTimestamp: "2026-01-01T00:00:00Z"}
                                status:
                                  hard: {pods: "10", limits.cpu: "8", requests.cpu: "4"}
                                  used: {pods: "3", limits.cpu: "2", requests.cpu: 1500m}
                                """))
                .isEqualTo(
                        """
                        NAME   REQUEST                             LIMIT             AGE
                        team   pods: 3/10, requests.cpu: 1500m/4   limits.cpu: 2/8   60m
                        """);
    }

    @Test
    void jobsSayHowFarTheyAreAndHowLongTheyTook() {
        assertThat(
                        table(
                                """
                                apiVersion: batch/v1
                                kind: Job
                                metadata: {name: done, creationTimestamp: "2026-01-01T00:00:00Z"}
                                spec: {completions: 3, template: {spec: {containers: [{name: a}]}}}
                                status:
                                  succeeded: 3
                                  startTime: "2026-01-01T00:00:00Z"
                                  completionTime: "2026-01-01T00:04:10Z"
                                  conditions: [{type: Complete, status: "True"}]
                                ---
                                apiVersion: batch/v1
                                kind: Job
                                metadata: {name: queue, creationTimestamp: "2026-01-01T00:00:00Z"}
                                spec: {parallelism: 2, template: {spec: {containers: [{name: a}]}}}
                                status: {active: 2, startTime: "2026-01-01T00:30:00Z"}
                                """))
                .isEqualTo(
                        """
                        NAME    STATUS     COMPLETIONS   DURATION   AGE
                        done    Complete   3/3           4m10s      60m
                        queue   Running    0/1 of 2      30m        60m
                        """);
    }

    @Test
    void eventsSayWhatHappenedToWhom() {
        assertThat(
                        table(
                                """
                                apiVersion: v1
                                kind: Event
                                metadata: {name: web.1, namespace: shop}
                                involvedObject: {kind: Pod, name: web}
                                type: Warning
                                reason: FailedScheduling
                                message: "0/3 nodes are available: 3 Insufficient cpu.\\nmore"
                                count: 4
                                firstTimestamp: "2026-01-01T00:00:00Z"
                                lastTimestamp: "2026-01-01T00:59:30Z"
                                """))
                .isEqualTo(
                        """
                        LAST SEEN   TYPE      REASON             OBJECT    MESSAGE
                        30s         Warning   FailedScheduling   pod/web   0/3 nodes are available: 3 Insufficient cpu....
                        """);
    }

    @Test
    void rolesSayWhenTheyWereMadeAndBindingsWhoHasThem() {
        assertThat(
                        table(
                                """
                                apiVersion: rbac.authorization.k8s.io/v1
                                kind: ClusterRole
                                metadata: {name: reader, creationTimestamp: "2026-01-01T00:00:00Z"}
                                """))
                .isEqualTo(
                        """
                        NAME     CREATED AT
                        reader   2026-01-01T00:00:00Z
                        """);
        assertThat(
                        table(
                                TableText.plain().withWide(true),
                                """
                                apiVersion: rbac.authorization.k8s.io/v1
                                kind: RoleBinding
                                metadata: {name: read, creationTimestamp: "2026-01-01T00:00:00Z"}
                                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
                                subjects:
                                - {kind: User, name: ann, apiGroup: rbac.authorization.k8s.io}
                                - {kind: ServiceAccount, name: bot, namespace: shop}
                                """))
                .isEqualTo(
                        """
                        NAME   ROLE          AGE   USERS   GROUPS   SERVICEACCOUNTS
                        read   Role/reader   60m   ann              shop/bot
                        """);
    }

    @Test
    void volumesAndClaimsSayWhoHasWhom() {
        assertThat(
                        table(
                                """
                                apiVersion: v1
                                kind: PersistentVolumeClaim
                                metadata: {name: data, creationTimestamp: "2026-01-01T00:00:00Z"}
                                spec: {volumeName: pv-1, storageClassName: fast, accessModes: [ReadWriteOnce]}
                                status: {phase: Bound, accessModes: [ReadWriteMany, ReadWriteOnce], capacity: {storage: 5Gi}}
                                """))
                .isEqualTo(
                        """
                        NAME   STATUS   VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   VOLUMEATTRIBUTESCLASS   AGE
                        data   Bound    pv-1     5Gi        RWO,RWX        fast           <unset>                 60m
                        """);
    }
}
