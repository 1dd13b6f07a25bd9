package dev.lintel.ui.guest;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.lintel.domain.guestpass.GuestLimits;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Three numbers that say how much may be given away; an empty one says nothing. */
final class LimitFields extends Div {
    private static final long serialVersionUID = 1L;

    private final IntegerField days = field("guest.mostDays", GuestLimits.MOST_DAYS);
    private final IntegerField passes = field("guest.mostPasses", GuestLimits.MOST_PASSES);
    private final IntegerField atOnce = field("guest.mostAtOnce", GuestLimits.MOST_AT_ONCE);

    private final Refusals refusals = GuestRefusals.refusals();

    LimitFields() {
        addClassName("limit-fields");
        refusals.at(Field.MOST_DAYS, days);
        refusals.at(Field.MOST_PASSES, passes);
        refusals.at(Field.MOST_AT_ONCE, atOnce);
        add(days, passes, atOnce, refusals);
    }

    private IntegerField field(String label, int most) {
        IntegerField field = new IntegerField(getTranslation(label));
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setClearButtonVisible(true);
        field.setManualValidation(true);
        return field;
    }

    void show(GuestLimits limits) {
        days.setValue(limits.days());
        passes.setValue(limits.passes());
        atOnce.setValue(limits.atOnce());
    }

    /** What holds for what is left empty. */
    void showOtherwise(GuestLimits otherwise) {
        help(days, otherwise.days());
        help(passes, otherwise.passes());
        help(atOnce, otherwise.atOnce());
    }

    private void help(IntegerField field, @Nullable Integer otherwise) {
        field.setHelperText(getTranslation(
                "guest.limitOtherwise",
                otherwise == null ? getTranslation("guest.limitNone") : getTranslation("number", otherwise)));
    }

    void setReadOnly(boolean readOnly) {
        List.of(days, passes, atOnce).forEach(field -> field.setReadOnly(readOnly));
    }

    GuestLimits limits() {
        refusals.clear();
        return new GuestLimits(days.getValue(), passes.getValue(), atOnce.getValue());
    }

    void refuse(List<? extends FieldProblem> problems) {
        refusals.refuse(problems);
    }
}
