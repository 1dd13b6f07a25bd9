package dev.lintel.ui.rulebook;

import org.springframework.stereotype.Component;

/** What the page of the rules shows beside the policies. */
@Component
record PageParts(DraftEffects effects, ThreatDesk.Parts threats) {}
