package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Security settings that apply on Windows only.
 *
 * @param gmsaCredentialSpecName Name of the group managed service account credential spec; null means none.
 * @param gmsaCredentialSpec Content of the credential spec, normally filled in by a webhook from its name.
 * @param runAsUserName Windows user that runs the process; null means the pod's or the image's user.
 * @param hostProcess True runs directly on the host; must agree over all containers and needs hostNetwork.
 */
@RecordBuilder
public record WindowsSecurityContextOptions(
        @Pb(1) @Nullable String gmsaCredentialSpecName,
        @Pb(2) @Nullable String gmsaCredentialSpec,
        @Pb(3) @Nullable String runAsUserName,
        @Pb(4) @Nullable Boolean hostProcess)
        implements WindowsSecurityContextOptionsBuilder.With {}
