package dev.lintel.ui.rulebook;

import dev.lintel.domain.rulebook.DenialWatches;
import dev.lintel.domain.rulebook.NodeStates;
import dev.lintel.domain.rulebook.OfflineEffects;
import dev.lintel.domain.rulebook.Releases;
import dev.lintel.domain.rulebook.ScenarioTexts;
import org.springframework.stereotype.Component;

/** What puts rules in force, and what watches over them then. */
@Component
record ReleaseServices(
        Releases releases, DenialWatches watches, NodeStates nodes, ScenarioTexts texts, OfflineEffects offline) {}
