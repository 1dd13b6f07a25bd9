package dev.lintel.domain.wallet;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The sign on a pass, in its colours: an open door. */
final class PassPicture {
    private static final double GRID = 29;

    private PassPicture() {}

    /** @param side in pixels */
    static byte[] png(int side, Color background, Color foreground) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.scale(side / GRID, side / GRID);
            pen.setColor(background);
            pen.fill(new RoundRectangle2D.Double(0, 0, GRID, GRID, 7, 7));
            pen.setColor(foreground);
            pen.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.draw(new RoundRectangle2D.Double(8, 5, 13, 19, 2, 2));
            pen.fill(door());
            pen.setColor(background);
            pen.fill(new Ellipse2D.Double(14.2, 14.2, 1.8, 1.8));
        } finally {
            pen.dispose();
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Path2D door() {
        Path2D door = new Path2D.Double();
        door.moveTo(8, 5);
        door.lineTo(17.5, 8);
        door.lineTo(17.5, 26);
        door.lineTo(8, 24);
        door.closePath();
        return door;
    }
}
