/** The scheduler and priority classes. */
@NullMarked
package io.kubelayers.application.scheduling;

import org.jspecify.annotations.NullMarked;
