package dev.lintel.standalone;

import java.io.PrintStream;
import java.util.List;

/** Lists the commands. */
final class HelpCommand implements Command {
    /** What the launcher does by itself, and what it and the server can be told. */
    private static final String LAUNCHER = """
            lintel test
              builds and runs all tests
            lintel format
              formats the sources

            settings, as environment variables:
              LINTEL_HOME            folder of everything that the server keeps; ~/.lintel
              LINTEL_HTTP_PORT       web application and REST API; 8080
              LINTEL_MQTT_PORT       MQTT for devices; 1883
              LINTEL_MQTTS_PORT      MQTT over TLS; 8883
              LINTEL_DATABASE_URL    a PostgreSQL of your own, as jdbc:postgresql://host/name; with _USER and _PASSWORD
              LINTEL_MQTT_URL        an MQTT broker of your own, as mqtt://host:1883 or mqtts://host:8883; with _USER and _PASSWORD
              LINTEL_SECRET_KEY      under which the passwords of foreign services are kept; by default the home has its own
              LINTEL_LOG             "json" for structured logs
              LINTEL_JAVA_OPTS       options for Java, such as -Xmx2g
              LINTEL_AOT             "off" starts without the cache of the JVM
            """;

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String usage() {
        return "\n  this page";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) {
        out.println(
                "Lintel " + LintelVersion.current() + ", an access control server that can prove why a door opened\n");
        for (Command command : Commands.all()) {
            command.usage().lines().forEach(line -> out.println(said(command, line)));
        }
        out.println(LAUNCHER);
        return 0;
    }

    /** Each form of a command begins with how it is called; what a form does is indented below it. */
    private static String said(Command command, String line) {
        return line.startsWith(" ") ? line : ("lintel " + command.name() + " " + line).strip();
    }
}
