package io.kubelayers.interfaces.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

/** Who may do what: auth, impersonation, tokens, certificates, kubeconfigs. */
@WithRealClient
class KubectlAccessTest {
    private static final String REQUEST =
            """
            apiVersion: certificates.k8s.io/v1
            kind: CertificateSigningRequest
            metadata: {name: %s}
            spec:
              request: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlITU1IUUNBUUF3RWpFUU1BNEdBMVVFQXd3SGMyaHZjSEJsY2pCWk1CTUdCeXFHU000OUFnRUdDQ3FHU000OQpBd0VIQTBJQUJJQ1FJSm9XaDlIeXErUnlhUllXSWxReEdrNkJvVGh1aGJvSkdaR204S1hyVTVCeVJkSyttaEpiClAzUk5kdGtHa0ErbFRBN1dsTTdNaFdTSTJ1SmtDQmlnQURBS0JnZ3Foa2pPUFFRREFnTklBREJGQWlBMm9IU0YKa01ZR0JUdHgxYUg5WjF2NVlHN2YyU1VJUHU3bmlmMlpwYzJYWndJaEFKSUlBejAzWTNWTUZaTmRBYUNEK0M2eAp3SU55cUZwMmZ1S3VGay9BNFd0aAotLS0tLUVORCBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0K
              signerName: example.com/shop
              usages: [client auth]
            """;

    @Test
    void theAdministratorMayEverythingAndAsksForOthers(RealClient kubectl) {
        assertThat(kubectl.ok("auth", "whoami")).contains("kubernetes-admin", "system:masters");
        assertThat(kubectl.ok("auth", "whoami", "--as=jane", "--as-group=testers"))
                .contains("jane", "testers", "system:authenticated");
        assertThat(kubectl.ok("auth", "can-i", "*", "*")).contains("yes");
        assertThat(kubectl.fails("auth", "can-i", "get", "pods", "--as=jane")).contains("no");
        kubectl.ok("create", "role", "pod-reader", "--verb=get,list", "--resource=pods,pods/log");
        kubectl.ok("create", "rolebinding", "jane-reads", "--role=pod-reader", "--user=jane");
        assertThat(kubectl.ok("auth", "can-i", "get", "pods", "--as=jane")).contains("yes");
        assertThat(kubectl.ok("auth", "can-i", "get", "pods", "--subresource=log", "--as=jane"))
                .contains("yes");
        assertThat(kubectl.ok("auth", "can-i", "--list", "--as=jane"))
                .containsPattern("pods +\\[\\] +\\[\\] +\\[get list\\]");
        assertThat(kubectl.ok("get", "pods", "--as=jane")).contains("No resources found");
        assertThat(kubectl.fails("get", "secrets", "--as=jane"))
                .contains(
                        "secrets is forbidden: User \"jane\" cannot list resource \"secrets\" in API group \"\" in the namespace \"default\"");
        assertThat(kubectl.fails("get", "pods", "--as-group=testers")).contains("without impersonating a user");
    }

    @Test
    void reconcileAddsWhatIsMissing(RealClient kubectl) {
        var role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: grown, namespace: default}\n"
                + "rules: [{apiGroups: [''], resources: [%s], verbs: [get]}]\n";
        kubectl.fed(role.formatted("pods"), "auth", "reconcile", "-f", "-");

        assertThat(kubectl.fed(role.formatted("configmaps"), "auth", "reconcile", "-f", "-"))
                .contains("grown reconciled");
        assertThat(kubectl.ok("get", "role", "grown", "-o", "jsonpath={.rules[*].resources}"))
                .isEqualTo("[\"pods\"] [\"configmaps\"]");
    }

    @Test
    void aTokenActsForItsAccount(RealClient kubectl) {
        kubectl.ok("create", "serviceaccount", "builder");
        var token = kubectl.ok("create", "token", "builder", "--duration=10m").strip();
        kubectl.ok("config", "set-credentials", "builder", "--token=" + token);
        kubectl.ok("config", "set-context", "as-builder", "--cluster=kubelayers", "--user=builder");

        assertThat(kubectl.ok("auth", "whoami", "--context=as-builder"))
                .contains("system:serviceaccount:default:builder");
        assertThat(kubectl.fails("get", "pods", "--context=as-builder"))
                .contains("User \"system:serviceaccount:default:builder\" cannot list resource \"pods\"");
        kubectl.ok("config", "set-credentials", "builder", "--token=" + token + "x");
        assertThat(kubectl.fails("get", "pods", "--context=as-builder"))
                .contains("You must be logged in to the server");
        assertThat(kubectl.ok("config", "get-contexts", "-o", "name")).contains("as-builder", "kubelayers");
        assertThat(kubectl.ok("config", "view")).contains("DATA+OMITTED", "as-builder");
        kubectl.ok("config", "delete-context", "as-builder");
    }

    @Test
    void certificateRequestsAreApprovedOrDenied(RealClient kubectl) {
        kubectl.fed(REQUEST.formatted("good"), "create", "-f", "-");
        kubectl.fed(REQUEST.formatted("bad"), "create", "-f", "-");

        assertThat(kubectl.ok("get", "csr", "good", "--no-headers"))
                .contains("example.com/shop", "kubernetes-admin", "Pending");
        assertThat(kubectl.ok("certificate", "approve", "good")).contains("good approved");
        assertThat(kubectl.ok("certificate", "deny", "bad")).contains("bad denied");
        assertThat(kubectl.ok("get", "csr", "--no-headers"))
                .containsPattern("good .*Approved")
                .containsPattern("bad .*Denied");
    }

    @Test
    void anApprovedClientGetsACertificateAndIsKnownByIt(RealClient kubectl) throws Exception {
        var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
        var asked = new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=carla, O=testers"), keys.getPublic())
                .build(signer);
        var pem = pem("CERTIFICATE REQUEST", asked.getEncoded());
        kubectl.fed(
                """
                apiVersion: certificates.k8s.io/v1
                kind: CertificateSigningRequest
                metadata: {name: carla}
                spec:
                  request: %s
                  signerName: kubernetes.io/kube-apiserver-client
                  usages: [client auth]
                """
                        .formatted(Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII))),
                "create",
                "-f",
                "-");
        kubectl.ok("certificate", "approve", "carla");
        kubectl.ok("wait", "--for=jsonpath={.status.certificate}", "csr/carla", "--timeout=60s");
        var certificate = kubectl.ok("get", "csr", "carla", "-o", "jsonpath={.status.certificate}");
        kubectl.file("carla.crt", new String(Base64.getDecoder().decode(certificate), StandardCharsets.US_ASCII));
        kubectl.file("carla.key", pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        kubectl.ok("config", "set-credentials", "carla", "--client-certificate=carla.crt", "--client-key=carla.key");

        assertThat(kubectl.ok("auth", "whoami", "--user=carla")).contains("carla", "testers", "system:authenticated");
        assertThat(kubectl.ok("get", "csr", "carla", "--no-headers")).contains("Approved,Issued");
    }

    private static String pem(String what, byte[] bytes) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
