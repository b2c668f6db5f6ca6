package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static StoreEvent event(long revision) {
        Key key = StoreContract.key("default", "n" + revision);
        return StoreEvent.added(new Stored(key, StoreContract.configMap(key, "x"), revision, revision));
    }

    /** Events at the even revisions from 2. */
    private static History ofEvents(int number) {
        History history = History.EMPTY;
        for (int i = 1; i <= number; i++) {
            history = history.append(event(2L * i));
        }
        return history;
    }

    private static List<Long> revisions(History history) {
        List<Long> revisions = new ArrayList<>();
        for (long position = history.first(); position < history.end(); position++) {
            revisions.add(history.get(position).revision());
        }
        return revisions;
    }

    @Test
    void anEventIsFoundByTheRevisionBefore() {
        History history = ofEvents(1000);
        for (int revision = 0; revision <= 2000; revision++) {
            assertThat(history.after(revision)).isEqualTo(revision / 2);
        }
    }

    @Test
    void positionsStayWhenOldEventsAreForgotten() {
        History whole = ofEvents(300);
        for (int revision = 0; revision <= 600; revision += 7) {
            History rest = whole.forget(revision);
            int kept = revision / 2;

            assertThat(rest.first()).isEqualTo(kept);
            assertThat(rest.end()).isEqualTo(300);
            assertThat(revisions(rest)).isEqualTo(revisions(whole).subList(kept, 300));
            assertThat(rest.append(event(602)).end()).isEqualTo(301);
        }
    }

    @Test
    void forgettingOnInSmallStepsIsForgettingAtOnce() {
        History history = ofEvents(300);
        for (int revision = 0; revision <= 500; revision++) {
            history = history.forget(revision);
        }

        assertThat(revisions(history)).isEqualTo(revisions(ofEvents(300).forget(500)));
    }

    @Test
    void twoHistoriesGoOnFromOneWithoutMeeting() {
        for (int common = 0; common < 130; common++) {
            History before = ofEvents(common);
            History one = before.append(event(1001));
            History two = before.append(event(1002));

            assertThat(one.get(common).revision()).isEqualTo(1001);
            assertThat(two.get(common).revision()).isEqualTo(1002);
            assertThat(before.end()).isEqualTo(common);
        }
    }
}
