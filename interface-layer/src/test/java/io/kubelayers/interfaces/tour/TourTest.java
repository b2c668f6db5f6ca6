package io.kubelayers.interfaces.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.interfaces.report.HtmlReport;
import io.kubelayers.interfaces.report.HtmlReportTest;
import io.kubelayers.interfaces.report.Section;
import io.kubelayers.interfaces.report.TextReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TourTest {
    private static final List<String> TITLES = new ArrayList<>();
    private static TourResult result;
    private static String text;

    @BeforeAll
    static void take() {
        var told = new StringBuilder();
        result = Tour.ofShop(7).run(TITLES::add, section -> told.append(TextReport.render(section)));
        text = told.toString();
    }

    private static String chapter(String title) {
        return result.report().sections().stream()
                .filter(section -> section.title().equals(title))
                .map(TextReport::render)
                .findFirst()
                .orElseThrow()
                .replaceAll("\\s+", " ");
    }

    @Test
    void allIsWell() {
        assertThat(result.problems()).isEmpty();
        assertThat(text).contains("All is well.");
        assertThat(TITLES).hasSize(Tour.standardChapters().size());
        assertThat(result.report().sections()).extracting(Section::title).containsAll(TITLES);
    }

    @Test
    void everyObjectIsAcceptedAndEveryPodRuns() {
        assertThat(chapter("Summary"))
                .contains("41 of 41 objects accepted")
                .contains("26 of 26 pods running or done after");
    }

    @Test
    void refusalsAreThoseOfTheApi() {
        assertThat(chapter("Who may do what"))
                .contains("dana tries to list secrets and gets 403: secrets is forbidden: User \"dana\" cannot list "
                        + "resource \"secrets\" in API group \"\" in the namespace \"shop\"")
                .contains("RBAC: allowed by RoleBinding \"developers/shop\" of Role \"developer\" to User \"dana\"");
        assertThat(chapter("How much is too much"))
                .contains("maximum cpu usage per Container is 2, but limit is 4")
                .contains("exceeded quota: shop, requested: requests.cpu=12, used: requests.cpu=");
    }

    @Test
    void aPodThatFitsNowhereIsToldWhyByEachNode() {
        assertThat(chapter("A node for every pod"))
                .contains("0/5 nodes are available: 1 node(s) had untolerated taint(s), 4 Insufficient" + " cpu.")
                .contains(
                        "node-5 rejected TaintToleration: node(s) had untolerated taint(s): dedicated=batch:NoSchedule");
    }

    @Test
    void theBadVersionIsRolledBackAndTheOldOneServesOn() {
        assertThat(chapter("A new version, a bad one, and back"))
                .contains("ImagePullBackOff")
                .contains("rolled back (template of storefront-")
                .contains("After the rollback: deployment \"storefront\" successfully rolled out. All along, never "
                        + "fewer than 3 pods were ready.");
    }

    @Test
    void namesLeadToPods() {
        assertThat(chapter("From a name to a pod"))
                .contains("storefront: is answered as storefront.shop.svc.cluster.local")
                .contains("the ready endpoints of a headless service")
                .contains("goes to service search:8080 by shop.example Prefix /api/search");
    }

    @Test
    void theAutoscalerScalesUpAndDown() {
        assertThat(chapter("Summary"))
                .containsPattern("autoscaler shop/storefront: 3 to [6-9] replicas over the day, up and down again")
                .containsPattern("autoscaler shop/search: 2 to [4-6] replicas over the day, up and down again");
        assertThat(chapter("A day of load")).contains("cpu resource utilization (percentage of request) above target");
    }

    @Test
    void theDrainRespectsTheBudgets() {
        assertThat(chapter("Two nodes go into repair"))
                .contains("Cannot evict pod as it would violate the pod's disruption budget.");
        assertThat(chapter("Summary")).contains("no budget was broken");
    }

    @Test
    void theForkLeavesTheClusterAlone() {
        assertThat(chapter("What if zone a were gone?"))
                .contains("both nodes of zone a are removed")
                .containsPattern("[0-9]+ replicas of shop/storefront fit, then 0/5 nodes are available");
    }

    @Test
    void theReportIsAPageOfItsOwnWithAllPictures() throws Exception {
        var page = HtmlReport.render(result.report());

        assertThat(HtmlReportTest.parsed(page).getElementsByTagName("svg").getLength())
                .isGreaterThanOrEqualTo(7);
        assertThat(page)
                .doesNotContain("src=", "@import", "<script", "<link")
                .doesNotContainPattern("url\\((?!#chart)");
    }

    @Test
    void theSameSeedTellsTheSameAndAnotherOneAnother() {
        assertThat(taken(7)).isEqualTo(text);
        assertThat(taken(8)).isNotEqualTo(text);
    }

    private static String taken(long seed) {
        var told = new StringBuilder();
        Tour.ofShop(seed).run(title -> {}, section -> told.append(TextReport.render(section)));
        return told.toString();
    }
}
