package io.kubelayers.examples.benchmarks;

/** A Deployment as one finds it in clusters, as upstream's benchmarks of codecs and patches take it, and a new image for it. */
final class TypicalDeployment {
    /** What a server holds, in one line. */
    static final String JSON =
            """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"prod",\
            "uid":"5f1a7a0e-8a8b-4a59-9c55-0d3b1a2c4d5e","resourceVersion":"123456","generation":4,\
            "creationTimestamp":"2023-01-02T03:04:05Z","labels":{"app":"web","tier":"frontend","team":"payments"},\
            "annotations":{"deployment.kubernetes.io/revision":"4","note":"typical"}},"spec":{"replicas":3,\
            "selector":{"matchLabels":{"app":"web"}},"strategy":{"type":"RollingUpdate","rollingUpdate":{\
            "maxUnavailable":"25%","maxSurge":"25%"}},"revisionHistoryLimit":10,"progressDeadlineSeconds":600,\
            "template":{"metadata":{"labels":{"app":"web","tier":"frontend"}},"spec":{"restartPolicy":"Always",\
            "terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","serviceAccountName":"web",\
            "schedulerName":"default-scheduler","volumes":[{"name":"config","configMap":{"name":"web-config"}},{\
            "name":"tmp","emptyDir":{}}],"containers":[{"name":"web","image":"registry.example.com/web:1.2.3",\
            "ports":[{"name":"http","containerPort":8080,"protocol":"TCP"},{"name":"metrics","containerPort":9090,\
            "protocol":"TCP"}],"env":[{"name":"LOG_LEVEL","value":"info"},{"name":"POD_NAME","valueFrom":{\
            "fieldRef":{"apiVersion":"v1","fieldPath":"metadata.name"}}},{"name":"DB_HOST","value":"db.prod.svc"}],\
            "resources":{"requests":{"cpu":"100m","memory":"256Mi"},"limits":{"cpu":"1","memory":"512Mi"}},\
            "volumeMounts":[{"name":"config","mountPath":"/etc/web"},{"name":"tmp","mountPath":"/tmp"}],\
            "livenessProbe":{"httpGet":{"path":"/healthz","port":8080,"scheme":"HTTP"},"initialDelaySeconds":5,\
            "periodSeconds":10,"timeoutSeconds":1,"successThreshold":1,"failureThreshold":3},"readinessProbe":{\
            "httpGet":{"path":"/ready","port":8080,"scheme":"HTTP"},"periodSeconds":10,"timeoutSeconds":1,\
            "successThreshold":1,"failureThreshold":3},"imagePullPolicy":"IfNotPresent"},{"name":"sidecar",\
            "image":"registry.example.com/sidecar:0.9","args":["--listen=:15000","--upstream=127.0.0.1:8080"],\
            "resources":{"requests":{"cpu":"50m","memory":"64Mi"}},"imagePullPolicy":"IfNotPresent"}]}}},"status":{\
            "observedGeneration":4,"replicas":3,"updatedReplicas":3,"readyReplicas":3,"availableReplicas":3,\
            "conditions":[{"type":"Available","status":"True","lastUpdateTime":"2023-01-02T03:04:10Z",\
            "lastTransitionTime":"2023-01-02T03:04:10Z","reason":"MinimumReplicasAvailable",\
            "message":"Deployment has minimum availability."},{"type":"Progressing","status":"True",\
            "lastUpdateTime":"2023-01-02T03:04:12Z","lastTransitionTime":"2023-01-02T03:04:05Z",\
            "reason":"NewReplicaSetAvailable","message":"ReplicaSet has successfully progressed."}]}}\
            """;

    /** The same with another image. */
    static final String CHANGED = JSON.replace("web:1.2.3", "web:1.2.4");

    /** The strategic merge patch that makes one of the other. */
    static final String PATCH =
            """
            {"spec":{"template":{"spec":{"containers":[\
            {"name":"web","image":"registry.example.com/web:1.2.4"}]}}}}\
            """;

    private TypicalDeployment() {}
}
