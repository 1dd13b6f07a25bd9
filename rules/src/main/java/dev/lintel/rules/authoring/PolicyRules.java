package dev.lintel.rules.authoring;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes policies in Drools' rule language. Nothing that anybody typed gets into the text: choices stand in it as the names of
 * constants, and ids and names as the number of the policy that has them, so that no text can become a program.
 */
public final class PolicyRules {
    private static final String HEAD = """
            package dev.lintel.rules.access
            import dev.lintel.domain.device.DeviceType
            import dev.lintel.domain.group.GroupType
            import dev.lintel.domain.identifier.IdentifierType
            import dev.lintel.domain.rulebook.HolderKind
            global dev.lintel.rules.access.Findings findings
            """;

    private PolicyRules() {}

    /** The text of a rulebook, one rule for each policy, named {@code policy 1} and so on. */
    public static String text(Rulebook rulebook) {
        StringBuilder text = new StringBuilder(HEAD);
        List<Policy> policies = rulebook.policies();
        for (int i = 0; i < policies.size(); i++) {
            text.append(rule(policies.get(i), i));
        }
        return text.toString();
    }

    private static String rule(Policy policy, int number) {
        String egress = policy.effect() == PolicyEffect.EGRESS ? "    findings.openForEgress();\n" : "";
        return "\nrule \"policy %d\"\nwhen\n    Asked( %s )\nthen\n    findings.concerned(%d);\n%send\n"
                .formatted(number + 1, String.join(", ", constraints(policy, number)), number, egress);
    }

    private static List<String> constraints(Policy policy, int number) {
        List<String> all = new ArrayList<>();
        PolicyHolders holders = policy.holders();
        among(all, "kind", "HolderKind", holders.kinds());
        among(all, "identifierType", "IdentifierType", holders.identifiers());
        among(all, "groupType", "GroupType", policy.doors().groupTypes());
        among(all, "deviceType", "DeviceType", policy.doors().deviceTypes());
        named(all, !holders.profiles().isEmpty(), "ofProfile", number);
        named(all, !holders.groups().isEmpty(), "ofGroup", number);
        named(all, !holders.groupTypes().isEmpty(), "ofGroupType", number);
        named(all, !policy.doors().groups().isEmpty(), "within", number);
        named(all, !policy.doors().devices().isEmpty(), "atDevice", number);
        named(all, policy.doors().accessPoint() != null || policy.doors().sparesWayOut(), "inDirection", number);
        named(all, !holders.markers().isEmpty(), "marked", number);
        named(all, !holders.family().isEmpty(), "inFamily", number);
        named(all, holders.olderThan() != null, "old", number);
        named(all, holders.unusedFor() != null, "unused", number);
        named(all, !policy.doors().tags().isEmpty(), "tagged", number);
        named(all, !policy.times().equals(PolicyTimes.ALWAYS), "inHours", number);
        return all;
    }

    private static void among(List<String> all, String field, String type, Collection<? extends Enum<?>> choices) {
        if (!choices.isEmpty()) {
            all.add(choices.stream()
                    .map(Enum::name)
                    .sorted()
                    .map(name -> type + "." + name)
                    .collect(Collectors.joining(", ", field + " in ( ", " )")));
        }
    }

    private static void named(List<String> all, boolean asked, String question, int number) {
        if (asked) {
            all.add(question + "(" + number + ")");
        }
    }
}
