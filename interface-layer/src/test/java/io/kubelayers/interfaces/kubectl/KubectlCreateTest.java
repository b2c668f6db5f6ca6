package io.kubelayers.interfaces.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** kubectl create with all its generators, run, label, annotate, edit, wait and delete. */
@WithRealClient
class KubectlCreateTest {
    @ParameterizedTest(name = "create {0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "clusterrole made --verb=get,list --resource=pods,deployments.apps ~ clusterrole made ~ {.rules[*].resources} ~ [\"pods\"] [\"deployments\"]",
                "clusterrolebinding made --clusterrole=view --user=jane ~ clusterrolebinding made ~ {.subjects[*].name} ~ jane",
                "configmap made --from-literal=a=b ~ configmap made ~ {.data.a} ~ b",
                "cronjob made --image=task:1 --schedule=@hourly ~ cronjob made ~ {.spec.schedule} ~ @hourly",
                "deployment made --image=web:1 --replicas=0 ~ deployment made ~ {.spec.replicas} ~ 0",
                "ingress made --rule=shop.example.com/cart*=web:80 ~ ingress made ~ {.spec.rules[0].http.paths[0].pathType} ~ Prefix",
                "job made --image=task:1 ~ job made ~ {.spec.backoffLimit} ~ 6",
                "namespace made ~ namespace made ~ {.status.phase} ~ Active",
                "poddisruptionbudget made --selector=app=a --min-available=50% ~ pdb made ~ {.spec.minAvailable} ~ 50%",
                "priorityclass made --value=7 ~ priorityclass made ~ {.value} ~ 7",
                "quota made --hard=pods=50 ~ quota made ~ {.spec.hard.pods} ~ 50",
                "role made --verb=get --resource=pods --resource-name=web ~ role made ~ {.rules[0].resourceNames[0]} ~ web",
                "rolebinding made --role=made --serviceaccount=default:made ~ rolebinding made ~ {.subjects[0].kind} ~ ServiceAccount",
                "secret generic made --from-literal=a=b ~ secret made ~ {.data.a} ~ Yg==",
                "secret docker-registry pull --docker-username=u --docker-password=p ~ secret pull ~ {.type} ~ kubernetes.io/dockerconfigjson",
                "service clusterip made --tcp=80:8080 ~ service made ~ {.spec.ports[0].targetPort} ~ 8080",
                "service nodeport gate --tcp=80 ~ service gate ~ {.spec.type} ~ NodePort",
                "service externalname away --external-name=example.com ~ service away ~ {.spec.externalName} ~ example.com",
                "serviceaccount made ~ serviceaccount made ~ {.metadata.name} ~ made",
            })
    void everyGeneratorMakesItsObject(String create, String get, String path, String value, RealClient kubectl) {
        var words = ("create " + create).split(" ");
        var dryRun = java.util.Arrays.copyOf(words, words.length + 1);
        dryRun[words.length] = "--dry-run=server";

        assertThat(kubectl.ok(dryRun)).contains("created (server dry run)");
        assertThat(kubectl.ok(words)).contains(" created");
        var read = ("get " + get + " -o jsonpath=" + path).split(" ");
        assertThat(kubectl.ok(read)).isEqualTo(value);
    }

    @Test
    void theServerRefusesInItsOwnWords(RealClient kubectl) {
        kubectl.ok("create", "configmap", "twice");

        assertThat(kubectl.fails("create", "configmap", "twice"))
                .contains("error: failed to create configmap: configmaps \"twice\" already exists");
        assertThat(kubectl.fails("create", "configmap", "Not_A_Name"))
                .contains("a lowercase RFC 1123 subdomain must consist of");
        assertThat(kubectl.fails("create", "deployment", "d", "--image=web:1", "-n", "nowhere"))
                .contains("namespaces \"nowhere\" not found");
        assertThat(kubectl.fedFails(
                        "apiVersion: example.com/v1\nkind: Bogus\nmetadata: {name: b}\n", "apply", "-f", "-"))
                .contains("no matches for kind \"Bogus\" in version \"example.com/v1\"");
    }

    @Test
    void yamlIsNotJson(RealClient kubectl) {
        var yaml = kubectl.file("raw.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n");

        assertThat(kubectl.fails("create", "--raw", "/api/v1/namespaces", "-f", yaml))
                .contains(
                        "the object provided is unrecognized (must be of type Namespace): couldn't get version/kind; "
                                + "json parse error: invalid character 'a' looking for beginning of value (61706956657273696f6e");
    }

