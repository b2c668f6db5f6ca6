/** API priority and fairness (flowcontrol.apiserver.k8s.io/v1). */
@NullMarked
package io.kubelayers.governance.flowcontrol;

import org.jspecify.annotations.NullMarked;
