package dev.lintel.domain.access.matrix;

import dev.lintel.domain.device.Device;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A door in one direction.
 *
 * @param name what people call the device
 * @param accessPoint null when the restrictions tell no direction from another
 * @param locks numbers of the locks that restrictions open here
 */
public record MatrixPlace(
        Device device, String name, @Nullable String accessPoint, SortedSet<Integer> locks) {}
