package dev.lintel.domain.permission;

/** Tells on whose behalf the current thread works: who is logged in, or whose token a program showed. */
@FunctionalInterface
public interface CurrentActor {
    /** @throws IllegalStateException when nobody is logged in on this thread; every way in checks that first */
    Actor get();
}
