package dev.lintel.standalone.local;

import dev.lintel.domain.audit.seal.ChainReport;
import dev.lintel.domain.audit.seal.ExpectedHead;
import dev.lintel.domain.audit.seal.Fault;
import dev.lintel.domain.audit.seal.Removed;
import dev.lintel.standalone.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Verifies the seals of the ACS log and the audit, on the running server, or in its database when it does not run. */
public final class VerifyLogCommand implements Command {
    private static final String EXPECT = "--expect";

    @Override
    public String name() {
        return "verify-log";
    }

    @Override
    public String usage() {
        return "[--expect CHAIN=NUMBER:HASH]...\n  checks that nobody has changed the ACS log or the audit, and prints the"
                + " head of each chain;\n  keep the heads elsewhere, and --expect finds out whether a chain was made anew";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws IOException, InterruptedException {
        List<ExpectedHead> expected = new ArrayList<>();
        for (int i = 0; i < args.size(); i += 2) {
            if (!args.get(i).equals(EXPECT) || i + 1 == args.size()) {
                err.println("lintel verify-log " + usage());
                return 2;
            }
            try {
                expected.add(ExpectedHead.parse(args.get(i + 1)));
            } catch (IllegalArgumentException malformed) {
                err.println(malformed.getMessage());
                return 2;
            }
        }
        Telling telling = new Telling(out, err);
        try (Services services = Services.open()) {
            services.verify(expected, telling::tell);
        }
        return telling.broken == 0 ? 0 : 1;
    }

    /** Prints what a verification says. */
    private static final class Telling {
        private static final int STEP_PERCENT = 10;

        private final PrintStream out;
        private final PrintStream err;
        private int nextPercent = STEP_PERCENT;
        private long broken;

        Telling(PrintStream out, PrintStream err) {
            this.out = out;
            this.err = err;
        }

        void tell(VerificationLine line) {
            if (line.progress() != null) {
                progress((int) (line.progress() * 100));
            }
            if (line.chains() != null) {
                found(line.chains());
            }
        }

        private void progress(int percent) {
            if (percent >= nextPercent) {
                err.println("verifying: " + percent + " %");
                nextPercent = percent - percent % STEP_PERCENT + STEP_PERCENT;
            }
        }

        private void found(List<ChainReport> chains) {
            // as --expect takes it
            chains.forEach(chain -> out.println(chain.chain() + "=" + chain.seals() + ":" + chain.head()));
            chains.forEach(this::removed);
            chains.forEach(this::fault);
            broken = chains.stream().filter(chain -> !chain.isWhole()).count();
            out.println(
                    broken == 0
                            ? "all " + chains.size() + " chains are whole"
                            : broken + " of " + chains.size() + " chains are broken");
        }

        private void removed(ChainReport chain) {
            Removed removed = chain.removed();
            if (removed != null) {
                out.println(chain.chain() + ": entries up to number " + removed.until() + " (" + removed.entries()
                        + " of them) were removed on " + removed.at() + ", since they were older than "
                        + removed.olderThan() + " and the log is not kept so long"
                        + (removed.underWay() ? "; the removal is under way" : ""));
            }
            chain.gone()
                    .forEach(head -> out.println(head.chain() + "=" + head.number()
                            + " cannot be compared any more: its seal was removed with them"));
        }

        private void fault(ChainReport chain) {
            Fault fault = chain.fault();
            if (fault != null) {
                String place = fault.number() == 0 ? "" : " at number " + fault.number();
                String entry = fault.entry() == null ? "" : ", entry " + fault.entry();
                err.println(chain.chain() + " is broken" + place + entry + ": " + reason(fault));
            }
        }

        private static String reason(Fault fault) {
            return switch (fault.kind()) {
                case CHANGED ->
                    fault.groups().isEmpty()
                            ? "it was changed together with its seal"
                            : "it was changed: " + String.join(", ", fault.groups());
                case MISSING -> "it is missing";
                case INSERTED -> "it was slipped in";
                case REORDERED -> "it stands where another one was";
                case SEAL_CHANGED -> "its seal was changed";
                case CUT_OFF -> "the end of the chain is missing";
                case UNSEALED -> "it has waited for its seal for more than a minute";
                case ERASED_UNRECORDED -> "personal fields were erased, and no sealed audit entry says so";
                case REMOVED_UNRECORDED -> "the older part is gone, and no sealed audit entry says that it was removed";
                case NOT_AS_EXPECTED -> "it is not the head that was expected; the chain was made anew";
            };
        }
    }
}
