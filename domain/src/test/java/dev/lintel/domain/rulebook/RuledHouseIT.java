package dev.lintel.domain.rulebook;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.access.AccessAnswer;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.notification.Feed;
import dev.lintel.domain.notification.Notification;
import dev.lintel.domain.notification.Notifications;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.wire.FieldProblem;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A house of which somebody who has an account writes the rules and puts them in force. */
abstract class RuledHouseIT extends DatabaseIT {
    /** A Monday, at eleven by the clock of the house. */
    static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

    private static final String MORE = """
            {"kind":"group","id":"g3","parent":"g1","type":"unit","name":"Back yard"}
            {"kind":"device","id":"d3","group":"g3","type":"panel","model":"AA-12","serial":"SERIAL-3","locks":1}
            {"kind":"restriction","id":"r3","name":"Back door","lines":[{"device":"d3"}]}
            {"kind":"grant","restriction":"r3","to":{"group":"g1"}}
            {"kind":"user","id":"boss","name":"Mary Boss","email":"MARY","groups":["g1"],"profile":"company-administrator"}
            """;

    @Autowired
    Sites sites;

    @Autowired
    Accounts accounts;

    @Autowired
    AccessService access;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    Releases releases;

    @Autowired
    Notifications notifications;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    String house = "";

    /** The site file of the house. */
    String text = "";

    long project;
    Actor mary = Actor.server();

    @BeforeEach
    void aHouse() throws IOException {
        house = UUID.randomUUID().toString();
        String login = "mary@" + house + ".example.org";
        text = house(house) + MORE.replace("MARY", login).replace("SERIAL", house);
        sites.load(Actor.server(), file(text), false, progress -> {});
        project = requireNonNull(jdbc.queryForObject("select id from project where name = ?", Long.class, house));
        jdbc.update("""
                insert into account (login, password_hash, must_change_password, locale, project_id, person_id)
                values (?, '', false, 'uk', ?, 'boss')""", login, project);
        mary = accounts.actor(accounts.byLogin(login).orElseThrow());
        clock.set(START);
        rulebooks.oneIsEnough(mary, project, true);
    }

    RulebookVersion draft(Policy... policies) {
        return rulebooks.draft(
                mary,
                project,
                RuleSet.of(List.of(policies)),
                rulebooks.open(mary, project).map(RulebookVersion::edition).orElse(null));
    }

    RulebookVersion inForce(Policy... policies) {
        return releases.publish(mary, project, draft(policies).edition(), ids(policies));
    }

    static Set<String> ids(Policy... policies) {
        return Stream.of(policies).map(Policy::id).collect(Collectors.toSet());
    }

    /** What a resident is answered at a device of the house. */
    ReasonCode ask(int device) {
        AccessAnswer answer = access.ask(
                new AccessRequest(house + "-" + device, "in", 1, IdentifierType.CARD, "12345678", clock.instant()),
                new RequestOrigin(Channel.REST, null, null));
        return answer.decision().reason();
    }

    List<Notification> told() {
        return notifications.list(mary, Feed.IMPORTANT, null, 50);
    }

    List<String> audited(String field) {
        return jdbc.queryForList(
                "select after ->> ? from audit_entry where project_id = ? and after ->> ? is not null order by id",
                String.class,
                field,
                project,
                field);
    }

    static List<Object> reasons(Runnable refused) {
        try {
            refused.run();
        } catch (RulebookRefusedException e) {
            return e.problems().stream().<Object>map(FieldProblem::reason).toList();
        }
        return List.of();
    }
}
