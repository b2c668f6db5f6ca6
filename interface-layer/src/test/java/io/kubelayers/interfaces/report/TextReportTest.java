package io.kubelayers.interfaces.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TextReportTest {
    @Test
    void everyPartHasATextualForm() {
        assertThat(TextReport.render(Reports.SECTION))
                .isEqualTo(
                        """
                == All of it  [governance]
                  Less < more & "so".
                  - pod/a: too <much> [quota]
                    + fits [rule]
                  NAME      AGE
                  web       3d
                  database  10d
                  Replicas (pods)
                    web  ▃█▅  1 to 4
                    db   ▁▁▁  0 to 0
                  Nodes
                    node-1     zone a                       cpu  50%  memory 150%  ## 2 pods
                  The way
                    interface   apply                      sends it
                    nucleus     store                      keeps it

                """);
    }

    @Property
    void aScaleHasFewTicksAndReachesTheHighestValue(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long thousandths) {
        double highest = thousandths / 1000.0;
        double tick = Scale.tick(highest);

        assertThat(Math.ceil(highest / tick)).isBetween(1.0, 4.0);
    }
}
