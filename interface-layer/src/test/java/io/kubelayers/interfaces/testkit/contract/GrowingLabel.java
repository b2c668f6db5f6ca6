package io.kubelayers.interfaces.testkit.contract;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import java.util.List;

/** The contract of a plugin that breaks it; its name keeps it from being run as a test of its own. */
record GrowingLabel(AdmissionPlugin plugin, List<AdmissionRequest> requests) implements AdmissionPluginContract {}
