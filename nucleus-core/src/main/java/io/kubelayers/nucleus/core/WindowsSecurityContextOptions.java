package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param gmsaCredentialSpecName TODO-DOC
 * @param gmsaCredentialSpec TODO-DOC
 * @param runAsUserName TODO-DOC
 * @param hostProcess TODO-DOC
 */
@RecordBuilder
public record WindowsSecurityContextOptions(
    @Pb(1) @Nullable String gmsaCredentialSpecName,
    @Pb(2) @Nullable String gmsaCredentialSpec,
    @Pb(3) @Nullable String runAsUserName,
    @Pb(4) @Nullable Boolean hostProcess)
    implements WindowsSecurityContextOptionsBuilder.With {

}
