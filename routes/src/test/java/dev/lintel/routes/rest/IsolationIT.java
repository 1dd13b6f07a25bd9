package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.RoutesUnderTest;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.ProfileDraft;
import dev.lintel.domain.permission.Profiles;
import dev.lintel.domain.permission.Scope;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.site.Sites;
import dev.lintel.routes.RoutesIT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks every operation of the API on behalf of somebody who has a project, or a building of it, with the names of records of
 * another: each answer is the one for a record that does not exist, and nothing of the other is told or changed.
 */
@Tag("PR-4")
class IsolationIT extends RoutesIT {
    /** For those who run the server: they reach no project's records, and no profile of a project is to hold them. */
    private static final Set<Permission> OF_THE_SERVER = EnumSet.of(
            Permission.GROUP_CREATE_ROOT,
            Permission.PROFILE_GRANT_MORE_THAN_OWN,
            Permission.SETTINGS_EDIT,
            Permission.LICENCE_MANAGE,
            Permission.ROUTE_MANAGE,
            Permission.SYSTEM_INFO_VIEW,
            Permission.BACKUP_APPLY,
            Permission.BACKUP_CREATE,
            Permission.BACKUP_DELETE,
            Permission.BACKUP_DOWNLOAD,
            Permission.BACKUP_VIEW);

    private static final String SITE = """
        {"kind":"site","name":"NAME","timeZone":"Europe/London"}
        {"kind":"group","id":"NAME-root","name":"NAME root"}
        {"kind":"group","id":"NAME-east","parent":"NAME-root","type":"building","name":"NAME east"}
        {"kind":"group","id":"NAME-annex","parent":"NAME-root","type":"building","name":"NAME annex"}
        {"kind":"schedule","id":"NAME-hours","name":"NAME hours","start":"2026-01-05T09:00","end":"2026-01-05T12:00","rrule":"FREQ=DAILY"}
        {"kind":"holiday-calendar","id":"NAME-holidays","name":"NAME holidays","holidays":[{"name":"NAME day","first":"2026-12-25"}]}
        {"kind":"device","id":"NAME-gate","group":"NAME-east","serial":"NAME-gate","name":"NAME gate","locks":1}
        {"kind":"device","id":"NAME-annex-gate","group":"NAME-annex","serial":"NAME-annex-gate","name":"NAME annex gate","locks":1}
        {"kind":"restriction","id":"NAME-doors","name":"NAME doors","lines":[{"device":"NAME-gate"},{"device":"NAME-annex-gate"}]}
        {"kind":"grant","restriction":"NAME-doors","to":{"group":"NAME-root"}}
        {"kind":"user","id":"NAME-boss","name":"NAME boss","groups":["NAME-root"],"profile":"company-administrator"}
        {"kind":"user","id":"NAME-keeper","name":"NAME keeper","groups":["NAME-east"],"profile":"site-administrator"}
        {"kind":"user","id":"NAME-anna","name":"NAME anna","groups":["NAME-east"]}
        {"kind":"user","id":"NAME-annex-olga","name":"NAME annex olga","groups":["NAME-annex"]}
        {"kind":"identifier","id":"NAME-card","user":"NAME-anna","type":"card","value":"4711"}
        {"kind":"identifier","id":"NAME-pass","user":"NAME-anna","type":"qr","value":"NAME-4713","guest":"guest"}
        {"kind":"identifier","id":"NAME-annex-pass","user":"NAME-annex-olga","type":"qr","value":"NAME-4714","guest":"guest"}
        {"kind":"identifier","id":"NAME-annex-card","user":"NAME-annex-olga","type":"card","value":"4712"}
        """;

