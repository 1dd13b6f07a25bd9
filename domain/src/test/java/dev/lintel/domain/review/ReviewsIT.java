package dev.lintel.domain.review;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.review.ReviewRefusedException.Reason;
import dev.lintel.domain.review.ReviewRight.HolderKind;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.wire.FieldProblem;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("RU-7")
class ReviewsIT extends DatabaseIT {
    private static final String MORE = """
            {"kind":"group","id":"g3","parent":"g1","type":"apartment","name":"Flat 2","logicalAddress":2}
            {"kind":"device","id":"d3","group":"g1","type":"panel","name":"Garage gate","model":"AA-12","serial":"SERIAL-3","locks":1}
            {"kind":"restriction","id":"r2","name":"=Garage","lines":[{"device":"d3"}]}
            {"kind":"restriction","id":"r3","name":"Cellar","lines":[{"device":"d3"}]}
            {"kind":"grant","restriction":"r2","to":{"user":"u1"}}
            {"kind":"grant","restriction":"r2","to":{"identifier":"i3"}}
            {"kind":"restriction","id":"r4","name":"Attic","lines":[{"device":"d1"}]}
            {"kind":"grant","restriction":"r3","to":{"group":"g3"}}
            {"kind":"grant","restriction":"r4","to":{"group":"g3"}}
            {"kind":"user","id":"u2","name":"Bruno","groups":["g2","g3"]}
            {"kind":"user","id":"boss","name":"Mary Boss","email":"MARY","groups":["g1"],"profile":"company-administrator"}
            {"kind":"user","id":"second","name":"Pete Second","email":"PETE","groups":["g1"],"profile":"company-administrator"}
            {"kind":"user","id":"part","name":"Paul Part","email":"PAUL","groups":["g2"],"profile":"company-administrator"}
            {"kind":"identifier","id":"i3","user":"u2","type":"card","value":"777"}
            """;
    private static final ReviewScope HOUSE = new ReviewScope(ReviewScope.Kind.GROUP, "g2");
    private static final LocalDate DUE = LocalDate.of(2026, 6, 1);

    @Autowired
    Sites sites;

    @Autowired
    Accounts accounts;

    @Autowired
    AccessService access;

    @Autowired
    AccessDirectory directory;

    @Autowired
    ReviewStart start;

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewRights rights;

    @Autowired
    ReviewEvidence evidence;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private String house;
    private long project;
    private Actor mary;
    private Actor pete;

    @BeforeEach
    void aHouse() throws IOException {
        house = UUID.randomUUID().toString();
        String more = MORE.replace("SERIAL", house)
                .replace("MARY", login("mary"))
                .replace("PETE", login("pete"))
                .replace("PAUL", login("paul"));
        sites.load(Actor.server(), file(house(house) + more), false, progress -> {});
        project = requireNonNull(jdbc.queryForObject("select id from project where name = ?", Long.class, house));
        mary = account("mary", "boss");
        pete = account("pete", "second");
        clock.set(Instant.parse("2026-05-04T10:00:00Z"));
    }

    @Test
    void aReviewBeginsWithEachRightByEachWayAndItsLastUse() {
        pass("3", "777");
        Review review = start(HOUSE);

        assertThat(review.state()).isEqualTo(Review.State.OPEN);
        assertThat(review.subject()).isEqualTo("Flat 1");
        assertThat(rights(review))
                .extracting(right -> right.holder().personName() + "|"
                        + right.holder().kind() + "|"
                        + right.granting().name() + "|" + right.granting().via().kind() + "|"
                        + right.granting().viaName())
                .containsExactlyInAnyOrder(
                        "Bruno|PERSON|Front door|GROUP|House",
                        "Bruno|PERSON|Cellar|GROUP|Flat 2",
                        "Bruno|PERSON|Attic|GROUP|Flat 2",
                        "Bruno|IDENTIFIER|=Garage|IDENTIFIER|Bruno",
                        "Olena Коваль|PERSON|Front door|GROUP|House",
                        "Olena Коваль|PERSON|=Garage|USER|Olena Коваль",
                        "Olena Коваль|GUEST_PASS|Front door|IDENTIFIER|Olena Коваль",
                        "Paul Part|PERSON|Front door|GROUP|House");
        assertThat(right(review, "Bruno", "=Garage").used()).isEqualTo(clock.instant());
        assertThat(right(review, "Bruno", "Attic").used()).isNull();
        assertThat(right(review, "Olena Коваль", "=Garage").granting().doors()).containsExactly("Garage gate");
        assertThat(right(review, "Bruno", "Front door").granting().schedules()).containsExactly("Mornings");
    }

    @Test
    void atADoorItIsEverybodyWhoOpensIt() {
        Review review = start(new ReviewScope(ReviewScope.Kind.DOOR, "d3"));
        assertThat(rights(review))
                .extracting(right ->
                        right.holder().personName() + " " + right.granting().name())
                .containsExactlyInAnyOrder("Bruno =Garage", "Bruno Cellar", "Olena Коваль =Garage");
    }

