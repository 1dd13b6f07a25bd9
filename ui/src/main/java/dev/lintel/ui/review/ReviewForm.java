package dev.lintel.ui.review;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.group.FoundGroup;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.review.Review;
import dev.lintel.domain.review.ReviewDraft;
import dev.lintel.domain.review.ReviewParty;
import dev.lintel.domain.review.ReviewRefusedException;
import dev.lintel.domain.review.ReviewRefusedException.Field;
import dev.lintel.domain.review.ReviewScope;
import dev.lintel.domain.review.ReviewStart;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The fields of a new review. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ReviewForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 14;

    private final transient ReviewStart start;
    private final transient Groups groups;
    private final transient DeviceList devices;
    private final transient Actor actor;
    private final transient InstantSource clock;
    private final TextField name = new TextField();
    private final RadioButtonGroup<ReviewScope.Kind> kind = new RadioButtonGroup<>();
    private final ComboBox<Choice> group = new ComboBox<>();
    private final ComboBox<Choice> door = new ComboBox<>();
    private final ComboBox<ReviewParty> reviewer = new ComboBox<>();
    private final ComboBox<ReviewParty> verifier = new ComboBox<>();
    private final DatePicker due = new DatePicker();
    private final Refusals refusals = new Refusals();
    private long project;

    ReviewForm(ReviewStart start, Groups groups, DeviceList devices, CurrentActor current, InstantSource clock) {
        this.start = start;
        this.groups = groups;
        this.devices = devices;
        this.actor = current.get();
        this.clock = clock;
        addClassName("review-form");
        refusals.at(Field.NAME, name);
        refusals.at(Field.REVIEWER, reviewer);
        refusals.at(Field.VERIFIER, verifier);
        refusals.at(Field.DUE, due);
    }

    void show(Project where, Consumer<Review> started) {
        project = where.id();
        removeAll();
        name.setLabel(getTranslation("review.name"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(ReviewDraft.LONGEST_NAME);
        due.setLabel(getTranslation("review.due"));
        due.setI18n(DateWords.in(UI.getCurrentOrThrow()));
        due.setLocale(Language.nearest(getLocale()).formats());
        due.setMin(today(where));
        due.setValue(today(where).plusDays(USUAL_DAYS));
        Section who = new Section(new H2(getTranslation("review.who")), reviewer, verifier, due);
        Paragraph about = new Paragraph(getTranslation("review.whoAbout"));
        about.addClassName("about");
        who.addComponentAtIndex(1, about);
        parties(reviewer, "review.reviewer");
        parties(verifier, "review.verifier");
        Button go = new Button(getTranslation("review.start"), click -> start(started));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        Div buttons = new Div(go);
        buttons.addClassName("form-buttons");
        add(refusals, what(), who, buttons);
        name.focus();
    }

    private LocalDate today(Project where) {
        return LocalDate.ofInstant(clock.instant(), where.timeZone());
    }

    private Section what() {
        kind.setLabel(getTranslation("review.scope"));
        kind.setItems(ReviewScope.Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation(Messages.keyOf(one)));
        kind.setValue(ReviewScope.Kind.GROUP);
        kind.addValueChangeListener(change -> showScope());
        ReferenceChoices doors = ReferenceChoices.ofProject(
                devices,
                actor,
                project,
                "words",
                "id",
                status -> new Choice(status.device().id(), status.displayName()));
        choices(group, "review.group", this::groups);
        choices(door, "review.door", (text, offset, limit) -> doors.find(text, offset, limit).stream());
        showScope();
        Paragraph about = new Paragraph(getTranslation("review.about"));
        about.addClassName("about");
        return new Section(new H2(getTranslation("review.what")), about, name, kind, group, door);
    }

    private void showScope() {
        boolean ofGroup = kind.getValue() == ReviewScope.Kind.GROUP;
        group.setVisible(ofGroup);
        door.setVisible(!ofGroup);
        refusals.at(Field.SCOPE, ofGroup ? group : door);
    }

    private interface Found<T> {
        Stream<T> find(String text, int offset, int limit);
    }

    private void choices(ComboBox<Choice> box, String label, Found<Choice> found) {
        box.setLabel(getTranslation(label));
        box.setRequiredIndicatorVisible(true);
        box.setItemLabelGenerator(Choice::name);
        box.setItems(query -> found.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    }

    private Stream<Choice> groups(String text, int offset, int limit) {
        return groups.search(actor, project, text, offset, limit).stream().map(ReviewForm::choice);
    }

    private static Choice choice(FoundGroup found) {
        List<String> above = found.path();
        String name = found.node().name();
        return new Choice(found.node().id(), above.isEmpty() ? name : name + " · " + String.join(" / ", above));
    }

    private void parties(ComboBox<ReviewParty> box, String label) {
        box.setLabel(getTranslation(label));
        box.setRequiredIndicatorVisible(true);
        box.setItemLabelGenerator(ReviewParty::told);
        box.setItems(query ->
                start
                        .parties(actor, project, query.getFilter().orElse(""), query.getOffset() + query.getLimit())
                        .stream()
                        .skip(query.getOffset()));
    }

    boolean isChanged() {
        return !name.isEmpty() || !group.isEmpty() || !door.isEmpty() || !reviewer.isEmpty() || !verifier.isEmpty();
    }

    private void start(Consumer<Review> started) {
        ReviewScope.Kind chosen = Objects.requireNonNullElse(kind.getValue(), ReviewScope.Kind.GROUP);
        ComboBox<Choice> box = chosen == ReviewScope.Kind.GROUP ? group : door;
        String id = Optional.ofNullable(box.getValue()).map(Choice::id).orElse("");
        try {
            started.accept(start.start(
                    actor,
                    project,
                    new ReviewDraft(
                            name.getValue(),
                            new ReviewScope(chosen, id),
                            login(reviewer),
                            login(verifier),
                            Objects.requireNonNullElse(due.getValue(), LocalDate.EPOCH))));
        } catch (ReviewRefusedException refused) {
            refusals.refuse(refused.problems());
        } finally {
            getChildren()
                    .flatMap(part -> part.getChildren())
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .forEach(button -> button.setEnabled(true));
        }
    }

    private static String login(ComboBox<ReviewParty> box) {
        return Optional.ofNullable(box.getValue()).map(ReviewParty::login).orElse("");
    }
}
