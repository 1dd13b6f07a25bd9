package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;

/** Makes policies ready to decide. Takes a second or so, so it is never done while a door waits. */
public interface RuleCompiler {
    /** Lets the decision point of the server decide by this version from now on, when facts name it. */
    void prepare(Rulebook rulebook);

    /** Another version is in force instead. What was decided by this one can still be decided again. */
    void retire(String version);

    /**
     * Something that decides by these policies whatever version facts name: a draft, before anybody is bound by it.
     *
     * @return never throws while it decides, see {@link AccessDecisionPoint}
     */
    AccessDecisionPoint trial(Rulebook draft);
}
