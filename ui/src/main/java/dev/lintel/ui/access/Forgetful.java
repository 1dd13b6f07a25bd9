package dev.lintel.ui.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import dev.lintel.domain.access.Insider;
import dev.lintel.domain.access.Insiders;
import dev.lintel.domain.access.Insiders.Area;
import dev.lintel.domain.permission.Actor;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Forgets that people are inside, after a question that says what it does.
 *
 * @param done called afterwards
 */
record Forgetful(Insiders insiders, Actor actor, Runnable done) {
    /** So many names are told. */
    private static final int MOST_NAMES = 5;

    void ask(List<Insider> people) {
        ask(
                people.size() == 1
                        ? t("insider.askTitle", people.getFirst().personName())
                        : t("insider.askSomeTitle", people.size()),
                List.of(names(people), t("insider.askText"), t("insider.askWarning")),
                t("insider.forget"),
                () -> forget(people));
    }

    void askAll(Area area) {
        ask(
                t("insider.askAllTitle", area.name()),
                List.of(t("insider.askAllCount", area.inside()), t("insider.askText"), t("insider.askWarning")),
                t("insider.forgetEverybody"),
                () -> say(
                        insiders.forgetAll(actor, area.project(), area.group()).orElse(0)));
    }

    private static String names(List<Insider> people) {
        String first = people.stream()
                .limit(MOST_NAMES)
                .map(one -> one.personName() + " (" + one.areaName() + ")")
                .collect(Collectors.joining(", "));
        return people.size() > MOST_NAMES ? t("people.andMore", first, people.size() - MOST_NAMES) : first;
    }

    private void forget(List<Insider> people) {
        say((int) people.stream()
                .filter(one -> insiders.forget(actor, one.project(), one.area(), one.person()))
                .count());
    }

    /** Whoever has gone out meanwhile did so by themselves. */
    private void say(int forgotten) {
        Notification.show(t("insider.forgotten", forgotten));
        done.run();
    }

    private static void ask(String title, List<String> texts, String confirm, Runnable then) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(title);
        Div text = new Div();
        texts.forEach(line -> text.add(new Paragraph(line)));
        text.addClassName("question");
        question.setText(text);
        question.setCancelable(true);
        question.setCancelText(t("action.cancel"));
        question.setConfirmText(confirm);
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirmed -> then.run());
        question.open();
    }

    private static String t(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }
}
