package io.kubelayers.interfaces.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The real helm with the chart {@code shop}: a deployment, a kind of its own, a hook that prepares and a test. */
@WithRealClient
class HelmTest {
    private static final String WAIT = "--timeout=60s";

    private static String chart() {
        try {
            return Path.of(Objects.requireNonNull(HelmTest.class.getResource("/charts/shop"))
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReleaseLivesFromInstallToUninstall(RealClient helm) {
        assertThat(helm.ok("install", "life", chart(), "--wait", WAIT))
                .contains("STATUS: deployed", "life serves on port 80.");
        assertThat(helm.ok("list")).containsPattern("life\\s+default\\s+1\\s.*deployed\\s+shop-0.1.0");
        assertThat(helm.ok("upgrade", "life", chart(), "--set", "greeting=hi,replicas=1", "--wait", WAIT))
                .contains("has been upgraded");
        assertThat(helm.ok("get", "values", "life")).contains("greeting: hi");
        assertThat(helm.ok("get", "manifest", "life")).contains("kind: Cart", "value: \"hi\"");
        assertThat(helm.ok("get", "hooks", "life")).contains("kind: Job");
        assertThat(helm.ok("status", "life")).contains("REVISION: 2", "life-web   1/1", "==> v1/Cart");
        assertThat(helm.ok("test", "life", WAIT)).contains("TEST SUITE:     life-greets", "Phase:          Succeeded");
        assertThat(helm.ok("rollback", "life", "1", "--wait", WAIT)).contains("Rollback was a success");
        assertThat(helm.ok("history", "life")).contains("superseded", "Rollback to 1");
        assertThat(helm.ok("uninstall", "life", "--wait", WAIT)).contains("release \"life\" uninstalled");
        assertThat(helm.ok("list", "-q")).doesNotContain("life");
        assertThat(helm.fails("status", "life")).contains("release: not found");
    }

    @Test
    void hooksRunBeforeAndTheirFailureStopsTheInstall(RealClient helm) {
        assertThat(helm.fails("install", "early", chart(), "--set", "prepare=broken:1", "--wait", "--timeout=5s"))
                .contains("pre-install");
        assertThat(helm.ok("list", "--failed", "-q")).contains("early");
        assertThat(helm.ok("upgrade", "--install", "early", chart(), "--reset-values", "--wait", WAIT))
                .contains("STATUS: deployed");
        helm.ok("uninstall", "early");
    }

    @Test
    void aFailedUpgradeIsSeenAndMended(RealClient helm) {
        helm.ok("install", "mended", chart(), "--wait", WAIT);

        assertThat(helm.fails("upgrade", "mended", chart(), "--set", "port=70000", WAIT))
                .contains(
                        "UPGRADE FAILED",
                        "spec.ports[0].port: Invalid value: 70000: must be between 1 and 65535, inclusive");
        assertThat(helm.ok("history", "mended"))
                .containsPattern("1\\s.*deployed")
                .containsPattern("2\\s.*failed");
        assertThat(helm.fails("upgrade", "mended", chart(), "--set", "port=70000", "--rollback-on-failure", WAIT))
                .contains("has been rolled back due to rollback-on-failure being set");
        assertThat(helm.ok("history", "mended")).containsPattern("4\\s.*deployed.*Rollback to 1");
        assertThat(helm.ok("upgrade", "mended", chart(), "--set", "port=81", "--wait", WAIT))
                .contains("REVISION: 5");
        helm.ok("uninstall", "mended");
    }

    @Test
    void podsThatNeverGetReadyRollTheUpgradeBack(RealClient helm) {
        helm.ok("install", "ready", chart(), "--wait", WAIT);

        assertThat(helm.fails(
                        "upgrade",
                        "ready",
                        chart(),
                        "--set",
                        "image=broken:1",
                        "--rollback-on-failure",
                        "--timeout=8s"))
                .contains("rolled back due to rollback-on-failure being set");
        assertThat(helm.ok("get", "manifest", "ready"))
                .contains("image: shop:1.0")
                .doesNotContain("broken");
        helm.ok("uninstall", "ready");
    }

    @Test
    void dryRunsAskTheServer(RealClient helm) {
        assertThat(helm.ok("install", "dry", chart(), "--dry-run=server", "--skip-crds"))
                .contains("STATUS: pending-install", "kind: Service");
        assertThat(helm.ok("list", "-q")).doesNotContain("dry");
    }
}
