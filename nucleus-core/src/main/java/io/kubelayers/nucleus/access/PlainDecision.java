package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.explain.Finding;

/** A decision whose explanation is there already. */
record PlainDecision(Verdict verdict, String reason, Finding finding) implements AccessDecision {}
