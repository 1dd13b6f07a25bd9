package dev.lintel;

import dev.lintel.standalone.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Where everything starts: one jar, many commands, of which the server is the one that needs no name. */
// modules have features of the same names, and so classes of the same simple names
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class LintelApplication {
    public static void main(String[] args) throws Exception {
        // Netty 4.2 on JDK 25 would otherwise silently not listen when the broker starts on an existing journal
        System.setProperty("io.netty.noUnsafe", "false");
        System.exit(Commands.run(args, System.out, System.err));
    }
}
