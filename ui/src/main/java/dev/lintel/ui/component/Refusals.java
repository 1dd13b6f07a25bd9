package dev.lintel.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.i18n.Messages;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows what is wrong at the field that it is about, and everything else here. */
public final class Refusals extends UnorderedList {
    private static final long serialVersionUID = 1L;

    /**
     * Where a sentence about a field stands.
     *
     * @param field if it is a component; one that is not shown is no place
     * @param say takes the sentence; an empty one is for nothing wrong
     */
    private record Place(@Nullable Component field, Consumer<String> say, Runnable focus) {
        boolean isShown() {
            return field == null || field.isVisible();
        }
    }

    private final transient Map<Object, Place> places = new LinkedHashMap<>();
    private final transient Function<FieldProblem, String> atField;
    private final transient Function<FieldProblem, String> elsewhere;
    private final transient Set<Object> wrong = new HashSet<>();

    /** Says reasons as the bundles have them, with what was given as their argument. */
    public Refusals() {
        this(Refusals::reason, Refusals::reason);
    }

    /** @param elsewhere says what has no field to stand at */
    public Refusals(Function<FieldProblem, String> atField, Function<FieldProblem, String> elsewhere) {
        this.atField = atField;
        this.elsewhere = elsewhere;
        addClassName("refusals");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** Says reasons as the bundles have them, and at what has no field the name of it. */
    public static Refusals namingFields() {
        return new Refusals(Refusals::reason, Refusals::namedReason);
    }

    /** The reason of a problem in a sentence of the bundles. */
    public static String reason(FieldProblem problem) {
        return UI.getCurrentOrThrow().getTranslation(Messages.keyOf(problem.reason()), problem.value());
    }

    /** The name of the field, if it has one, and the reason. */
    public static String namedReason(FieldProblem problem) {
        String why = reason(problem);
        return problem.field() instanceof Enum<?> field
                ? UI.getCurrentOrThrow().getTranslation(Messages.keyOf(field)) + ": " + why
                : why;
    }

    /** Shows problems of that field, a constant or a name, at this one. */
    public <F extends Component & HasValidation> F at(Object field, F place) {
        places.put(
                field,
                new Place(
                        place,
                        sentence -> {
                            place.setErrorMessage(sentence);
                            place.setInvalid(!sentence.isEmpty());
                        },
                        () -> focus(place)));
        return place;
    }

    /** @param say takes a sentence; an empty one when nothing is wrong any more */
    public void at(Object field, Consumer<String> say, Runnable focus) {
        places.put(field, new Place(null, say, focus));
    }

    public void clear() {
        show(List.of());
    }

    /** Shows these and no others; of several about a field the first. */
    public void show(List<? extends FieldProblem> problems) {
        places.values().forEach(place -> place.say().accept(""));
        removeAll();
        wrong.clear();
        for (FieldProblem problem : problems) {
            Place place = places.get(problem.field());
            if (place == null || !place.isShown()) {
                say(elsewhere.apply(problem));
            } else if (wrong.add(problem.field())) {
                place.say().accept(atField.apply(problem));
            }
        }
        setVisible(getComponentCount() > 0);
    }

    /** Shows these, and leads to the first field that is wrong. */
    public void refuse(List<? extends FieldProblem> problems) {
        show(problems);
        places.entrySet().stream()
                .filter(place -> wrong.contains(place.getKey()))
                .findFirst()
                .ifPresent(place -> place.getValue().focus().run());
    }

    private static void focus(Component field) {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** Adds a sentence about no field. */
    public void say(String sentence) {
        add(new ListItem(sentence));
        setVisible(true);
    }
}
