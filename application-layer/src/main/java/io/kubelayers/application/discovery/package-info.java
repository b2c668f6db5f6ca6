/** Services, their endpoints and addresses. */
@ApiPackage("core/v1")
@NullMarked
package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
