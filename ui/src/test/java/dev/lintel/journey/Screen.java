package dev.lintel.journey;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** What stands on a page once it has come to rest, without the ids that its address names. */
record Screen(String title, String text) {
    /**
     * Follows a link to the address from the page that is open.
     *
     * @param named whose ids are left out. Screens that are compared need the same: a number on them may be an id by chance
     */
    static Screen at(Visitor visitor, String address, List<Samples> named) {
        visitor.follow(address);
        Screen shown = of(visitor);
        String title = shown.title();
        String text = shown.text();
        for (Samples samples : named) {
            for (String id : samples.all()) {
                String whole = "(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])";
                title = title.replaceAll(whole, "…");
                text = text.replaceAll(whole, "…");
            }
        }
        return new Screen(title, text);
    }

    /** What is shown at this moment. */
    static Screen of(Visitor visitor) {
        Page page = visitor.page();
        String last = "";
        for (int reads = 0; reads < 50; reads++) {
            visitor.waitForRest();
            String now = page.locator("body").innerText();
            if (now.equals(last)) {
                return new Screen(page.title(), now);
            }
            last = now;
            page.waitForTimeout(100);
        }
        throw new AssertionError("the page does not come to rest: " + page.url() + "\n" + last);
    }
}
