package io.kubelayers.interfaces.report;

import static org.assertj.core.api.Assertions.assertThat;

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
}
