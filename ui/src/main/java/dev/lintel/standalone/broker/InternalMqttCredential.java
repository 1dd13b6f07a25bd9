package dev.lintel.standalone.broker;

/** How the server logs in to its own broker; made at random with every start and never stored. */
record InternalMqttCredential(String user, String password) {}
