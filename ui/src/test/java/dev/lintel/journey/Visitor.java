package dev.lintel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Somebody at a browser of their own, of whom nothing is remembered, and what people do there. */
final class Visitor {
    private final Page page;
    private final RunningServer server;

    Visitor(Page page, RunningServer server) {
        this.page = page;
        this.server = server;
    }

    Page page() {
        return page;
    }

    /** The same person at another page of the same browser. */
    Visitor anotherTab() {
        return new Visitor(page.context().newPage(), server);
    }

    /** By name, since passkeys want a host with one. */
    String url(String path) {
        return server.url(path).toString().replace("127.0.0.1", "localhost");
    }

    /** As a link where a page of the product is open, which takes a part of the time; loads the page where none is. */
    void open(String path) {
        if (isInside() && !page.url().equals(url(path))) {
            follow(path);
        } else {
            load(path);
        }
    }

    /** As an address that is typed. */
    void load(String path) {
        page.navigate(url(path));
    }

    private boolean isInside() {
        return page.url().startsWith(url("/"))
                && (boolean) page.evaluate("() => document.querySelector('vaadin-app-layout') !== null");
    }

    /**
     * As a link on the page that is open, which takes a part of the time of a page that is loaded. What was said there is put
     * away, so that nobody takes it for what is said next. Waits until the page is what the answer says: what is typed before
     * goes into fields of the page before. Waits for rest before, too: a link that is followed on the way to another page
     * loses what stands behind its question mark.
     */
    void follow(String path) {
        waitForRest();
        page.waitForResponse(response -> isNavigation(response.request()), () -> page.evaluate("""
                address => {
                  document.querySelectorAll('vaadin-notification').forEach(said => said.opened = false);
                  const link = document.createElement('a');
                  link.href = address;
                  document.body.append(link);
                  link.click();
                  link.remove();
                }""", url(path)));
        waitForRest();
    }

    /**
     * Waits until the page has shown all that came, and asks for nothing more. Its address changes a moment later: who leaves
     * before that is taken back to where they are. One that asks whether to leave stays where it is.
     */
    void waitForRest() {
        page.waitForFunction("""
                () => {
                  const onTheWay = window.Vaadin?.Flow?.navigation
                      && document.querySelector('vaadin-confirm-dialog[opened]') === null;
                  if (onTheWay) {
                    return false;
                  }
                  const clients = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter(client => client.isActive);
                  return clients.length > 0 && clients.every(client => !client.isActive())
                      && document.body.innerText.trim().length > 0;
                }""");
    }

    private static boolean isNavigation(Request request) {
        String sent = request.postData();
        return sent != null && sent.contains("ui-navigate");
    }

    /** Fills in the login page and waits for whatever comes of it. */
    void logIn(String login, String password) {
        open("/login");
        fillInLogin(login, password);
        page.waitForURL(Pattern.compile(".*(/password|/login\\?.*|/login/code|/)$"));
    }

    /** Fills in the login page at which this visitor has arrived. */
    void fillInLogin(String login, String password) {
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
    }

    /** Logs in as the first administrator for the first time. */
    void beginWith(String oneTimePassword) {
        logIn("admin", oneTimePassword);
        choosePassword(oneTimePassword, Journey.PASSWORD);
        assertThat(page).hasURL(url("/"));
    }

    /** Chooses a password in place of the one-time password. */
    void choosePassword(String current, String chosen) {
        field("Current password").fill(current);
        field("New password").fill(chosen);
        field("New password again").fill(chosen);
        button("Save password").click();
    }

    /** The id of the session, as the browser keeps it; empty before there is one. */
    String session() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator menuItem(String name) {
        return page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }

    /** The first place with the text: what is wrong with a field is there a second time, for screen readers. */
    Locator text(String text) {
        return page.getByText(text).first();
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    /** The dialog that is open. */
    Locator dialog() {
        return page.locator("vaadin-dialog[opened]");
    }

    /** A button within a dialog or another part of the page. */
    static Locator button(Locator where, String name) {
        return where.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Chooses in a select, by its label. */
    void choose(String label, String item) {
        Locator selects = page.locator("vaadin-select");
        // one that came in this moment may be drawn anew under the click, which then chooses nothing
        for (int tries = 0; tries < 3 && (tries == 0 || !showsSoon(selects, item)); tries++) {
            selects.filter(new Locator.FilterOptions().setHasText(label))
                    .first()
                    .click();
            page.locator("vaadin-select-item").getByText(item).click();
        }
    }

    /** Chooses one more of several, by the label of the field, and closes the list. */
    void pick(String label, String item) {
        Locator field = field(label);
        Locator wanted = page.locator("vaadin-multi-select-combo-box-item")
                .getByText(item, new Locator.GetByTextOptions().setExact(true));
        field.click();
        // what comes from the server in this moment may close the list again
        for (int tries = 0; tries < 4 && !comesSoon(wanted); tries++) {
            field.press("ArrowDown");
        }
        wanted.click();
        field.press("Escape");
    }

    private static boolean comesSoon(Locator wanted) {
        try {
            wanted.waitFor(new Locator.WaitForOptions().setTimeout(5_000));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    private static boolean showsSoon(Locator selects, String item) {
        try {
            selects.filter(new Locator.FilterOptions().setHasText(item))
                    .first()
                    .waitFor(new Locator.WaitForOptions().setTimeout(1000));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** A cell of a list. */
    Locator cell(String text) {
        return page.locator("vaadin-grid-cell-content:visible").getByText(text).first();
    }
}
