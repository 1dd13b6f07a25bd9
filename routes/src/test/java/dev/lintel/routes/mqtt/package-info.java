@NullMarked
package dev.lintel.routes.mqtt;

import org.jspecify.annotations.NullMarked;
