package dev.lintel.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.FamilyRole;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.Rulebook;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.rules.engine.DroolsAccessDecisionPoint;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyRulesTest {
    private static final String HOSTILE = "\") ) then System.exit(1); end //\n\\u0022 */ ${x} ' \"";

    @Test
    void writesChoicesAsConstantsAndNamesAsNumbers() {
        assertThat(PolicyRules.text(new Rulebook("1.1", List.of(policy("night", "g1")))))
                .endsWith("""

                        rule "policy 1"
                        when
                            Asked( kind in ( HolderKind.COURIER, HolderKind.GUEST ), identifierType in ( IdentifierType.QR ), \
                        groupType in ( GroupType.FLOOR ), deviceType in ( DeviceType.PANEL ), ofProfile(0), ofGroup(0), within(0), \
                        atDevice(0), inDirection(0), marked(0), inFamily(0), old(0), unused(0), tagged(0), inHours(0) )
                        then
                            findings.concerned(0);
                        end
                        """);
    }

    @Test
    void nothingThatWasTypedGetsIntoTheText() {
        Rulebook harmless = new Rulebook("1.1", List.of(policy("night", "g1")));
        Rulebook hostile = new Rulebook("1.1", List.of(policy(HOSTILE, HOSTILE)));
        assertThat(PolicyRules.text(hostile)).isEqualTo(PolicyRules.text(harmless));
        assertThat(DroolsAccessDecisionPoint.of(hostile).ruleVersion()).startsWith("rulebook-1.1-");
    }

    private static Policy policy(String name, String id) {
        return new Policy(
                id,
                name,
                PolicyEffect.DENY,
                new PolicyHolders(
                        Set.of(HolderKind.GUEST, HolderKind.COURIER),
                        Set.of(name),
                        List.of(id),
                        Set.of(),
                        Set.of(IdentifierType.QR),
                        List.of(id),
                        Set.of(FamilyRole.MEMBER),
                        1,
                        2),
                new PolicyDoors(
                        List.of(id),
                        Set.of(GroupType.FLOOR),
                        List.of(id),
                        Set.of(DeviceType.PANEL),
                        name,
                        Set.of(name)),
                new PolicyTimes(Set.of(), LocalTime.NOON, LocalTime.MIDNIGHT, HolidayUse.ONLY, null, null, List.of(id)),
                0,
                Map.of("en", name));
    }
}