    private static final Samples NOBODY = new Samples(Map.ofEntries(
            Map.entry("project", "99000000"),
            Map.entry("entry", "99000001"),
            Map.entry("change", "99000006"),
            Map.entry("notification", "99000007"),
            Map.entry("token", "99000002"),
            Map.entry("segment", "99000003"),
            Map.entry("session", "99000004"),
            Map.entry("mail", "99000005"),
            Map.entry("list", "acs-log"),
            Map.entry("type", "password-recovery"),
            Map.entry("language", "uk"),
            Map.entry("device", "nowhere-gate"),
            Map.entry("group", "nowhere-group"),
            Map.entry("person", "nowhere-person"),
            Map.entry("profile", "nowhere-profile"),
            Map.entry("identifier", "nowhere-card"),
            Map.entry("pass", "nowhere-pass"),
            Map.entry("import", "99000008"),
            Map.entry("restriction", "nowhere-doors"),
            Map.entry("schedule", "nowhere-hours"),
            Map.entry("calendar", "nowhere-holidays"),
            Map.entry("rule", "nowhere-rule"),
            Map.entry("version", "99000009"),
            Map.entry("review", "99000010"),
            Map.entry("marker", "nowhere-marker")));

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    Profiles profiles;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @LocalServerPort
    int port;

    private long alpha;
    private long bravo;

    @BeforeEach
    void twoProjects() throws IOException {
        // far from every other number, so that an answer that tells it is found out
        jdbc.execute("alter table project alter column id restart with 7000001");
        alpha = load("alpha");
        bravo = load("bravo");
    }

    @AfterEach
    void everythingIsPermittedAgain() {
        RoutesUnderTest.actor = Actor.server();
        jdbc.update("delete from profile");
        jdbc.update("delete from account");
    }

