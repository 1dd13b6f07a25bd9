package dev.lintel.domain.permission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says why a public operation of a service asks nobody for a permission. Every other one takes an {@link Actor}. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Unguarded {
    /** The reason, in a few words. */
    String value();
}
