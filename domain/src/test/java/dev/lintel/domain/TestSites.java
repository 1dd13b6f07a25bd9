package dev.lintel.domain;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Small sites to start a test from. */
public final class TestSites {
    /** One building with a panel at its door, a resident with a card, and a guest with a code for one pass. */
    private static final String HOUSE = """
            {"kind":"site","version":1,"name":"NAME","timeZone":"Europe/London"}
            {"kind":"group","id":"g1","parent":null,"type":"building","name":"House"}
            {"kind":"group","id":"g2","parent":"g1","type":"apartment","name":"Flat 1","logicalAddress":1}
            {"kind":"schedule","id":"s1","name":"Mornings","start":"2026-01-05T09:00","end":"2026-01-05T12:00","rrule":"FREQ=DAILY"}
            {"kind":"device","id":"d1","group":"g1","type":"panel","model":"AA-12","serial":"SERIAL-1","locks":2}
            {"kind":"device","id":"d2","group":"g2","type":"monitor","name":"Hall","model":"AZ-07","serial":"SERIAL-2","locks":0}
            {"kind":"restriction","id":"r1","name":"Front door","guestUsable":true,"lines":[{"device":"d1","accessPoint":null,"lock":"first"},{"device":"d1","accessPoint":"in","lock":"all"}],"schedules":["s1"]}
            {"kind":"grant","restriction":"r1","to":{"group":"g1"}}
            {"kind":"grant","restriction":"r1","to":{"identifier":"i2"}}
            {"kind":"user","id":"u1","name":"Olena Коваль","email":"olena@example.org","groups":["g2"]}
            {"kind":"identifier","id":"i1","user":"u1","type":"card","value":"12345678"}
            {"kind":"identifier","id":"i2","user":"u1","type":"access-code","value":"4711","maxPasses":1,"guest":"courier"}
            """;

    private TestSites() {}

    /** The house under a name of its own, with serial numbers that begin with that name. */
    public static String house(String name) {
        return HOUSE.replace("NAME", name).replace("SERIAL", name);
    }

    public static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
