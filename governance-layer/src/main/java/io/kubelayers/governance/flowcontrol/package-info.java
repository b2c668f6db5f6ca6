/** API priority and fairness (flowcontrol.apiserver.k8s.io/v1). */
@ApiPackage("flowcontrol/v1")
@NullMarked
package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