    @Test
    void whatIsToGoGoesWhenTheSecondPersonClosesItAndTheEvidenceStays() throws Exception {
        Review review = start(HOUSE);
        decide(review, ReviewDecision.KEEP, all(review));
        decide(review, ReviewDecision.REMOVE, number(review, "Olena Коваль", "=Garage"));
        decide(review, ReviewDecision.REMOVE, number(review, "Bruno", "=Garage"));
        decide(review, ReviewDecision.REMOVE, number(review, "Bruno", "Front door"));
        decide(review, ReviewDecision.LEAVE_GROUP, number(review, "Bruno", "Cellar"), number(review, "Bruno", "Attic"));

        assertThat(reasons(() -> reviews.handIn(pete, project, review.id()))).containsExactly(Reason.NOT_REVIEWER);
        reviews.handIn(mary, project, review.id());
        assertThat(reasons(() -> reviews.close(mary, project, review.id()))).containsExactly(Reason.NOT_VERIFIER);
        assertThat(reasons(() -> decide(review, ReviewDecision.KEEP, 1))).containsExactly(Reason.HANDED_IN);
        Review back = reviews.sendBack(pete, project, review.id(), " look at the cellar ");
        assertThat(back.sentBack()).isEqualTo("look at the cellar");
        reviews.handIn(mary, project, review.id());
        Review closed = reviews.close(pete, project, review.id());

        assertThat(closed.state()).isEqualTo(Review.State.CLOSED);
        assertThat(right(closed, "Olena Коваль", "=Garage").outcome()).isEqualTo(ReviewOutcome.WITHDRAWN);
        assertThat(right(closed, "Bruno", "=Garage").outcome()).isEqualTo(ReviewOutcome.WITHDRAWN);
        assertThat(right(closed, "Bruno", "Front door").outcome()).isEqualTo(ReviewOutcome.LEFT_OPEN);
        assertThat(right(closed, "Bruno", "Cellar").outcome()).isEqualTo(ReviewOutcome.LEFT_GROUP);
        assertThat(right(closed, "Olena Коваль", "Front door").outcome()).isEqualTo(ReviewOutcome.KEPT);
        SiteSnapshot site = requireNonNull(directory.site(project));
        assertThat(site.holders(Set.of("r2"))).isEmpty();
        assertThat(requireNonNull(site.user("u2")).groups()).containsExactly("g2");
        assertThat(reviews.leftOpen(pete, project, review.id()))
                .extracting(ReviewRight::number)
                .containsExactly(number(review, "Bruno", "Front door"));
        assertThat(audited("restriction")).contains(pete.name());
        assertThat(audited("user")).contains(pete.name());
        assertThat(audited("access-review")).contains(mary.name(), pete.name());

        byte[] csv = evidence.file(mary, project, review.id(), ReviewEvidence.Form.CSV);
        byte[] pdf = evidence.file(mary, project, review.id(), ReviewEvidence.Form.PDF);
        ReviewEvidence.Hashes hashes =
                evidence.hashes(mary, project, review.id()).orElseThrow();
        assertThat(hashes).isEqualTo(new ReviewEvidence.Hashes(sha256(csv), sha256(pdf)));
        assertThat(new String(pdf, UTF_8)).contains(sha256(csv));
        assertThat(new String(csv, UTF_8)).contains("'=Garage").contains(",withdrawn,");
        assertThat(reasons(() -> decide(review, ReviewDecision.KEEP, 1))).containsExactly(Reason.CLOSED);
        assertThat(reasons(() -> reviews.close(pete, project, review.id()))).containsExactly(Reason.CLOSED);
    }

    @Test
    void notAllDecidedOrAgainstItselfIsNotHandedIn() {
        Review review = start(HOUSE);
        assertThat(reasons(() -> reviews.handIn(mary, project, review.id()))).containsExactly(Reason.UNDECIDED);
        // Olena has the front door by the house, which she is not in herself
        assertThat(reasons(
                        () -> decide(review, ReviewDecision.LEAVE_GROUP, number(review, "Olena Коваль", "Front door"))))
                .containsExactly(Reason.NOT_FROM_OWN_GROUP);
        assertThat(reasons(() -> decide(review, ReviewDecision.KEEP, 999))).containsExactly(Reason.UNKNOWN);

        decide(review, ReviewDecision.KEEP, all(review));
        // to stay by the flat, and to leave it
        decide(review, ReviewDecision.LEAVE_GROUP, number(review, "Bruno", "Cellar"));
        assertThat(reasons(() -> reviews.handIn(mary, project, review.id()))).containsExactly(Reason.CONTRADICTION);
        reviews.decide(mary, project, review.id(), List.of(1), null, "");
        assertThat(reviews.get(mary, project, review.id()).progress().undecided())
                .isEqualTo(1);
    }

