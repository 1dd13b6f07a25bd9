package dev.lintel.ui.rulebook;

import org.jspecify.annotations.Nullable;

/** A few things that policies can name. */
final class SomeNames implements PolicyNames {
    @Override
    public @Nullable String group(String id) {
        return id.startsWith("b") ? "Building " + id.substring(1) : null;
    }

    @Override
    public @Nullable String device(String id) {
        return id.equals("gate") ? "Gate" : null;
    }

    @Override
    public @Nullable String profile(String id) {
        return id.equals("user") ? "User" : null;
    }

    @Override
    public @Nullable String marker(String id) {
        return id.equals("m1") ? "Moves out" : null;
    }

    @Override
    public @Nullable String schedule(String id) {
        return id.equals("s1") ? "School" : null;
    }
}
