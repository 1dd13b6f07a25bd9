package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two houses on one server, as in the manual (5.2.4): each has an administrator of its own with a profile of its own, and to
 * neither the other house exists.
 */
@Tag("PR-4")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProjectsJourneyIT {
    private static final String PASSWORD = "four hidden bridges 58";
    private static final String SITE = """
            {"kind":"site","version":1,"name":"NAME House","timeZone":"Europe/London"}
            {"kind":"group","id":"NAME-root","parent":null,"type":"building","name":"NAME House"}
            {"kind":"group","id":"NAME-flat","parent":"NAME-root","type":"apartment","name":"NAME flat"}
            {"kind":"device","id":"NAME-gate","group":"NAME-root","type":"panel","name":"NAME gate","serial":"NAME-1","locks":1}
            {"kind":"schedule","id":"NAME-schedule","name":"NAME hours","start":"2026-01-05","allDay":true}
            {"kind":"holiday-calendar","id":"NAME-calendar","name":"NAME holidays","holidays":[{"name":"NAME day","first":"2026-12-25"}]}
            {"kind":"restriction","id":"NAME-restriction","name":"NAME doors","guestUsable":true,"lines":[{"device":"NAME-gate"}],"schedules":["NAME-schedule"]}
            {"kind":"grant","restriction":"NAME-restriction","to":{"group":"NAME-flat"}}
            {"kind":"user","id":"NAME-anna","name":"NAME Anna","profile":"user","groups":["NAME-flat"]}
            {"kind":"identifier","id":"NAME-card","user":"NAME-anna","type":"licence-plate","value":"NAME 1"}
            """;

    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static final Map<String, House> houses = new TreeMap<>();

    private final Visitor master = journey.admin();

    /**
     * A house as its administrator has it.
     *
     * @param profile id of the administrator's profile, which is the house's own
     * @param person id of the administrator
     */
    private record House(String name, long project, String profile, String person, Visitor administrator) {
        String entry() throws Exception {
            String log = journey.server()
                    .rest("GET", "/api/v1/acs-log?limit=1&project=" + project, "")
                    .body();
            return first("\"id\":(\\d+)", log);
        }

        String change() throws Exception {
            String audit = journey.server()
                    .rest("GET", "/api/v1/audit?limit=1&project=" + project, "")
                    .body();
            return first("\"id\":(\\d+)", audit);
        }

        String pass() throws Exception {
            var made = journey.server()
                    .rest("POST", "/api/v1/projects/" + project + "/guest-passes", """
                            {"user":"%s-anna","visitor":"%s visitor","restrictions":["%s-restriction"]}""".formatted(name, name, name));
            Assertions.assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            return first("\"id\":\"([^\"]+)\"", made.body());
        }
    }

    @Test
    @Order(1)
    @Tag("PR-1")
    void theMasterAdministratorGivesEachHouseAnAdministrator() throws Exception {
        for (String name : new String[] {"Ash", "Birch"}) {
            long project = journey.imported(SITE.replace("NAME", name));
            master.open("/profiles/new?project=" + project + "&copy=company-administrator");
            master.field("Name").fill(name + " administrator");
            master.button("Save").click();
            master.page().waitForURL(Pattern.compile(".*/profiles/(?!new).*"));
            String profile = first("/profiles/([^?]+)", master.page().url());

            String email = name.toLowerCase(Locale.ROOT) + "@houses.example.org";
            master.open("/users/new?project=" + project + "&group=" + name + "-root");
            master.field("Name").fill(name + " Keeper");
            master.field("E-mail").fill(email);
            master.choose("Profile", name + " administrator");
            master.button("Save").click();
            assertThat(master.text("an invitation goes to " + email)).isVisible();
            master.page().waitForURL(Pattern.compile(".*/users/\\d+/.+"));
            String person = first("/users/\\d+/([^?]+)", master.page().url());
            houses.put(name, new House(name, project, profile, person, registered(email)));
        }
    }

    @Test
    @Order(2)
    void eachFindsTheirOwnHouseAndNoOther() {
        for (House house : houses.values()) {
            Visitor administrator = house.administrator();
            String other = house == ash() ? "Birch" : "Ash";
            for (String path : new String[] {"/groups", "/users", "/devices", "/profiles"}) {
                administrator.open(path);
                assertThat(administrator.page().locator("body")).containsText(house.name());
                Assertions.assertThat(Screen.of(administrator).text()).doesNotContain(other);
            }
        }
    }

    @Test
    @Order(3)
    void whatHappensInOneHouseNeverReachesAnOpenPageOfTheOther() throws Exception {
        Visitor[] ofAsh = pagesOf(ash());
        Visitor[] ofBirch = pagesOf(birch());
        String before = badge(ofBirch[0]);
        Assertions.assertThat(badge(ofAsh[0])).isEqualTo(before);

        knock("Ash-1");
        assertThat(ofAsh[0].cell("Ash gate")).isVisible();
        assertThat(ofAsh[1].page().locator(".notification-badge")).not().hasAttribute("aria-label", before);
        // its own news come after the other's, so that the other's would have come, too
        Assertions.assertThat(badge(ofBirch[1])).isEqualTo(before);
        knock("Birch-1");
        assertThat(ofBirch[0].cell("Birch gate")).isVisible();
        assertThat(ofBirch[1].page().locator(".notification-badge")).not().hasAttribute("aria-label", before);
        Assertions.assertThat(badge(ofBirch[1])).isEqualTo(badge(ofAsh[1]));
        for (Visitor page : ofBirch) {
            Assertions.assertThat(Screen.of(page).text()).doesNotContain("Ash");
        }
    }

    @Test
    @Order(4)
    void everyAddressOfTheOtherHouseShowsWhatAnAddressOfNothingShows() throws Exception {
        Samples missing = new Samples(
                "99000000", "Nowhere-flat", "Nowhere-anna", "nowhere", "99000001", "99000002", "nowhere-pass");
        Samples foreign = new Samples(
                Long.toString(birch().project()),
                "Birch-flat",
                "Birch-anna",
                birch().profile(),
                birch().entry(),
                birch().change(),
                birch().pass());
        List<Samples> both = List.of(missing, foreign);
        Visitor intruder = ash().administrator();
        SoftWalk walk = new SoftWalk();
        intruder.open("/");
        for (String route : Routes.ofThisProduct()) {
            for (String own : new String[] {null, Long.toString(ash().project())}) {
                Screen unknown = Screen.at(intruder, missing.in(route, own), both);
                Screen known = Screen.at(intruder, foreign.in(route, own), both);
                walk.compare(route, known, unknown);
                if (!route.contains(":")) {
                    break;
                }
            }
        }
        walk.end("Birch");
    }

    @Test
    @Order(5)
    @Tag("PR-3")
    void anOpenPageDoesNothingMoreOnceItsPersonMayDoLess() throws Exception {
        Visitor keeper = ash().administrator();
        keeper.open("/profiles");
        assertThat(keeper.text("Ash administrator")).isVisible();

        String address = "/api/v1/projects/" + ash().project() + "/users/" + ash().person();
        String person = journey.server().rest("GET", address, "").body();
        var answer = journey.server()
                .rest("PUT", address, person.replaceAll("\"profile\":\"[^\"]+\"", "\"profile\":\"user\""));
        Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

        keeper.link("Ash administrator").first().click();
        assertThat(keeper.text("There is nothing here")).isVisible();
        assertThat(keeper.page().locator(".navigation").getByText("Profiles")).hasCount(0);
    }

    private static House ash() {
        return houses.get("Ash");
    }

    private static House birch() {
        return houses.get("Birch");
    }

    /** The log and the devices, each open in a tab of its own. */
    private static Visitor[] pagesOf(House house) {
        Visitor log = house.administrator();
        log.open("/acs-log");
        assertThat(log.text("No passes yet")).isVisible();
        Visitor devices = log.anotherTab();
        devices.open("/devices");
        assertThat(devices.text(house.name() + " gate")).isVisible();
        return new Visitor[] {log, devices};
    }

    private static String badge(Visitor visitor) {
        Locator badge = visitor.page().locator(".notification-badge");
        assertThat(badge).isVisible();
        return badge.getAttribute("aria-label");
    }

    /** A stranger at a gate: the panel comes online, and asks. */
    private static void knock(String serial) throws Exception {
        String issued = journey.server()
                .rest("POST", "/api/v1/devices/" + serial + "/credentials", "")
                .body();
        String password = first("\"password\":\"([^\"]+)\"", issued);
        try (HastyPanel panel =
                new HastyPanel(serial, password, journey.server().mqttPort())) {
            panel.answer();
        }
    }

    private static Visitor registered(String email) throws Exception {
        Visitor visitor = journey.visitor();
        String link = ReadMail.of(journey.postbox().next(email)).link("/welcome/");
        visitor.open(link.substring(visitor.url("").length()));
        visitor.field("New password").fill(PASSWORD);
        visitor.field("New password again").fill(PASSWORD);
        visitor.page().getByLabel("I accept the terms of use").check();
        visitor.button("Register").click();
        assertThat(visitor.page()).hasURL(visitor.url("/"));
        return visitor;
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return found.group(1);
    }
}