    @Test
    void theWalkMissesNoOperation() throws Exception {
        Set<String> described = Operation.all(description()).stream()
                .map(Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> handled = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(mapping -> mapping.getMethodsCondition()
                .getMethods()
                .forEach(method -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .forEach(path -> handled.add(method + " " + path))));

        assertThat(handled).isNotEmpty().isSubsetOf(described);
    }

    @Test
    void anAdministratorOfOneProjectFindsNothingOfAnother() throws Exception {
        Samples own = samples(alpha, "alpha");
        Samples foreign = samples(bravo, "bravo");
        Map<String, String> before = rows(bravo);
        RoutesUnderTest.actor = actor("alpha-boss", new Membership(alpha, "alpha-boss", Set.of("alpha-root"), true));

        walk(new Intruder("http://127.0.0.1:" + port, own, foreign, NOBODY, "bravo"));

        assertThat(rows(bravo)).isEqualTo(before);
    }

    @Test
    void anAdministratorOfOneBuildingFindsNothingOfTheNext() throws Exception {
        Samples own = samples(alpha, "alpha");
        Samples foreign = own.with("group", "alpha-annex")
                .with("device", "alpha-annex-gate")
                .with("person", "alpha-annex-olga")
                .with("identifier", "alpha-annex-card")
                .with("pass", "alpha-annex-pass")
                .with("import", identifierImport(alpha))
                .with("entry", Long.toString(pass("alpha-annex-gate", "4712")))
                .with("notification", notification(alpha, "alpha-annex", "alpha-annex-gate"));
        RoutesUnderTest.actor =
                actor("alpha-keeper", new Membership(alpha, "alpha-keeper", Set.of("alpha-east"), false));
        String before = annex();

        walk(new Intruder("http://127.0.0.1:" + port, own, foreign, NOBODY, "annex"));

        assertThat(annex()).isEqualTo(before);
    }

    private void walk(Intruder intruder) throws Exception {
        List<Operation> operations = Operation.all(description());
        int comparisons = 0;
        List<String> leaks = new ArrayList<>();
        for (Operation operation : operations) {
            try {
                comparisons += intruder.tries(operation);
            } catch (AssertionError leak) {
                leaks.add(leak.getMessage());
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(comparisons).isGreaterThan(operations.size() / 2);
    }

    private long load(String name) throws IOException {
        long project = sites.load(Actor.server(), TestSites.file(SITE.replace("NAME", name)), true, progress -> {})
                .project();
        profiles.create(
                Actor.server(),
                project,
                new ProfileDraft(name + " guard", "", Set.of(Permission.DEVICE_VIEW), Set.of()));
        return project;
    }

    private Samples samples(long project, String name) {
        return new Samples(Map.ofEntries(
                Map.entry("project", Long.toString(project)),
                Map.entry("entry", Long.toString(pass(name + "-gate", "4711"))),
                Map.entry("change", change(project)),
                Map.entry("notification", notification(project, name + "-east", name + "-gate")),
                Map.entry("token", token(project, name)),
                Map.entry("segment", segment(project, name)),
                Map.entry("session", session(project, name)),
                Map.entry("mail", mail(project, name)),
                Map.entry("list", "acs-log"),
                Map.entry("type", "password-recovery"),
                Map.entry("language", "uk"),
                Map.entry("device", name + "-gate"),
                Map.entry("group", name + "-east"),
                Map.entry("person", name + "-anna"),
                Map.entry("profile", profile(project)),
                Map.entry("identifier", name + "-card"),
                Map.entry("pass", name + "-pass"),
                Map.entry("import", identifierImport(project)),
                Map.entry("restriction", name + "-doors"),
                Map.entry("schedule", name + "-hours"),
                Map.entry("calendar", name + "-holidays"),
                Map.entry("rule", rule(project, name)),
                Map.entry("version", rulebook(project, name)),
                Map.entry("review", review(project, name)),
                Map.entry("marker", marker(project, name))));
    }

    private String marker(long project, String name) {
        jdbc.update(
                "insert into marker (project_id, id, name, colour) values (?, ?, ?, '#aa0000') on conflict do nothing",
                project,
                name + "-marker",
                name + " marker");
        return name + "-marker";
    }

    private String rule(long project, String name) {
        jdbc.update("""
                insert into notification_rule (project_id, id, name, position, enabled, important, colour, icon, kinds,
                    reasons, people, devices, version)
                values (?, ?, ?, 1, true, true, 'RED', 'BELL', '{}', '{EXPIRED}', '{}', '{}', 0) on conflict do nothing""", project, name + "-rule", name + " rule");
        return name + "-rule";
    }

    /** A version that was in force once; no two projects have one of the same number. */
    private String rulebook(long project, String name) {
        jdbc.update("""
                insert into rulebook (project_id, number, state, policies, note, authors, changed, published_by, published, retired)
                values (?, ?, 'RETIRED', '[]', ?, '{0}', now(), 0, now(), now()) on conflict do nothing""", project, (int) (project % 1_000), name + " rules");
        return Long.toString(project % 1_000);
    }

    /** A closed review with one right and its evidence. */
    private String review(long project, String name) {
        String id = id("""
                insert into access_review (project_id, name, scope, scope_id, subject, reviewer, reviewer_login, reviewer_name,
                    verifier, verifier_login, verifier_name, due, state, started, started_by, handed_in, closed)
                values (?, ?, 'GROUP', ?, ?, 1, 'r', 'r', 2, 'v', 'v', now(), 'CLOSED', now(), 's', now(), now())
                returning id::text""", project, name + " review", name + "-east", name + " east");
        jdbc.update("""
                insert into access_review_restriction values (?, ?::bigint, ?, ?, '{}', '{}')""", project, id, name + "-doors", name + " doors");
        jdbc.update("""
                insert into access_review_right (project_id, review_id, number, holder, person_id, person_name, restriction_id,
                    via, via_id, via_name, also, decision, decided, outcome)
                values (?, ?::bigint, 1, 'PERSON', ?, ?, ?, 'GROUP', ?, ?, '{}', 'REMOVE', now(), 'LEFT_OPEN')""", project, id, name + "-anna", name + " anna", name + "-doors", name + "-root", name + " root");
        jdbc.update("""
                insert into access_review_evidence values (?, ?::bigint, '\\x00', repeat('0', 64), '\\x00', repeat('0', 64))""", project, id);
        return id;
    }

    private String segment(long project, String name) {
        return id("""
                insert into saved_segment (account_id, list, name, filters, match, shared_in)
                values (?, 'acs-log', ?, '{}', 'ALL', ?) returning id::text""", account(name + "-anna", project), name + " segment", project);
    }

    private String session(long project, String name) {
        return id("""
                insert into login_session (account_id, browser, address, since, last_seen)
                values (?, ?, '127.0.0.1', now(), now()) returning id::text""", account(name + "-anna", project), name + " browser");
    }

    private String mail(long project, String name) {
        return id("""
                insert into mail (project_id, type, language, recipient, subject, state, attempts, created, due, expires)
                values (?, 'TEST', 'en', ?, ?, 'FAILED', 1, now(), now(), now()) returning id::text""", project, name + "@example.org", name + " mail");
    }

    /** What the audit says of the import that made the project. */
    private String change(long project) {
        return id("select min(id)::text from audit_entry where project_id = ?", project);
    }

    private String identifierImport(long project) {
        return id("""
                insert into identifier_import (project_id, at, by_name, source, added, changed)
                values (?, now(), 'somebody', 'list.csv', 0, 0) returning id::text""", project);
    }

    private String notification(long project, String group, String device) {
        return id("""
                insert into notification (project_id, group_id, at, kind, important, record_id, record_name)
                values (?, ?, now(), 'DEVICE_OFFLINE', true, ?, ?) returning id::text""", project, group, device, device);
    }

    private String id(String insert, Object... values) {
        return Objects.requireNonNull(jdbc.queryForObject(insert, String.class, values));
    }

    private String profile(long project) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select id from profile where project_id = ? limit 1", String.class, project));
    }

    private long pass(String serial, String card) {
        AccessRequest request = new AccessRequest(serial, null, null, IdentifierType.CARD, card, Instant.now());
        return Objects.requireNonNull(
                access.ask(request, new RequestOrigin(Channel.REST, null, null)).logId());
    }

    private Actor actor(String login, Membership home) {
        return new Actor(login, account(login, home.project()), ofAProject(), home, null);
    }

    /** The account of the person of that name, made if there is none. */
    private long account(String person, long project) {
        jdbc.update("""
                insert into account (login, password_hash, must_change_password, locale, project_id, person_id)
                values (?, '', false, 'en', ?, ?) on conflict do nothing""", person, project, person);
        return Objects.requireNonNull(
                jdbc.queryForObject("select id from account where login = ?", Long.class, person));
    }

    private String token(long project, String name) {
        jdbc.update("""
                insert into api_token (account_id, name, secret_hash, permissions, created)
                values (?, ?, ?, '{}', now()) on conflict do nothing""", account(name + "-anna", project), name + " token", Secrets.hash(name));
        return Objects.requireNonNull(
                jdbc.queryForObject("select id::text from api_token where name = ?", String.class, name + " token"));
    }

    /** All that can be permitted to somebody of a project, and more than any built-in profile of one does. */
    private static Set<Permission> ofAProject() {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.scope() != Scope.ALL && !OF_THE_SERVER.contains(permission))
                .collect(Collectors.toSet());
    }

    private JsonNode description() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + port + "/v3/api-docs");
            return JsonMapper.shared()
                    .readTree(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                            .body());
        }
    }

    /** What each table holds of a project, in short. */
    private Map<String, String> rows(long project) {
        Map<String, String> sums = new TreeMap<>();
        for (String table : jdbc.queryForList(
                "select table_name from information_schema.columns where table_schema = 'public' and column_name ="
                        + " 'project_id' and table_name <> 'acs_log_word'", // it is filled when entries are sealed, a
                // moment later
                String.class)) {
            sums.put(table, sum(table + " t where t.project_id = " + project));
        }
        sums.put("project", sum("project t where t.id = " + project));
        return sums;
    }

    private String annex() {
        return sum("object_group t where t.id like '%annex%'")
                + sum("person t where t.id like '%annex%'")
                + sum("device t where t.id like '%annex%'")
                + sum("identifier t where t.id like '%annex%'")
                + sum("device_credential t where t.device_id like '%annex%'")
                + sum("person_group t where t.group_id like '%annex%'");
    }

    private String sum(String rows) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + rows,
                String.class));
    }
}
