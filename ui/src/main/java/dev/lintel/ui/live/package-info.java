/** What happens at the doors, pushed calmly to whoever watches. */
@NullMarked
package dev.lintel.ui.live;

import org.jspecify.annotations.NullMarked;
