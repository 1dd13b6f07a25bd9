package dev.lintel.domain.user.dashboard;

/**
 * A widget in somebody's dashboard.
 *
 * @param widget its key
 * @param shown false keeps its place and size for when it is wanted again
 */
public record PlacedWidget(String widget, boolean shown, WidgetSize size) {
    public PlacedWidget with(WidgetSize other) {
        return new PlacedWidget(widget, shown, other);
    }

    public PlacedWidget shown(boolean other) {
        return new PlacedWidget(widget, other, size);
    }
}
