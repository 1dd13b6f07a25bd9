package dev.lintel;

import dev.lintel.standalone.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where everything starts: one jar, many commands, of which the server is the one that needs no name. */
@SpringBootApplication
public class LintelApplication {
    public static void main(String[] args) throws Exception {
        // Netty 4.2 on JDK 25 would otherwise silently not listen when the broker starts on an existing journal
        System.setProperty("io.netty.noUnsafe", "false");
        int code = Commands.run(args, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }
}
