package dev.lintel.domain.rulebook;

import static dev.lintel.domain.rulebook.Policies.closed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.TestActors;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.WantedFacts;
import dev.lintel.domain.notification.NotificationKind;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.site.Site;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

/** Two servers on one database say whether each of them has switched. */
@Tag("RU-5")
class NodeStatesIT extends RuledHouseIT {
    @Autowired
    NodeStates nodes;

    @Autowired
    NodeStore store;

    @Autowired
    NodeName name;

    @Autowired
    AccessDirectory directory;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    private final AccessDirectory otherDirectory = new AccessDirectory();
    private NodeStates other;

    @BeforeEach
    void anotherServer() {
        other = new NodeStates(
                store, rulebooks, otherDirectory, events, clock, transactions, new NodeName("other:8080"));
        otherDirectory.replace(
                requireNonNull(directory.site(project)).project(), Site.empty(house, ZoneId.of("Europe/London")));
        other.acknowledge();
        nodes.acknowledge();
    }

    @AfterEach
    void theOtherOneEnds() {
        other.end();
    }

    @Test
    void eachServerSaysWhenItHasSwitched() {
        assertThat(nodes.of(mary, project)).hasSize(2).allMatch(NodeState::switched);
        RulebookVersion version = inForce(closed("g1", "d1"));
        // this one has said so before the publisher had an answer; the other one hears it late
        assertThat(nodes.of(mary, project))
                .filteredOn(node -> !node.switched())
                .extracting(NodeState::name)
                .containsExactly("other:8080");
        switchOther(version);
        assertThat(nodes.of(mary, project)).hasSize(2).allMatch(NodeState::switched);
        other.end();
        assertThat(nodes.of(mary, project)).extracting(NodeState::name).containsExactly(name.text());
    }

    @Test
    void peopleAreToldOnceWhenOneDoesNotSwitchForLong() {
        RulebookVersion version = inForce(closed("g1", "d1"));
        clock.forward(Duration.ofSeconds(29));
        nodes.look();
        assertThat(told()).isEmpty();
        clock.forward(Duration.ofSeconds(2));
        nodes.look();
        nodes.look();
        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(NotificationKind.RULES_NOT_EVERYWHERE);
            assertThat(told.recordId()).isEqualTo(Integer.toString(version.number()));
            assertThat(told.detail()).isEqualTo("other:8080");
        });
        // who has not been heard of for an hour is gone
        clock.forward(Duration.ofMinutes(61));
        nodes.look();
        assertThat(nodes.of(mary, project)).extracting(NodeState::name).containsExactly(name.text());
    }

    @Test
    void nobodyIsToldWhenAllHaveSwitched() {
        RulebookVersion version = inForce(closed("g1", "d1"));
        switchOther(version);
        clock.forward(Duration.ofSeconds(40));
        nodes.look();
        assertThat(told()).isEmpty();
        assertThatThrownBy(() -> nodes.of(TestActors.ofProject(project + 1, Permission.RULE_VIEW), project))
                .isInstanceOf(NoSuchRulebookException.class);
    }

    private void switchOther(RulebookVersion version) {
        otherDirectory.rulebook(project, version.rulebook().version(), WantedFacts.NONE);
        other.acknowledge();
    }
}
