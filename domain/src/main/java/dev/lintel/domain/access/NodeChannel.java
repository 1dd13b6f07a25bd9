package dev.lintel.domain.access;

/** News that the nodes of one server tell each other by PostgreSQL's {@code NOTIFY}; a node hears its own as well. */
public interface NodeChannel {
    /** The channel, a plain SQL name. */
    String name();

    /** Takes a piece of news, on the thread that waits for the next. */
    void heard(String payload);

    /** All projects are in the directory, and nothing asks it yet: the time for what has to be in force from the first request. */
    default void loaded() {}

    /** This node listens from now on; what was told before may have been missed. */
    default void listening() {}
}