    @Test
    void whoTakesPartMustBeTwoWhoMaySeeIt() {
        assertThat(reasons(() -> start(draft(HOUSE, mary.name(), mary.name())))).containsExactly(Reason.SAME_PERSON);
        account("paul", "part");
        assertThat(reasons(() -> start(draft(HOUSE, login("paul"), "nobody"))))
                .containsExactly(Reason.NOT_ABLE, Reason.NOT_ABLE);
        ReviewDraft wrong = new ReviewDraft(
                " ", new ReviewScope(ReviewScope.Kind.DOOR, "g2"), mary.name(), pete.name(), DUE.minusYears(1));
        assertThat(reasons(() -> start(wrong))).containsExactly(Reason.MISSING, Reason.UNKNOWN, Reason.PAST);
        assertThat(reasons(() -> start(draft(new ReviewScope(ReviewScope.Kind.GROUP, "g3"), mary.name(), pete.name()))))
                .isEmpty();
        assertThat(start.parties(mary, project, "", 10))
                .extracting(ReviewParty::name)
                .containsExactly("Mary Boss", "Pete Second");
    }

    @Test
    void itIsForThoseOfTheWholeProjectAlone() {
        Review review = start(HOUSE);
        Actor part = account("paul", "part");
        assertThatThrownBy(() -> reviews.get(part, project, review.id())).isInstanceOf(NoSuchReviewException.class);
        assertThat(rights.page(part, ListQuery.everything(rights.listing()), null, 10)
                        .rows())
                .isEmpty();
        Actor other = TestActors.ofProject(project + 1_000, Permission.values());
        assertThatThrownBy(() -> reviews.get(other, project, review.id())).isInstanceOf(NoSuchReviewException.class);
        Actor blind = mary.withPermissions(Set.of(Permission.RULE_VIEW, Permission.USER_VIEW));
        assertThatThrownBy(() -> reviews.get(blind, project, review.id()))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void whoMayNotDoItByHandDoesNotDoItByClosing() {
        Review review = start(HOUSE);
        decide(review, ReviewDecision.KEEP, all(review));
        decide(review, ReviewDecision.REMOVE, number(review, "Olena Коваль", "=Garage"));
        reviews.handIn(mary, project, review.id());
        Set<Permission> less = pete.permissions().stream()
                .filter(permission -> permission != Permission.USER_EDIT)
                .collect(Collectors.toSet());
        assertThatThrownBy(() -> reviews.close(pete.withPermissions(less), project, review.id()))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(requireNonNull(directory.site(project)).holders(Set.of("r2")))
                .hasSize(2);
        assertThat(reviews.get(pete, project, review.id()).state()).isEqualTo(Review.State.HANDED_IN);
    }

    private Review start(ReviewScope scope) {
        return start(draft(scope, mary.name(), pete.name()));
    }

    private Review start(ReviewDraft draft) {
        return start.start(mary, project, draft);
    }

    private static ReviewDraft draft(ReviewScope scope, String reviewer, String verifier) {
        return new ReviewDraft("Spring 2026", scope, reviewer, verifier, DUE);
    }

    private void decide(Review review, ReviewDecision decision, Integer... numbers) {
        reviews.decide(mary, project, review.id(), Arrays.asList(numbers), decision, "=because");
    }

    private Integer[] all(Review review) {
        return rights(review).stream().map(ReviewRight::number).toArray(Integer[]::new);
    }

    private int number(Review review, String person, String restriction) {
        return right(review, person, restriction).number();
    }

    private ReviewRight right(Review review, String person, String restriction) {
        return rights(review).stream()
                .filter(right -> right.holder().personName().equals(person)
                        && right.granting().name().equals(restriction)
                        && right.holder().kind() != HolderKind.GUEST_PASS)
                .findFirst()
                .orElseThrow();
    }

    private List<ReviewRight> rights(Review review) {
        ListQuery<ReviewRight> query = ListQuery.everything(rights.listing())
                .narrowedTo(List.of(Condition.read(
                        rights.listing().known("review"), Operator.IS, List.of(Long.toString(review.id())))));
        return rights.page(mary, query, null, 100).rows();
    }

    private void pass(String serial, String card) {
        AccessRequest request =
                new AccessRequest(house + "-" + serial, null, null, IdentifierType.CARD, card, clock.instant());
        assertThat(access.ask(request, new RequestOrigin(Channel.REST, null, null))
                        .decision()
                        .isGranted())
                .isTrue();
    }

    private Actor account(String name, String person) {
        jdbc.update("""
                insert into account (login, password_hash, must_change_password, locale, project_id, person_id)
                values (?, '', false, 'uk', ?, ?)""", login(name), project, person);
        return accounts.actor(accounts.byLogin(login(name)).orElseThrow());
    }

    private String login(String name) {
        return name + "@" + house + ".example.org";
    }

    private List<String> audited(String kind) {
        return jdbc.queryForList(
                "select actor from audit_entry where project_id = ? and kind = ?", String.class, project, kind);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static List<Enum<?>> reasons(ThrowingCallable wish) {
        ReviewRefusedException refused = catchThrowableOfType(ReviewRefusedException.class, wish);
        return refused == null
                ? List.of()
                : refused.problems().stream().<Enum<?>>map(FieldProblem::reason).toList();
    }
}
