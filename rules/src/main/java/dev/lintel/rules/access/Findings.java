package dev.lintel.rules.access;

import dev.lintel.domain.access.Obligation;
import dev.lintel.domain.access.ReasonCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules find about one request: the {@code findings} of every rule. Rules only ever add to it, in any order; the
 * engine makes one decision of all of it.
 */
public final class Findings {
    private final List<String> rules = new ArrayList<>();
    private final List<Obligation> obligations = new ArrayList<>();
    private final BitSet concerned = new BitSet();
    private @Nullable ReasonCode refusal;
    private boolean forbidden;
    private boolean allowed;
    private boolean egress;

    /** The identifier opens nothing here. The earliest of several reasons counts. */
    public void refuse(ReasonCode reason) {
        if (refusal == null || reason.compareTo(refusal) < 0) {
            refusal = reason;
        }
    }

    /** The restriction got so far. */
    public void reached(Candidate restriction, ReasonCode reason) {
        restriction.reach(reason);
    }

    /** The policy of this number of the rulebook concerns the request. */
    public void concerned(int policy) {
        concerned.set(policy);
    }

    /** A rule forbids it. */
    public void forbid() {
        forbidden = true;
    }

    /** A rule allows what no restriction does. */
    public void allow() {
        allowed = true;
    }

    /** A rule obliges to something. */
    public void oblige(Obligation obligation) {
        obligations.add(obligation);
    }

    /** An emergency opens the way out, whatever else holds. */
    public void openForEgress() {
        egress = true;
    }

    /** A rule of this name is about to fire. */
    public void fired(String rule) {
        if (!rules.contains(rule)) {
            rules.add(rule);
        }
    }

    /** Names of the rules that fired, in that order, none twice. */
    public List<String> rules() {
        return rules;
    }

    public List<Obligation> obligations() {
        return obligations;
    }

    /** Numbers of the policies that concern the request. */
    public BitSet policies() {
        return concerned;
    }

    /** Why the identifier opens nothing; null when nothing speaks against it. */
    public @Nullable ReasonCode refusal() {
        return refusal;
    }

    public boolean isForbidden() {
        return forbidden;
    }

    public boolean isAllowed() {
        return allowed;
    }

    public boolean isEgress() {
        return egress;
    }
}
