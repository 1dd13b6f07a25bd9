package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.rulebook.PolicyImpact;
import dev.lintel.domain.rulebook.ReplayReport;
import dev.lintel.domain.rulebook.Replays;
import dev.lintel.ui.access.AcsLogView;
import dev.lintel.ui.access.matrix.WeekView;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.rulebook.DraftEffects.Effects;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the draft does: whom it touches in the next days, and what it would have made of the last. */
final class EffectSection extends Section {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EffectSection.class);

    private final transient IntFunction<Effects> effects;
    private final long project;
    private final transient Moments moments;
    private final Div outcome = new Div();

    /** @param effects for so many days back; takes a second or more */
    EffectSection(long project, IntFunction<Effects> effects, Moments moments) {
        this.project = project;
        this.effects = effects;
        this.moments = moments;
        addClassName("rulebook-effect");
        add(new H2(getTranslation("rulebook.does")), outcome);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        workOut(event.getUI(), DraftEffects.DAYS);
    }

    private void workOut(UI ui, int days) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        outcome.removeAll();
        outcome.add(said("rulebook.does.working", Map.of("days", days)), bar);
        Thread.startVirtualThread(() -> {
            try {
                Effects found = effects.apply(days);
                ui.access(() -> show(found, days));
            } catch (RuntimeException failure) {
                LOG.error("what a draft does could not be worked out", failure);
                ui.access(() -> {
                    outcome.removeAll();
                    outcome.add(new Paragraph(getTranslation("rulebook.does.failed")));
                });
            }
        });
    }

    private void show(Effects found, int days) {
        outcome.removeAll();
        impact(found.impact());
        if (found.replay() != null) {
            replay(found.replay(), days);
        }
    }

    private void impact(PolicyImpact impact) {
        outcome.add(said("rulebook.does.devices", Map.of("devices", impact.devices())));
        if (impact.isNone() && impact.isWhole()) {
            outcome.add(new Paragraph(getTranslation("rulebook.does.nobody")));
        } else if (!impact.isNone()) {
            outcome.add(counted("rulebook.does.losing", impact.losing(), impact.guestsLosing(), impact.doorsLost()));
            outcome.add(
                    counted("rulebook.does.gaining", impact.gaining(), impact.guestsGaining(), impact.doorsGained()));
        }
        if (!impact.isWhole()) {
            outcome.add(new Paragraph(getTranslation("rulebook.does.notWhole")));
        }
        if (!impact.touched().isEmpty()) {
            UnorderedList people = new UnorderedList();
            impact.touched().forEach(one -> people.add(item(one)));
            outcome.add(new Details(getTranslation("rulebook.does.who"), people));
        }
    }

    /** Whose own identifiers it touches leads to the week of the door. */
    private ListItem item(PolicyImpact.Touched one) {
        return one.guest()
                ? new ListItem(touched(one))
                : new ListItem(new Anchor(WeekView.drafted(project, one.person(), one.deviceId()), touched(one)));
    }

    private String touched(PolicyImpact.Touched one) {
        return say(
                "rulebook.does.touched",
                Map.of(
                        "name", one.name(),
                        "guest", one.guest() ? "yes" : "no",
                        "door", Objects.requireNonNullElse(one.deviceName(), one.deviceId()),
                        "lost", hours(one.lost()),
                        "gained", hours(one.gained()),
                        "kind", one.lost().isZero() ? "GAINS" : one.gained().isZero() ? "LOSES" : "BOTH"));
    }

    /** Short times stand in minutes, all others in whole hours. */
    private String hours(Duration time) {
        return time.toHours() == 0
                ? getTranslation("rulebook.does.minutes", time.toMinutes())
                : getTranslation("rulebook.does.hours", time.toHours());
    }

    private Component counted(String key, int people, int guests, int doors) {
        String who = people > 0 ? guests > 0 ? "BOTH" : "PEOPLE" : guests > 0 ? "GUESTS" : "NONE";
        return said(key, Map.of("who", who, "people", people, "guests", guests, "doors", doors));
    }

    private void replay(ReplayReport report, int days) {
        outcome.add(said(
                report.judged() == 0 ? "rulebook.does.noRequests" : "rulebook.does.replayed",
                Map.of("days", days, "judged", report.judged(), "shut", report.shut(), "opened", report.opened())));
        if (days < Replays.MOST_DAYS) {
            Button further = new Button(
                    say("rulebook.does.further", Map.of("days", Replays.MOST_DAYS)),
                    click -> workOut(UI.getCurrentOrThrow(), Replays.MOST_DAYS));
            further.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            outcome.add(further);
        }
        if (report.unjudged() > 0) {
            outcome.add(said("rulebook.does.unjudged", Map.of("count", report.unjudged())));
        }
        if (!report.changes().isEmpty()) {
            UnorderedList changes = new UnorderedList();
            report.changes().forEach(change -> changes.add(new ListItem(changed(change))));
            outcome.add(changes);
            UnorderedList examples = new UnorderedList();
            report.examples()
                    .forEach(example -> examples.add(new ListItem(
                            new Anchor(AcsLogView.PATH + "/" + example.entry(), moments.inList(example.at())),
                            new Span(example(example)))));
            outcome.add(new Details(getTranslation("rulebook.does.examples"), examples));
        }
    }

    private String changed(ReplayReport.Change change) {
        return say(
                "rulebook.does.change",
                Map.of(
                        "door",
                        Objects.requireNonNullElse(change.deviceName(), "–"),
                        "count",
                        change.count(),
                        "verdict",
                        change.verdict() == Verdict.GRANT ? "GRANT" : "DENY",
                        "policies",
                        change.policies().isEmpty() ? "–" : String.join(", ", change.policies())));
    }

    private String example(ReplayReport.Example example) {
        return " " + Objects.requireNonNullElse(example.deviceName(), "–") + " · "
                + Objects.requireNonNullElse(example.ownerName(), "–") + " · " + String.join(", ", example.policies());
    }

    private Paragraph said(String key, Map<String, Object> values) {
        return new Paragraph(say(key, values));
    }

    private String say(String key, Map<String, Object> values) {
        return moments.messages().say(moments.locale(), key, values);
    }
}
