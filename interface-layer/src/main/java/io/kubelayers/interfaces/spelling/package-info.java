/**
 * What somebody may have meant who wrote a name that is not there, for messages of the command line and the test kit:
 * {@code typo of web-frontend?}
 */
@NullMarked
package io.kubelayers.interfaces.spelling;

import org.jspecify.annotations.NullMarked;
