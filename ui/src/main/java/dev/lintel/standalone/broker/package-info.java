/** The embedded MQTT broker: its certificate, who may log in to it, and which topics are whose. */
@NullMarked
package dev.lintel.standalone.broker;

import org.jspecify.annotations.NullMarked;
