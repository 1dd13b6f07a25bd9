package dev.lintel.domain.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GroupGrantsIT extends DatabaseIT {
    private static final String MORE = """
        {"kind":"group","id":"g3","parent":"g1","type":"apartment","name":"Flat 2"}
        {"kind":"restriction","id":"r2","name":"Attic","lines":[{"device":"d1"}]}
        {"kind":"grant","restriction":"r2","to":{"group":"g2"}}
        {"kind":"grant","restriction":"r2","to":{"group":"g3"}}
        """;

    @Autowired
    GroupGrants grants;

    @Autowired
    Sites sites;

    private long project;

    @BeforeEach
    void site() throws IOException {
        project = sites.load(Actor.server(), TestSites.file(TestSites.house("grants") + MORE), true, progress -> {})
                .project();
    }

    @Test
    void peopleOfAGroupHaveWhatIsGrantedToItAndAbove() {
        assertThat(of(Actor.server(), "g2"))
                .containsExactly(
                        new GroupGrant(project, "g2", "r2", "Attic", "g2", "Flat 1", 1, List.of()),
                        new GroupGrant(project, "g2", "r1", "Front door", "g1", "House", 2, List.of("Mornings")));
        assertThat(of(Actor.server(), "g1")).extracting(GroupGrant::name).containsExactly("Front door");
    }

    @Test
    void whatIsGrantedAboveIsSeenWithTheGroup() {
        Actor keeper = TestActors.ofGroups(project, Set.of("g2"), Permission.ACCESS_RESTRICTION_VIEW);

        assertThat(of(keeper, "g2")).extracting(GroupGrant::name).containsExactly("Attic", "Front door");
        assertThat(of(keeper, "g1")).isEmpty();
        assertThat(of(keeper, "g3")).isEmpty();
        assertThatThrownBy(() -> of(TestActors.ofProject(project), "g2")).isInstanceOf(PermissionDeniedException.class);
    }

    private List<GroupGrant> of(Actor actor, String group) {
        Map<String, List<String>> asked = Map.of("project", List.of(Long.toString(project)), "group", List.of(group));
        return grants.page(actor, QueryText.read(grants.listing(), asked), null, 100)
                .rows();
    }
}
