package dev.lintel.domain.rulebook;

import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;

/** Scenarios that were written as YAML cannot be taken; nothing was stored. */
public final class ScenarioYamlException extends WishRefusedException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It cannot be read as YAML. */
        MALFORMED,
        /** There are more than {@value ScenarioYaml#MOST_CHARACTERS} characters. */
        TOO_LONG,
        /** Anchors and aliases are not taken: each scenario says itself what it is. */
        ALIAS,
        /** Types of a programming language are not taken. */
        TAG,
        /** It is a list of scenarios. */
        NO_LIST,
        /** It has to have fields. */
        NO_FIELDS,
        UNKNOWN_FIELD,
        /** A field stands there twice. */
        TWICE,
        MISSING,
        /** It is one plain value. */
        NO_VALUE,
        /** It is none of the words that stand for something. */
        NO_CHOICE,
        /** It is no time like 2026-11-29T23:00. */
        NO_NUMBER,
        NO_TIME,
        /** The draft has no recorded scenario of that id. */
        NOT_RECORDED
    }

    /**
     * One thing that is wrong.
     *
     * @param field as the API names it, for example {@code scenarios[2].request.at}
     * @param line where it stands, from 1
     */
    public record Problem(String field, Enum<?> reason, String value, int line) implements FieldProblem {
        @Override
        public String text() {
            return "line " + line + ": " + FieldProblem.super.text();
        }
    }

    ScenarioYamlException(List<Problem> problems) {
        super(problems, " ");
    }
}
