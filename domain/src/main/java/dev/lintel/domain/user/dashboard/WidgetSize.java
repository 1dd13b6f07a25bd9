package dev.lintel.domain.user.dashboard;

/**
 * How much room a widget takes, in cells of the dashboard. Where there is room for fewer columns it takes what there is.
 *
 * @param width 1 to {@value #WIDEST}
 * @param height 1 to {@value #TALLEST}
 */
public record WidgetSize(int width, int height) {
    public static final int WIDEST = 6;
    public static final int TALLEST = 8;

    public WidgetSize {
        if (width < 1 || width > WIDEST || height < 1 || height > TALLEST) {
            throw new IllegalArgumentException("no widget is " + width + " by " + height);
        }
    }

    /** As near to that as there is. */
    public static WidgetSize nearest(int width, int height) {
        return new WidgetSize(Math.clamp(width, 1, WIDEST), Math.clamp(height, 1, TALLEST));
    }
}
