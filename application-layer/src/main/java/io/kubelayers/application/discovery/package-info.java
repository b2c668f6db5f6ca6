/** Services, their endpoints and addresses. */
@NullMarked
package io.kubelayers.application.discovery;

import org.jspecify.annotations.NullMarked;