    @Test
    void runLabelAnnotateEdit(RealClient kubectl) {
        kubectl.ok("run", "solo", "--image=web:1", "--labels=tier=front", "--env=MODE=fast", "--port=80", "--expose");
        kubectl.ok("wait", "--for=condition=Ready", "pod/solo", "--timeout=60s");
        assertThat(kubectl.ok("get", "svc", "solo", "-o", "jsonpath={.spec.selector.tier}"))
                .isEqualTo("front");
        assertThat(kubectl.fails("label", "pod", "solo", "tier=back"))
                .contains("already has a value (front), and --overwrite is false");
        kubectl.ok("label", "pod", "solo", "tier=back", "--overwrite");
        kubectl.ok("label", "pod", "solo", "tier-");
        kubectl.ok("annotate", "pod", "solo", "note=kept");
        assertThat(kubectl.ok("label", "pods", "--all", "--list")).doesNotContain("tier=");
        var editor = kubectl.file("edit.sh", "#!/bin/sh\nsed -i 's/note: kept/note: edited/' $1\n");
        new java.io.File(editor).setExecutable(true);
        assertThat(kubectl.with("EDITOR", editor).ok("edit", "pod/solo")).contains("pod/solo edited");
        assertThat(kubectl.ok("get", "pod", "solo", "-o", "jsonpath={.metadata.annotations.note}"))
                .isEqualTo("edited");
        assertThat(kubectl.with("EDITOR", "true").ok("edit", "pod/solo")).contains("Edit cancelled");
        kubectl.ok("delete", "pod,svc", "solo", "--now");
    }

    @Test
    void deletionCascadesAsAsked(RealClient kubectl) {
        for (var mode : new String[] {"background", "foreground", "orphan"}) {
            kubectl.ok("create", "deployment", "owner", "--image=web:1", "--replicas=1");
            kubectl.ok("rollout", "status", "deploy/owner", "--timeout=60s");
            kubectl.ok("delete", "deployment", "owner", "--cascade=" + mode, "--timeout=60s");
            if (mode.equals("orphan")) {
                assertThat(kubectl.ok("get", "rs,pods", "-l", "app=owner", "-o", "name"))
                        .contains("replicaset", "pod/");
                kubectl.ok("delete", "rs,pods", "-l", "app=owner", "--now");
            } else {
                kubectl.ok("wait", "--for=delete", "pods", "-l", "app=owner", "--timeout=60s");
            }
            kubectl.ok("wait", "--for=delete", "rs", "-l", "app=owner", "--timeout=60s");
        }
        assertThat(kubectl.fails("delete", "pods")).contains("resource(s) were provided, but no name was specified");
        assertThat(kubectl.ok("delete", "cm", "gone", "--ignore-not-found")).isEmpty();
    }

    @Test
    void aNamespaceTakesItsContentAlong(RealClient kubectl) {
        kubectl.ok("create", "namespace", "short");
        kubectl.ok("create", "deployment", "web", "-n", "short", "--image=web:1");
        kubectl.ok("delete", "namespace", "short", "--wait=false");
        kubectl.ok("wait", "--for=delete", "namespace/short", "--timeout=60s");

        assertThat(kubectl.fails("get", "namespace", "short")).contains("namespaces \"short\" not found");
    }

    @Test
    void waitKnowsConditionsFieldsCreationAndTime(RealClient kubectl) throws Exception {
        kubectl.ok("run", "awaited", "--image=web:1");

        assertThat(kubectl.ok("wait", "--for=jsonpath={.status.phase}=Running", "pod/awaited", "--timeout=60s"))
                .contains("condition met");
        assertThat(kubectl.fails("wait", "--for=condition=Never", "pod/awaited", "--timeout=1s"))
                .contains("timed out waiting for the condition on pods/awaited");
        var later = new Thread(() -> kubectl.ok("create", "configmap", "later"));
        later.start();
        assertThat(kubectl.ok("wait", "--for=create", "cm/later", "--timeout=60s"))
                .contains("configmap/later condition met");
        later.join();
        kubectl.ok("delete", "pod", "awaited", "--now");
    }
}
